import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenMail, noise, wholeMail } from '../../support/any-mail.ts';
import { readAnyMail } from '../../support/read-any-mail.ts';

// `npm run fuzz` does the same with a hundred thousand.
describe('whatever arrives is read or refused with a reason, in time, and no word of it is lost', () => {
  const holds = (mails: fc.Arbitrary<Buffer>) =>
    fc.asyncProperty(mails, async (raw) => {
      await readAnyMail(raw);
    });

  it('mails after accidents', () => fc.assert(holds(brokenMail), { numRuns: 1_200 }), 60_000);

  it('bytes that are no mail', () => fc.assert(holds(noise), { numRuns: 500 }), 60_000);

  it(
    'mails as they should be, whose every sentence is in their text',
    () =>
      fc.assert(
        fc.asyncProperty(wholeMail, async ({ raw, sentences }) => {
          const mail = await readAnyMail(raw);
          for (const sentence of sentences) expect(mail?.text.replace(/\s+/g, ' ')).toContain(sentence);
        }),
        { numRuns: 300 },
      ),
    60_000,
  );
});
