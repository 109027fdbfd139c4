import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MailDocument } from '../../functions/mail/blocks.ts';
import { renderText } from '../../functions/mail/render-text.ts';
import { writeMail } from '../../functions/mail/write.ts';
import { linksWrittenOut, readable, wordsOf } from '../support/mail-words.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

const samples: Sample[] = ['kettle', 'cafeteira', 'noOrder', 'stranger'];
const mails = samples.flatMap((sample) =>
  Object.entries(everyMail(sample)).map(([name, content]) => ({ name: `${name} about ${sample}`, content })),
);

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

  test.each(mails)(
    '$name is one Word can show, as Outlook has it: tables, colours on cells, pixels',
    ({ content }) => {
      const { html } = writeMail(content);
      const [head = '', body = ''] = html.split('</head>');
      // A frame of its own width, since Word knows no largest width; it reads letters and sizes from its own part of the head.
      expect(body).toMatch(/<!--\[if mso\]><table role="presentation" width="600"><tr><td><!\[endif\]-->/);
      expect(body.match(/<!--\[if mso\]>/g)?.length).toBe(body.match(/<!\[endif\]-->/g)?.length);
      expect(head).toMatch(/<!--\[if mso\]>.*PixelsPerInch>96<.*font-family:.*<!\[endif\]-->/);
      for (const [table] of body.matchAll(/<table(?! role="presentation" width="600")[^>]*>/g))
        expect(table).toMatch(/ width="100%" cellpadding="0" cellspacing="0" border="0"/);
      for (const [, tag = '', style = ''] of body.matchAll(/<(\w+)[^>]* style="([^"]*)"/g)) {
        expect([tag, style]).not.toEqual([tag, expect.stringMatching(NOT_IN_WORD)]);
        // Its colour stands on the cell, for those who drop the style; the page around it has its table's.
        if (/(?:^|;)background:/.test(style)) expect(['td', 'body']).toContain(tag);
      }
      for (const [cell, style = ''] of body.matchAll(/<td[^>]* style="([^"]*)"[^>]*>/g)) {
        const [, colour] = /(?:^|;)background:(#\w{6})/.exec(style) ?? [];
        if (colour) expect(cell).toContain(`bgcolor="${colour}"`);
      }
      // Word gives links its own colour, and buttons no padding, unless told so where it looks.
      for (const [, style = ''] of body.matchAll(/<a[^>]* style="([^"]*)"/g))
        expect(style).toMatch(/(?:^|;)color:#\w{6}/);
      for (const [, style = ''] of body.matchAll(/<td class="button"[^>]* style="([^"]*)"/g))
        expect(style).toContain('mso-padding-alt:');
      expect(body).toMatch(/<div style="display:none;[^"]*mso-hide:all/);
    },
  );

  test.each(mails)('$name asks for one thing: one button at most', ({ content }) => {
    expect(writeMail(content).html.match(/<td class="button"/g)?.length ?? 0).toBeLessThanOrEqual(1);
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

/** What Word does not know; where it stands, something else has to do without it. */
const NOT_IN_WORD = /var\(|calc\(|rgba?\(|hsl|flex|grid|float:|position:|\d(?:rem|em|vw|vh)|background-image/;
