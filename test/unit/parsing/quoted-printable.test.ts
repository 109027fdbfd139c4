import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedPrintable } from '../../../functions/adapters/quoted-printable.ts';

async function decode(...pieces: string[]): Promise<string> {
  const decoded: Buffer[] = [];
  const bytes = pieces.map((piece) => Buffer.from(piece, 'latin1'));
  for await (const chunk of Readable.from(bytes).pipe(quotedPrintable())) decoded.push(chunk);
  return Buffer.concat(decoded).toString('latin1');
}

describe('quoted-printable', () => {
  it.each([
    ['caf=C3=A9', 'caf\xc3\xa9'],
    ['caf=c3=a9', 'caf\xc3\xa9'],
    ['one =\r\ntwo=\nthree', 'one twothree'],
    ['soft = \t\r\nbreak', 'soft break'],
    ['blanks at the end \t\r\nof a line ', 'blanks at the end\r\nof a line'],
    ['blanks  within\ta line', 'blanks  within\ta line'],
    ['1=1, =XY =3 =', '1=1, =XY =3 '],
    ['raw \xe9 and lone\rreturns', 'raw \xe9 and lone\rreturns'],
    ['=3D3D', '=3D'],
  ])('%j says %j', async (encoded, said) => {
    expect(await decode(encoded)).toBe(said);
  });

  it('says the same however it is cut into pieces', async () => {
    const piece = fc.string({ unit: fc.constantFrom('=', '4', '1', ' ', '\t', '\r', '\n', 'x', '\xe9') });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect(await decode(...pieces)).toBe(await decode(pieces.join('')));
      }),
    );
  });
});
