import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDownload, fileName } from '../../../functions/domain/file-name.ts';

describe('the name a file is saved under', () => {
  test.each([
    ['IMG_0412.JPG', 'IMG_0412.JPG'],
    ['foto do copo, lá em casa.jpg', 'foto do copo, lá em casa.jpg'],
    ['写真.heic', '写真.heic'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\maria\\cup.jpg', 'cup.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\0b\r\nc\u200b\ufeff.png', 'abc.png'],
    ['con', '_con'],
    ['LPT1 .txt', '_LPT1 .txt'],
    ['com\u00b9.jpg', '_com\u00b9.jpg'],
    ['console.jpg', 'console.jpg'],
    ['photo.jpg:evil.exe', 'photo.jpg_evil.exe'],
    ['photo.jpg. . .', 'photo.jpg'],
    ['', 'unnamed'],
    ['..', 'unnamed'],
    ['\u202e\u200f', 'unnamed'],
    [`${'a'.repeat(1_000)}.jpeg`, `${'a'.repeat(95)}.jpeg`],
    [`x.${'b'.repeat(1_000)}`, `x.${'b'.repeat(98)}`],
  ])('of %j is %j', (called, name) => {
    expect(fileName(called)).toBe(name);
  });

  test('is safe on every file system whatever the mail says, and stays as it is', () => {
    const part = fc.constantFrom('/', '\\', '.', ' ', '\u202e', '\ud83d', 'CON', '\0', 'é', '🙂', 'a.jpg');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (called) => {
          const name = fileName(called);
          expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}]+$/u);
          expect(name).not.toMatch(/^[. ]|[. ]$|^(con|nul|aux|prn)(\.|$)/i);
          expect([...name].length).toBeLessThanOrEqual(101);
          expect(fileName(name)).toBe(name);
        },
      ),
    );
  });
});

describe('a download', () => {
  test('says its name in every writing, and in plain letters for those who read no other', () => {
    expect(asDownload('lá "em" casa\\%.jpg')).toBe(
      'attachment; filename="l_ _em_ casa__.jpg"; filename*=UTF-8\'\'l%C3%A1%20%22em%22%20casa%5C%25.jpg',
    );
  });

  test('adds nothing to a header, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(asDownload(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});
