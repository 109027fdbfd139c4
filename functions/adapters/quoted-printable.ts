import { Transform } from 'node:stream';

/** A run of blanks longer than this is no end of a line (bytes); lines of this encoding have at most 76. */
const MAX_BLANKS = 998;
const [TAB, LF, CR, SPACE, EQUALS] = [0x09, 0x0a, 0x0d, 0x20, 0x3d];
const isBlank = (byte: number | undefined) => byte === SPACE || byte === TAB;

/**
 * Decodes quoted-printable (RFC 2045, section 6.7) as it comes, in time linear in its length and in constant memory. The decoder
 * mailparser brings holds a whole part and every escape of it in memory, and takes quadratic time for blanks.
 */
export function quotedPrintable(): Transform {
  let undecided: Uint8Array = new Uint8Array();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const [decoded, rest] = decode(Buffer.concat([undecided, chunk]), false);
      undecided = Uint8Array.from(rest);
      done(null, decoded);
    },
    flush(done) {
      done(null, decode(Buffer.from(undecided), true)[0]);
    },
  });
}

/** What the input says, and its end where the next byte decides what it says. */
function decode(input: Buffer, isLast: boolean): [decoded: Buffer, rest: Buffer] {
  const decoded = Buffer.allocUnsafe(input.length);
  let size = 0;
  let at = 0;
  while (at < input.length) {
    const byte = input[at] ?? 0;
    if (byte !== EQUALS && !isBlank(byte)) {
      decoded[size++] = byte;
      at++;
      continue;
    }
    let end = byte === EQUALS ? at + 1 : at;
    while (isBlank(input[end]) && end - at < MAX_BLANKS) end++;
    if (!isLast && end + 2 > input.length) break;
    const lineEnd = input[end] === LF ? 1 : input[end] === CR && input[end + 1] === LF ? 2 : 0;
    if (lineEnd > 0 || end === input.length) {
      // Blanks at the end of a line are none of the text; after `=` neither is the end of the line.
      at = byte === EQUALS ? end + lineEnd : end;
      continue;
    }
    const escaped = byte === EQUALS ? hexByte(input, at + 1) : undefined;
    if (escaped !== undefined) {
      decoded[size++] = escaped;
      at += 3;
      continue;
    }
    const literal = byte === EQUALS ? at + 1 : end;
    size += input.copy(decoded, size, at, literal);
    at = literal;
  }
  return [decoded.subarray(0, size), input.subarray(at)];
}

function hexByte(input: Buffer, at: number): number | undefined {
  const [high, low] = [hexDigit(input[at]), hexDigit(input[at + 1])];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function hexDigit(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : undefined;
}
