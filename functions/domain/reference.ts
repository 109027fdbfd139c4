/** Crockford's base 32: no I, L, O or U, so that a reference can be read out and written down. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const REFERENCE = /\bRX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/i;

/**
 * A case's reference, from the first five bytes (40 bits) of a digest of what it came from: `RX-7K3F-9Q2M`.
 * The same digest gives the same reference, so a mail that is delivered twice is one case.
 */
export function reference(digest: Uint8Array): string {
  if (digest.length < 5) throw new RangeError(`a digest of at least 5 bytes, not ${digest.length}`);
  let bits = 0n;
  for (const byte of digest.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) text += ALPHABET.charAt(Number((bits >> shift) & 31n));
  return `RX-${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The case reference in a text, in its one spelling, or undefined. */
export function findReference(text: string): string | undefined {
  return REFERENCE.exec(text)?.[0].toUpperCase();
}
