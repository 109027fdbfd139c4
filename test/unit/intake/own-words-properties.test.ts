import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_LINES, ownWords } from '../../../functions/intake/own-words.ts';

const TWO_MB = 2_000_000;
/** What no hostile text of 2 MB may take on a busy machine (ms). What is not linear takes minutes. */
const LIMIT = 4_000;

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '> quoted',
    '>',
    '>> deeper',
    '> 50 EUR',
    'On Fri, 20 Nov 2026 at 08:05, Shop <s@shop.example> wrote:',
    'On Fri, 20 Nov 2026 at 08:05, Shop <',
    's@shop.example> wrote:',
    'Em sex., 20 de nov. de 2026 às 08:05, Shop <s@shop.example>',
    'escreveu:',
    'From: Shop <s@shop.example>',
    'Sent: Friday, 20 November 2026 08:05',
    'To: Emily',
    'Subject: Re: kettle',
    'De: Shop <s@shop.example>',
    'Enviado: 20/11/2026 08:05',
    'Assunto: chaleira',
    '-----Original Message-----',
    '________________________________',
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    '-- ',
    '--',
    'Sent from my iPhone',
    'CONFIDENTIALITY NOTICE',
    'The kettle is broken.',
    '\u200b',
    '\ufeff> marked',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\n/g, ' ')),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

const filled = (written: string) =>
  written
    .split('\n')
    .map((one) => one.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim())
    .filter(Boolean)
    .sort();

describe('whatever a mail holds', () => {
  test('every line is in the words, the signature or the rest, once', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { words, signature, rest } = ownWords(written);
        expect(filled([words, signature, rest].join('\n'))).toEqual(filled(written));
      }),
      { numRuns: 2_000 },
    );
  });

  test('there is nothing more to take off the words', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { words } = ownWords(written);
        expect(ownWords(words)).toEqual({ words, signature: '', rest: '' });
      }),
      { numRuns: 2_000 },
    );
  });

  test('what stands below more lines than a person writes is kept in the rest', () => {
    const many = Array.from({ length: MAX_LINES + 2 }, (_, at) => `line ${at}`);
    const { words, rest } = ownWords(many.join('\n'));
    expect(words.split('\n')).toHaveLength(MAX_LINES);
    expect(rest).toBe(many.slice(MAX_LINES).join('\n'));
  });

  test.each([
    ['On ', 'On \n'],
    ['On, on one line', 'On '],
    ['>', '>\n'],
    ['> and a word in turn', '> a\nb\n'],
    ['From:', 'From:\n'],
    ['From: with a value', 'From: a@b.example\n'],
    ['From:, on one line', 'From:'],
    ['a header block that never ends', 'From: a\nSent: 1\n'],
    ['headers on one line', `From: ${'a: b: '.repeat(60)}\n`],
    ['-- ', '-- \n'],
    ['--', '--\n'],
    ['--, on one line', '--'],
    ['attributions without an end', 'On Fri, 20 Nov 2026 at 08:05, Shop <\n'],
    ['lines that end like attributions', 'On 1/1/2026 10:00 x:\n'],
    ['attributions answered inline', 'On 1/1/2026 10:00, X <x@y.example> wrote:\n> a\nb\n'],
    ['rules', '____________\n'],
    ['promotions', 'Sent from my iPhone\n'],
    [
      'disclaimers',
      'This message is confidential and intended solely for the addressee, by mistake disclosed\n',
    ],
    ['blank lines', '\n'],
    ['blank lines between quotes', '> a\n\n\n\n'],
    ['invisible marks', '\u200b'],
    ['spaces', ' '],
    ['colons', ':'],
    ['brackets', '<<@'],
    ['dashes and phrases', '---- original '],
  ])('2 MB of %s are read in linear time', (_, unit) => {
    const hostile = unit.repeat(TWO_MB / unit.length);
    const start = performance.now();
    ownWords(hostile);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
