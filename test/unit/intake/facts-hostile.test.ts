import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import { Request } from '../../../functions/domain/request.ts';
import { extractRequest, findOrderNumbers } from '../../../functions/intake/extract.ts';
import { findPhrases, phrasebook } from '../../../functions/intake/facts/phrases.ts';
import { isWithdrawal } from '../../../functions/intake/facts/withdrawal.ts';
import { quote, readWords } from '../../../functions/intake/facts/words.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const sender = { address: 'eve@example.net', name: 'Eve' };
const TODAY = '2026-11-18';

function mail(text: string, subject = ''): ParsedMail {
  return {
    messageId: '<1@example.net>',
    from: sender,
    subject,
    answers: [],
    headers: new Map([['date', 'Wed, 18 Nov 2026 10:00:00 +0000']]),
    text,
    attachments: [],
  };
}

const extract = (text: string, subject = '') =>
  extractRequest(mail(text, subject), sender, undefined, policy);

/** Scraps of what people write, so that the readers are reached and not only passed by. */
const scraps = fc.constantFrom(
  ...(
    'not|never|não|arrived|chegou|broken|quebrado|refund|reembolso|I|it|my|a|the|há|2|duas|weeks|semanas|ago|atrás|on|dia|3|31/02/2026|' +
    '03/04/2026|March|março|2026|29|fevereiro|last|Friday|sexta|passada|ontem|$|R$|€|89.90|1.234,56|reais|usd|SH-10001|sh 10001|order|' +
    'pedido|10001|+55 11 98765-4321|(|)|@|a@b.example|.|,|\n|\n\n|’|´|“|\u00ad|\u200b|ＳＨ－１０００１|é|İ|ß|ﬁ|½|🙂|\ud800|\u0301|keep|ficar|com|ele|if|3x|de|' +
    'paid|paguei|Product:|Produto: |bought|comprei|charged|twice|__proto__|constructor|toString'
  ).split('|'),
);
const texts = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(' '));

describe('whatever is written', () => {
  it('makes a request that can be stored, and nothing throws', () => {
    fc.assert(
      fc.property(texts, texts, (text, subject) => {
        const request = extract(text, subject);
        expect(Request.safeParse(request).error).toBeUndefined();
        isWithdrawal(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is quoted as it was written, and said with how sure that is', () => {
    const plain = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
        .replace(/\s+/g, ' ');
    fc.assert(
      fc.property(texts, (text) => {
        const { customer, reason, wish, amount, purchasedOn, deliveredOn, product, orderNumber } =
          extract(text);
        const facts = [
          reason,
          wish,
          amount,
          purchasedOn,
          deliveredOn,
          product,
          orderNumber,
          customer.phone,
          customer.otherAddress,
        ];
        for (const fact of facts) {
          if (fact?.source !== 'mail') continue;
          expect(fact.certainty).toBeDefined();
          expect(plain(text)).toContain(
            plain(fact.words ?? '')
              .trim()
              .slice(0, 150),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives no day that is still to come and none that no calendar has', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { purchasedOn, deliveredOn } = extract(`I bought it on ${text} and it arrived ${text}`);
        for (const fact of [purchasedOn, deliveredOn]) {
          if (fact.source !== 'mail') continue;
          expect(new Date(`${fact.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(fact.value);
          expect(fact.value <= TODAY).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('two megabytes', () => {
  const MEGABYTES = 2 * 1024 * 1024;
  it.each([
    'a',
    ' ',
    '\n',
    "'",
    "a'",
    '1',
    '1 ',
    '1.',
    '1/1/',
    '$1',
    '$1 ',
    'R$ 1,00 ',
    'SH-',
    'SH ',
    'SH-10001 ',
    'order no ',
    'order # ',
    'not ',
    'não ',
    'arrived ',
    'chegou ',
    'a a ',
    'a few ',
    'há uns ',
    'last ',
    '1 1 1 1 1 1 1 1 ',
    '(1) ',
    '+1 ',
    '@',
    'a@',
    'a@b.',
    'a.',
    'my new ',
    'bought a ',
    'never mind ',
    'I will keep it ',
    'deixa pra lá ',
    'refund ',
    'not want a ',
    'not broken, ',
    'Product: ',
    'product:\n',
    '\u00ad',
    '\u200b',
    'é',
    '\u0301',
    '\ud800',
    '🙂',
    'ＳＨ',
    'bought on 1/1/2026 ',
    '3 March ',
    'on the 3rd ',
  ])('of %j take no longer than a moment', (scrap) => {
    const text = scrap.repeat(Math.ceil(MEGABYTES / scrap.length));
    const start = performance.now();
    extract(text, text);
    findOrderNumbers(mail(text), policy);
    isWithdrawal(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a phrase', () => {
  const find = (phrase: string, text: string) => {
    const read = readWords(text);
    return findPhrases(phrasebook([{ means: 'found', weight: 1, phrases: [phrase] }]), read.words).map(
      ({ from, to }) => quote(read, from, to),
    );
  };

  it.each([
    ['charged [me] twice', 'You charged me twice, charged twice!', ['charged me twice', 'charged twice']],
    ['quebrad* no|na', 'QUEBRADA na caixa', ['QUEBRADA na']],
    ['arrived ..2 broken', 'It arrived very very broken', ['arrived very very broken']],
    ['arrived ..2 broken', 'It arrived. Not broken', []],
    ['arrived ..2 broken', 'It arrived\n\nbroken', []],
    ['arrived broken', 'It arrived\nbroken', ['arrived broken']],
    ['dont like', 'I don’t like it', ['don’t like']],
    ['stopped *ing', 'It stopped ringing, then stopped at all', ['stopped ringing']],
    [
      'want # [dollars] back',
      'I want 20 dollars back, want 30 back, want it back',
      ['want 20 dollars back', 'want 30 back'],
    ],
  ])('%j in %j', (phrase, text, found) => {
    expect(find(phrase, text)).toEqual(found);
  });

  it.each([
    ['[me] charged', 'begin with a word'],
    ['..2 charged', 'begin with a word'],
    ['qu* no', 'a stem of 4 letters'],
    ['*ing stopped', 'begin with a word'],
    ['#|two back', 'begin with a word'],
    ['não chegou', 'not folded'],
  ])('%j is refused, and told why', (phrase, reason) => {
    expect(() => find(phrase, 'text')).toThrow(reason);
  });
});
