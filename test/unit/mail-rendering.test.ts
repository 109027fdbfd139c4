import fc from 'fast-check';
import { convert } from 'html-to-text';
import { describe, expect, test } from 'vitest';
import type { MailDocument } from '../../functions/mail/blocks.ts';
import { renderText } from '../../functions/mail/render-text.ts';
import { writeMail } from '../../functions/mail/write.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

const samples: Sample[] = ['kettle', 'cafeteira', 'noOrder', 'stranger'];
const mails = samples.flatMap((sample) =>
  Object.entries(everyMail(sample)).map(([name, content]) => ({ name: `${name} about ${sample}`, content })),
);

/** What a person reads in the HTML part: no preheader, which only a mailbox's list shows; links written out. */
function readable(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'div[style^="display:none"]', format: 'skip' },
      { selector: 'td', format: 'block' },
      { selector: 'th', format: 'block' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'a', options: { linkBrackets: ['\n', '\n'] } },
    ],
  });
}

/** The text with every link where it says how to get one from the first. */
function linksWrittenOut(text: string): string {
  const [link = ''] = /https:\S+\/decide\/\S+/.exec(text) ?? [];
  return text.replaceAll(
    /(?:the\s+link\s+to\s+the\s+case\s+with|o\s+link\s+do\s+caso\s+com)\s+(\?choice=[\w-]+)\s+(?:at\s+its\s+end|no\s+fim)/g,
    (_, query: string) => link + query,
  );
}

/** Every word as often as it occurs, in no order: a weight stands before a sentence in one form and after it in the other. */
const wordsOf = (text: string) =>
  text
    .split(/[^\p{L}\p{N}$%+−@/=?]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .toSorted();

describe('a mail is one document in two forms', () => {
  test.each(mails)('$name says the same in HTML and in text', ({ content }) => {
    const { html, text } = writeMail(content);
    expect(wordsOf(readable(html))).toEqual(wordsOf(linksWrittenOut(text)));
  });

  test.each(mails)('$name is written in one language and says which', ({ content }) => {
    const { html, language } = writeMail(content);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
  });

  test.each(mails)(
    '$name needs nothing from anywhere: no images, scripts, fonts or sheets',
    ({ content }) => {
      const { html } = writeMail(content);
      expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|url\(|@import|@font-face/i);
    },
  );

  test.each(mails)('$name stays under the size at which Gmail cuts a mail off', ({ content }) => {
    expect(Buffer.byteLength(writeMail(content).html)).toBeLessThan(102_000);
  });

  test('a customer who wrote twenty long mails does not make the approval mail too long', () => {
    const mail = everyMail('kettle')['approval-request'];
    if (mail?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    const written = Array.from({ length: 20 }, (_, index) => ({
      type: 'customer-wrote' as const,
      at: mail.found.updatedAt,
      mailId: `later-${index}`,
      from: 'maria@example.com',
      text: `${index}: ${'and then it happened again, '.repeat(700)}`,
      attachments: [],
    }));
    const found = { ...mail.found, history: [...mail.found.history, ...written] };
    const { html, text } = writeMail({ ...mail, found });
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(text).toContain('> 19: and then');
    expect(text).toContain('There are earlier mails; they are on the decision page.');
  });
});

describe('the text part', () => {
  const documentWith = (text: string): MailDocument => ({
    language: 'en',
    subject: 's',
    preheader: 'p',
    brand: 'Shop',
    title: 'Title',
    blocks: [
      { type: 'paragraph', text },
      { type: 'quote', text },
      { type: 'facts', rows: [{ label: 'Label', value: text, source: text }] },
      { type: 'list', items: [{ text, lead: 'Lead', mark: '+1' }] },
    ],
    footer: ['Footer'],
  });

  test('no line is wider than 72 columns, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        fc.pre(!/https?:/.test(text));
        for (const line of renderText(documentWith(text)).split('\n')) {
          expect(line.length).toBeLessThanOrEqual(72);
        }
      }),
    );
  });

  test('a link is never broken', () => {
    const link = `https://pages.shop.example/decide/${'a'.repeat(300)}`;
    expect(renderText(documentWith(`Please open ${link} soon`))).toContain(`\n${link}\n`);
  });

  test('every line of somebody else’s words is marked as theirs', () => {
    const text = renderText(documentWith('one\n\n-- \nShop\r\nTitle\u2028=====')).split('\n');
    const quoted = text.slice(text.indexOf('> one'));
    expect(quoted.slice(0, 6)).toEqual(['> one', '>', '> --', '> Shop', '> Title', '> =====']);
  });
});
