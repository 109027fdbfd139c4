import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import type { Order } from '../../../functions/domain/order.ts';
import { extractRequest, findOrderNumber } from '../../../functions/intake/extract.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const maria = { address: 'Maria@Example.com', name: 'Maria Souza' };

const order: Order = {
  number: 'SH-10001',
  customer: { address: 'maria@example.com', name: 'Maria de Souza' },
  purchasedOn: '2026-09-01',
  deliveredOn: '2026-09-05',
  items: [
    {
      product: 'Gooseneck kettle',
      category: 'kitchen',
      price: { minor: 8990, currency: 'USD' },
      finalSale: false,
    },
    {
      product: 'Rain jacket',
      category: 'clothing',
      price: { minor: 12_000, currency: 'USD' },
      finalSale: true,
    },
  ],
};

function mail(text: string, subject = ''): ParsedMail {
  return {
    messageId: '<1@example.com>',
    from: maria,
    subject,
    answers: [],
    headers: new Map(),
    text,
    attachments: [],
  };
}

const extract = (text: string, record?: Order, sender = maria) =>
  extractRequest(mail(text), sender, record, policy);

describe('the order', () => {
  it('is found by the shop’s pattern, in the subject or the text, however it is spelt', () => {
    expect(findOrderNumber(mail('nothing', 'Order SH-10001'), policy)).toBe('SH-10001');
    expect(findOrderNumber(mail('pedido sh-10002.'), policy)).toBe('SH-10002');
    expect(findOrderNumber(mail('my kettle broke'), policy)).toBeUndefined();
  });

  it('gives the facts it knows, and says so', () => {
    const request = extract('My gooseneck KETTLE from SH-10001 stopped working', order);
    expect(request).toMatchObject({
      ordersOwnAddress: true,
      orderNumber: { source: 'order', value: 'SH-10001' },
      product: { source: 'order', value: 'Gooseneck kettle' },
      category: { source: 'order', value: 'kitchen' },
      amount: { source: 'order', value: { minor: 8990, currency: 'USD' } },
      purchasedOn: { source: 'order', value: '2026-09-01' },
      finalSale: false,
    });
  });

  it('stands for all its items where the mail names none', () => {
    const request = extract('Please refund SH-10001', order);
    expect(request.product).toEqual({ source: 'order', value: 'Gooseneck kettle, Rain jacket' });
    expect(request.amount).toMatchObject({ value: { minor: 20_990 } });
    expect(request).toMatchObject({
      category: { source: 'unknown' },
      categories: ['kitchen', 'clothing'],
      finalSale: true,
    });
  });

  it('of somebody else is marked as such', () => {
    expect(extract('SH-10001', order, { address: 'eve@example.net', name: '' })).toMatchObject({
      ordersOwnAddress: false,
      customer: { name: { source: 'unknown' } },
    });
  });

  it('that is not on record is a fact from the mail, and the rest is unknown', () => {
    const request = extract('My order SH-99999 never arrived');
    expect(request.orderNumber).toEqual({
      source: 'mail',
      value: 'SH-99999',
      words: 'SH-99999',
      certainty: 'stated',
    });
    expect(request.product).toEqual({ source: 'unknown' });
    expect(request.ordersOwnAddress).toBeUndefined();
  });
});

describe('the reason, with the words it came from', () => {
  it.each([
    ['The kettle stopped working after two days', 'defective', 'stopped working'],
    ['A chaleira parou de funcionar', 'defective', 'parou de funcionar'],
    ['Veio com DEFEITO', 'defective', 'DEFEITO'],
    ['It arrived completely smashed', 'damaged-in-transit', 'arrived completely smashed'],
    ['Chegou quebrada', 'damaged-in-transit', 'Chegou quebrada'],
    ['You sent the wrong size', 'wrong-item', 'wrong size'],
    ['Enviaram o produto errado', 'wrong-item', 'produto errado'],
    ['It is not as described', 'not-as-described', 'not as described'],
    ['É diferente da descrição', 'not-as-described', 'diferente da descrição'],
    ['My parcel never arrived', 'never-arrived', 'never arrived'],
    ['O pedido não chegou', 'never-arrived', 'não chegou'],
    ['It arrived too late for the birthday', 'arrived-late', 'arrived too late'],
    ['Chegou atrasado', 'arrived-late', 'Chegou atrasado'],
    ['I changed my mind', 'changed-mind', 'changed my mind'],
    ['Mudei de ideia', 'changed-mind', 'Mudei de ideia'],
    ['My father passed away', 'hardship', 'passed away'],
    ['Minha mãe faleceu', 'hardship', 'faleceu'],
    ['I was charged twice', 'charged-twice', 'charged twice'],
    ['Fui cobrado duas vezes', 'charged-twice', 'cobrado duas vezes'],
    ['My subscription was renewed', 'subscription-renewed', 'subscription was renewed'],
  ])('%s', (text, value, words) => {
    expect(extract(text).reason).toEqual({ source: 'mail', value, words, certainty: 'stated' });
  });

  it('is unknown where nothing is said of it', () => {
    expect(extract('Hello there').reason).toEqual({ source: 'unknown' });
  });
});

describe('the wish and the amount', () => {
  it.each([
    ['I would like a refund', 'refund'],
    ['Quero meu dinheiro de volta', 'refund'],
    ['Could you exchange it', 'exchange'],
    ['Podem consertar?', 'repair'],
    ['A store credit is fine', 'store-credit'],
  ])('%s', (text, value) => {
    expect(extract(text).wish).toMatchObject({ source: 'mail', value });
  });

  it.each([
    ['I paid $89.90 for it', 8990, 'USD'],
    ['Paguei R$ 1.234,56.', 123_456, 'BRL'],
    ['It cost 45 euros', 4500, 'EUR'],
  ])('%s', (text, minor, currency) => {
    expect(extract(text).amount).toMatchObject({ source: 'mail', value: { minor, currency } });
  });
});

describe('the language', () => {
  it.each([
    ['Hello, I bought a kettle and it stopped working.', 'en'],
    ['Olá, comprei uma chaleira e ela parou de funcionar.', 'pt-BR'],
    ['Bom dia, produto com defeito', 'pt-BR'],
    ['SH-10001', 'en'],
    ['', 'en'],
  ])('of %j is %s', (text, language) => {
    expect(extract(text).language).toBe(language);
  });
});

it('reads hostile text in linear time', () => {
  const bombs = [
    '$1'.repeat(200_000),
    'arrived '.repeat(100_000),
    'SH-'.repeat(200_000),
    'a'.repeat(3_000_000),
  ];
  const start = performance.now();
  for (const bomb of bombs) extract(bomb);
  expect(performance.now() - start).toBeLessThan(3_000);
});
