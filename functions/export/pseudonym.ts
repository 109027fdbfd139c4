import { createHmac } from 'node:crypto';

/** Half of SHA-256, 128 bits: far beyond any chance of two customers sharing one. */
const LENGTH = 32;

/** A customer's pseudonym under a key: the same for the same address in any case, and not to be turned back without the key. */
export function pseudonym(key: string, address: string): string {
  const digest = createHmac('sha256', key)
    .update(`export-pseudonym\n${address.trim().toLowerCase()}`)
    .digest('hex');
  return `c_${digest.slice(0, LENGTH)}`;
}
