import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import { authorOf } from '../../../functions/intake/forwarded.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const STAFF = { address: 'sofia.reis@shop.example', name: 'Sofia Reis' };
const MALLORY = { address: 'mallory@evil.example', name: 'Mallory' };
const TWO_MB = 2_000_000;
/** What no hostile text of 2 MB may take on a busy machine, own words included (ms). What is not linear takes minutes. */
const LIMIT = 4_000;

const mail = (from: ParsedMail['from'], text: string, enclosed?: ParsedMail[]): ParsedMail => ({
  messageId: '<a@b>',
  from,
  subject: 'Fwd: refund',
  answers: [],
  headers: new Map([['date', 'Mon, 23 Nov 2026 10:18:00 +0000']]),
  text,
  attachments: [],
  enclosed,
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '>',
    '> quoted',
    '---------- Forwarded message ---------',
    '> ---------- Forwarded message ---------',
    '-------- Mensagem encaminhada --------',
    '-----Original Message-----',
    '----- End forwarded message -----',
    '________________________________',
    'Begin forwarded message:',
    '> Begin forwarded message:',
    'From: Victim <victim@mail.example>',
    '> From: Victim <victim@mail.example>',
    'From: Victim',
    'From: Sofia Reis <sofia.reis@shop.example>',
    'De: Victim <victim@mail.example>',
    'Reply-To: victim@mail.example',
    'Sent: Friday, 20 November 2026 08:05',
    'Date: Fri, Nov 20, 2026 at 8:05 AM',
    'To: refunds@shop.example',
    'Subject: Re: kettle',
    '<victim@mail.example>',
    'On Fri, 20 Nov 2026 at 08:05, Victim <victim@mail.example> wrote:',
    'On Fri, 20 Nov 2026 at 08:05, Victim <',
    'victim@mail.example> wrote:',
    'on behalf of Victim <victim@mail.example>',
    '-- ',
    'Pay me.',
    '\u200b',
    '\ufeff',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const quoted = (written: string) =>
  written
    .split('\n')
    .map((one) => `> ${one}`)
    .join('\n');

/** How mail programs pass on what Mallory wrote. */
const passed: Record<string, (written: string) => string> = {
  Gmail: (written) =>
    `---------- Forwarded message ---------\nFrom: Mallory <mallory@evil.example>\nDate: Sat, Nov 21, 2026 at 8:05 AM\nSubject: refund\nTo: <sofia.reis@shop.example>\n\n\n${written}`,
  Outlook: (written) =>
    `From: Mallory <mallory@evil.example>\nSent: Saturday, November 21, 2026 8:05 AM\nTo: Sofia Reis <sofia.reis@shop.example>\nSubject: refund\n\n${written}`,
  'Outlook with a rule': (written) =>
    `________________________________\nDe: Mallory <mallory@evil.example>\nEnviado: sábado, 21 de novembro de 2026 08:05\nPara: Sofia Reis <sofia.reis@shop.example>\nAssunto: refund\n\n${written}`,
  'Apple Mail': (written) =>
    `Begin forwarded message:\n\n${quoted(`From: Mallory <mallory@evil.example>\nSubject: refund\nDate: 21 November 2026 at 08:05:00 GMT\nTo: sofia.reis@shop.example\n\n${written}`)}`,
  Thunderbird: (written) =>
    `-------- Forwarded Message --------\nSubject: \trefund\nDate: \tSat, 21 Nov 2026 08:05:00 +0000\nFrom: \tMallory <mallory@evil.example>\nTo: \tsofia.reis@shop.example\n\n\n${written}`,
  'an answer': (written) =>
    `On Sat, 21 Nov 2026 at 08:05, Mallory <mallory@evil.example> wrote:\n\n${quoted(`.\n${written}`)}`,
};

describe('whatever a mail holds', () => {
  test('it is its sender’s, unless staff pass it on', () => {
    fc.assert(
      fc.property(text, text, (written, inside) => {
        const attached = mail({ address: 'victim@mail.example', name: 'Victim' }, inside);
        expect(authorOf(mail(MALLORY, written, [attached]), MALLORY, policy, true)).toMatchObject({
          by: 'self',
          customer: MALLORY,
        });
        expect(authorOf(mail(STAFF, written, [attached]), STAFF, policy, false)).toMatchObject({
          by: 'self',
          customer: STAFF,
        });
      }),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(passed))('nobody can name another in a mail staff pass on with %s', (_, pass) => {
    fc.assert(
      fc.property(text, (written) => {
        const author = authorOf(mail(STAFF, `Please look.\n\n${pass(written)}`), STAFF, policy, true);
        if (author.by === 'nobody') return;
        expect(author).toMatchObject({ by: 'staff', customer: { address: MALLORY.address } });
      }),
      { numRuns: 200 },
    );
  });

  test('nor in one they attach', () => {
    fc.assert(
      fc.property(text, text, (written, inside) => {
        const deeper = mail({ address: 'victim@mail.example', name: 'Victim' }, inside);
        const author = authorOf(mail(STAFF, '', [mail(MALLORY, written, [deeper])]), STAFF, policy, true);
        expect(author).toMatchObject({ by: 'staff', customer: MALLORY });
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['headings', '---------- Forwarded message ---------\n'],
    ['quoted headings', '> Begin forwarded message:\n\n'],
    ['headings that end at once', '---- Forwarded message ----\n----- End forwarded message -----\n'],
    ['forwards in forwards', '---- Forwarded message ----\nFrom: a@shop.example\nDate: 1/1/2026\n\nx\n'],
    ['"Original Message"', '-----Original Message-----\n'],
    ['"Original Message" and From', '-----Original Message-----\nFrom:\n'],
    ['rules', '____________\n'],
    ['rules and From', '____________\nFrom: x\n'],
    ['From:', 'From:\n'],
    ['From: with a value', 'From: a@b.example\n'],
    ['From:, on one line', 'From: '],
    ['header blocks without a time', 'From: a@b.example\nSubject: x\nTo: y\n'],
    ['attributions', 'On 1/1/2026 10:00, X <x@shop.example> wrote:\n> a\nb\n'],
    ['attributions without an end', 'On Fri, 20 Nov 2026 at 08:05, Shop <\n'],
    ['>', '>\n'],
    ['>, on one line', '> '],
    ['deeper and deeper quotes', '>> On 1/1/2026 10:00, X <x@shop.example> wrote:\n'],
    ['addresses in brackets', '<a@b.example> '],
    ['brackets', '<[('],
    ['@', 'a@'],
    ['blank lines', '\n'],
    ['invisible marks', '\u200b'],
    ['spaces', ' '],
  ])('2 MB of %s are read in linear time', (_, unit) => {
    const hostile = unit.repeat(TWO_MB / unit.length);
    const start = performance.now();
    authorOf(mail(STAFF, hostile), STAFF, policy, true);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
