import { describe, expect, it } from 'vitest';
import { factsOf, NOTHING_KNOWN, unknownFacts } from '../../../functions/domain/facts.ts';
import { languages } from '../../../functions/domain/language.ts';
import type { Money } from '../../../functions/domain/money.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { requestFacts } from '../../../functions/wording/request-facts.ts';
import { AT, aRequest } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { LETTER, weighLetter } from '../../support/weigh-mail.ts';

const { policy } = defaultPolicy;
const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const paid = (money: Money): Request['amount'] => ({ source: 'order', value: money });
const said = (money: Money): Request['asked'] => ({ source: 'mail', value: money, certainty: 'stated' });

/** The price and the amount asked for among the facts, and which of both nobody knows. */
function moneyOf(changes: Partial<Request>) {
  const request = aRequest(changes);
  const { product, request: asked } = factsOf(request, NOTHING_KNOWN, policy, AT);
  const unknown = unknownFacts(request, policy).filter((name) => /price|amount/.test(name));
  return { price: product.price, amount: asked.amount, unknown };
}

describe('the amount asked for', () => {
  it('is what was paid, where the mail asks for no less', () => {
    expect(moneyOf({ amount: paid(usd(4990)) })).toEqual({ price: 49.9, amount: 49.9, unknown: [] });
    for (const more of [usd(4990), usd(9000), { minor: 1000, currency: 'BRL' }]) {
      expect(moneyOf({ amount: paid(usd(4990)), asked: said(more) }).amount).toBe(49.9);
    }
  });

  it('is the part that the mail asks for; the price stays what was paid', () => {
    const part = { amount: paid(usd(4990)), asked: said(usd(1000)) };
    expect(moneyOf(part)).toEqual({ price: 49.9, amount: 10, unknown: [] });
  });

  it('is not known, nor is the price, in another currency than the shop’s', () => {
    const unknown = ['product.price', 'request.amount'];
    const reais = (minor: number) => ({ minor, currency: 'BRL' });
    expect(moneyOf({ amount: paid(reais(4990)) })).toEqual({ price: 0, amount: 0, unknown });
    const part = { amount: paid(reais(4990)), asked: said(reais(1000)) };
    expect(moneyOf(part)).toEqual({ price: 0, amount: 0, unknown });
  });

  it.each([
    ['en', 'The kettle (order ORDER, $49.90) has a scratch. I would like $10 back.'],
    ['en', 'The kettle of ORDER has a scratch. Please refund me 10 dollars.'],
    ['pt-BR', 'A chaleira do pedido ORDER veio com um risco. Gostaria de US$ 10,00 de volta.'],
    ['pt-BR', 'A chaleira do pedido ORDER veio com um risco. Queria 10 dólares, só uma parte.'],
    ['pt-BR', 'A chaleira do pedido ORDER veio com um risco. Queria de volta dez dólares.'],
    ['en', 'The kettle of ORDER has a scratch. I would like 10 dollars, only a part of the price.'],
  ])('is read from a mail beside the price of its order (%s)', async (_, text) => {
    const { allFacts } = await weighLetter({ past: 15 }, { ...LETTER, text });
    expect(allFacts).toMatchObject({ product: { price: 49.9 }, request: { amount: 10 } });
  });

  it.each([
    'The kettle of ORDER broke. I paid $5 for shipping and would like my money back.',
    'The kettle of ORDER broke. Elsewhere it is $39. Please refund it.',
    'The kettle of ORDER broke. You have refunded only $10, please send the rest.',
    'The kettle of ORDER broke. Please refund it, and the $5 for shipping, too.',
    'The kettle of ORDER broke. Elsewhere they charge $10, only a part of your price. I want my money back.',
    'The kettle of ORDER broke. I would like $10 back, or maybe I want $20 back.',
  ])('is all of it where no part is asked for: "%s"', async (text) => {
    const { allFacts } = await weighLetter({ past: 15 }, { ...LETTER, text });
    expect(allFacts.request.amount).toBe(49.9);
  });

  it('that a later mail names is learned', async () => {
    const text = 'The kettle of ORDER has a scratch.';
    const later = ['I would like $10 back for it.'];
    const { allFacts } = await weighLetter({ past: 15 }, { ...LETTER, text, later });
    expect(allFacts).toMatchObject({ product: { price: 49.9 }, request: { amount: 10 } });
  });

  it.each(languages)('stands beside what was paid before the approver, where it is less (%s)', (language) => {
    const values = (changes: Partial<Request>) =>
      requestFacts(aRequest({ amount: paid(usd(4990)), ...changes }), language)
        .map(({ value }) => value)
        .filter((value) => value.includes('$'));
    expect(values({})).toHaveLength(1);
    expect(values({ asked: said(usd(4990)) })).toHaveLength(1);
    expect(values({ asked: said(usd(1000)) })).toHaveLength(2);
  });
});
