import fc from 'fast-check';
import { brokenMail, noise, wholeMail } from '../support/any-mail.ts';
import { readAnyMail } from '../support/read-any-mail.ts';

/** Inputs, of each ten: seven mails after accidents, two that are no mails, one that is as it should be. */
const RUNS = 100_000;

let count = 0;
const started = Date.now();
const input = fc.oneof(
  { weight: 7, arbitrary: brokenMail.map((raw) => ({ raw, sentences: [] as string[] })) },
  { weight: 2, arbitrary: noise.map((raw) => ({ raw, sentences: [] as string[] })) },
  { weight: 1, arbitrary: wholeMail },
);

const seed = Date.now();
console.log(`Reading ${RUNS.toLocaleString('en')} mails, seed ${seed}.`);
await fc.assert(
  fc.asyncProperty(input, async ({ raw, sentences }) => {
    const mail = await readAnyMail(raw);
    const text = mail?.text.replace(/\s+/g, ' ') ?? '';
    const lost = sentences.find((sentence) => !text.includes(sentence));
    if (lost) throw new Error(`the sentence "${lost}" is not in the text`);
    if (++count % 10_000 === 0) {
      console.log(`${count.toLocaleString('en')} in ${Math.round((Date.now() - started) / 1000)} s`);
    }
  }),
  { numRuns: RUNS, seed },
);
console.log('None threw, none lost a word, none took too long.');
