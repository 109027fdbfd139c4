import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MailContent } from '../../functions/mail/write.ts';
import { linksWrittenOut, readable, wordsOf } from '../support/mail-words.ts';
import { everyMail, sampleMails } from '../support/sample-mails.ts';
import { sendSample } from '../support/sent-mail.ts';
import { openPages, type Pages } from '../support/web.ts';

/** Every mail in both languages as it leaves the shop: as a mail program reads it, and where its links lead. */
let pages: Record<'en' | 'pt-BR', Pages>;
beforeAll(async () => {
  const [en, ptBR] = await Promise.all([openPages(), openPages({ staffLanguage: 'pt-BR' })]);
  pages = { en, 'pt-BR': ptBR };
  for (const { services } of [en, ptBR])
    for (const hash of ['a1', 'a2', 'b1'])
      await services.attachments.keep(hash.repeat(32), Buffer.from('a photo'));
});
afterAll(async () => {
  await pages.en.close();
  await pages['pt-BR'].close();
});

const mails = (
  [
    ['en', 'kettle'],
    ['pt-BR', 'cafeteira'],
  ] as const
).flatMap(([language, sample]) =>
  Object.entries(everyMail(sample)).map(([name, content]) => ({ language, sample, name, content })),
);

let serial = 0;
const send = (at: Pages, content: MailContent) =>
  sendSample(at, content, `RX-SENT-${String(++serial).padStart(4, '0')}`);

describe.each(mails)('$name in $language', ({ language, sample, content }) => {
  test('is read by a mail program as it was written, and each of its links leads to the page it promises', async () => {
    const { raw, mail, found } = await send(pages[language], content);
    const source = Buffer.from(raw).toString('latin1');
    // RFC 5322, 2.1.1: lines end in CRLF and hold at most 998 characters. All of it passes where only seven bits do.
    expect(source.split('\r\n').filter((line) => line.length > 998 || /[\r\n]/.test(line))).toEqual([]);
    expect(source).toMatch(/^[\t\r\n\u0020-\u007e]*$/);

    const read = await simpleParser(Buffer.from(raw));
    const names = read.headerLines.map(({ key }) => key);
    expect(names.toSorted()).toEqual([...HEADERS, ...(mail.answersCustomer ? JOINS : [])].toSorted());
    expect(read.subject).toContain(found.id);
    expect(read.from?.value).toEqual([{ name: 'Sample Shop', address: 'refunds@shop.example' }]);
    expect([read.to].flat().flatMap((to) => to?.value)).toEqual([{ name: '', address: mail.to }]);
    expect(read.replyTo?.value[0]?.address).toMatch(/^refunds\+.*@shop\.example$/);
    expect(read.messageId).toMatch(/^<RX-SENT-\d{4}\..+@shop\.example>$/);
    expect(read.date?.toISOString().slice(0, 10)).toBe(pages[language].services.clock.now().slice(0, 10));
    expect(read.headers.get('auto-submitted')).toBe('auto-generated');
    expect(read.headers.get('content-language')).toBe(language);
    const first = `<${sample}@example.com>`;
    const thread = mail.answersCustomer ? [first, first] : [undefined, undefined];
    expect([read.inReplyTo, read.references]).toEqual(thread);

    // Two parts that say the same, the plainer one first (RFC 2046, 5.1.4), and nothing beside them.
    const types = [...source.matchAll(/^Content-Type: ([^;\r]+)(; charset=[\w-]+)?/gm)].map(
      ([, type]) => type,
    );
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
    expect(source.match(/charset=utf-8/g)).toHaveLength(2);
    expect(read.attachments).toEqual([]);
    expect(read.html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    const text = linksWrittenOut(read.text ?? '');
    expect(linksIn(text)).toEqual(linksIn(read.html || ''));
    expect(wordsOf(text)).toEqual(wordsOf(readable(read.html || '')));

    // Each link leads to the page it promises, in the reader's language, and opening it changes nothing.
    const at = pages[language];
    for (const link of linksIn(text)) {
      const { pathname, search } = new URL(link);
      const purpose = pathname.split('/')[1] ?? '';
      const response = await at.open(pathname + search);
      expect([purpose, response.status]).toEqual([purpose, 200]);
      if (purpose === 'attachment') {
        expect(await response.text()).toBe('a photo');
        continue;
      }
      const page = await response.text();
      expect(page).toContain(`<html lang="${language}"`);
      expect(page).toContain(found.id);
      expect(page).toContain(`name="${PROMISES[purpose]}"`);
      const chosen = /=(.+)/.exec(search)?.[1];
      if (chosen) expect(page).toMatch(new RegExp(`value="${chosen}" checked`));
    }
    expect(await at.services.cases.load(found.id)).toEqual(found);
  });
});

test.each(['kettle', 'cafeteira'] as const)('no kind of mail lacks a sample about %s', (sample) => {
  const kinds = Object.entries(sampleMails(sample));
  for (const [kind, named] of kinds) {
    expect([kind, Object.keys(named).length]).not.toEqual([kind, 0]);
    expect(Object.values(named).map((content) => content.kind)).toEqual(Object.keys(named).map(() => kind));
  }
});

const HEADERS = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-language',
  'auto-submitted',
  'x-auto-response-suppress',
  'x-goodwill-mail',
];
const JOINS = ['in-reply-to', 'references'];

/** A field that only the page which a link promises has. */
const PROMISES: Record<string, string> = {
  decide: 'choice',
  refund: 'outcome',
  offers: 'offer',
  object: 'about',
  feedback: 'score',
};
/** Every address a part names that leads to our pages, each once. */
function linksIn(part: string): string[] {
  const found = part.replaceAll('&amp;', '&').match(/http:\/\/pages\.example\/[^\s"<>]+/g) ?? [];
  return [...new Set(found)].toSorted();
}
