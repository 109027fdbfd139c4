import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { known } from '../../../functions/domain/request.ts';
import { extractRequest, findOrderNumbers } from '../../../functions/intake/extract.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const sender = { address: 'maria@example.com', name: 'Maria' };
/** Everything here is written on a Wednesday in November, in the evening of New York and Brazil. */
const WRITTEN = 'Wed, 18 Nov 2026 22:28:30 -0300';

function mail(text: string, date = WRITTEN): ParsedMail {
  return {
    messageId: '<1@example.com>',
    from: sender,
    subject: '',
    answers: [],
    headers: new Map(date ? [['date', date]] : []),
    text,
    attachments: [],
  };
}

const extract = (text: string, shop: Partial<Policy['shop']> = {}, date = WRITTEN) =>
  extractRequest(mail(text, date), sender, undefined, { ...policy, shop: { ...policy.shop, ...shop } });

describe('order numbers', () => {
  const cases: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['SH 10001', ['SH-10001']],
    ['sh10001', ['SH-10001']],
    ['#SH-10001', ['SH-10001']],
    ['SH–10001', ['SH-10001']],
    ['ＳＨ－１０００１', ['SH-10001']],
    ['SH-１０００１', ['SH-10001']],
    ['SH-100012', []],
    ['CASH 10001', []],
    ['order number 10001', ['SH-10001']],
    ['pedido nº 10001', ['SH-10001']],
    ['order #10001 and order 10002', ['SH-10001', 'SH-10002']],
    ['pedido 10001.', ['SH-10001']],
    ['SH-\n10001', ['SH-10001']],
    ['SH - 10001', ['SH-10001']],
    ['(SH-10001)', ['SH-10001']],
    ['my order number is 10001', ['SH-10001']],
    ['SH:10001', ['SH-10001']],
    ['SH-10001, SH-10001 and sh 10001', ['SH-10001']],
    ['tel 10001', []],
    ['my orders: 10031, 10032 and 10033', ['SH-10031', 'SH-10032', 'SH-10033']],
    ['pedidos 10031 e 10032', ['SH-10031', 'SH-10032']],
    ['Order reference: 10048', ['SH-10048']],
    ['código do pedido: 10048', ['SH-10048']],
    ['SH-10001e', ['SH-10001']],
  ] as [string, string[]][];
  it.each(cases)('in %j', (text, numbers) => {
    expect(findOrderNumbers(mail(text), policy)).toEqual(numbers);
  });

  it.each([
    ['\\d{3}-\\d{7}', 'order 111 1234567', '111-1234567'],
    ['\\d{3}-\\d{7}', 'order 1111234567', '111-1234567'],
    ['#\\d{4,6}', 'my order #10442', '#10442'],
    ['[A-Z]{2}\\d{6}', 'pedido ab123456', 'AB123456'],
    ['PED\\d{6}', 'pedido PED-123456', 'PED123456'],
    ['(?:WEB|APP)-\\d{5}', 'order app-12345', 'APP-12345'],
  ])('of a shop that writes %s, in %j', (orderNumber, text, number) => {
    const shop = { ...policy, shop: { ...policy.shop, orderNumber } };
    expect(findOrderNumbers(mail(text), shop)).toEqual([number]);
  });

  it('say which words they came from, and that a bare number is only likely one', () => {
    expect(extract('It is sh 10001').orderNumber).toMatchObject({ words: 'sh 10001', certainty: 'stated' });
    expect(extract('Pedido nº 10001').orderNumber).toEqual({
      source: 'mail',
      value: 'SH-10001',
      words: 'Pedido nº 10001',
      certainty: 'likely',
    });
  });
});

describe('the amount', () => {
  const cases: ReadonlyArray<readonly [string, number, string]> = [
    ['I paid $89.90', 8990, 'USD'],
    ['US$ 89.90', 8990, 'USD'],
    ['R$89,90', 8990, 'BRL'],
    ['89,90 reais', 8990, 'BRL'],
    ['89.90 dollars', 8990, 'USD'],
    ['R$ 1.234,56', 123456, 'BRL'],
    ['$1,234.56', 123456, 'USD'],
    ['R$89', 8900, 'BRL'],
    ['89 bucks', 8900, 'USD'],
    ['€45', 4500, 'EUR'],
    ['45€', 4500, 'EUR'],
    ['£12.50', 1250, 'GBP'],
    ['Paguei 89,90 na chaleira', 8990, 'USD'],
    ['I paid $120 for it plus $15 shipping', 12000, 'USD'],
    ['Shipping was $15 and the lamp cost $120', 12000, 'USD'],
    ['frete de R$ 20,00, produto R$ 150,00', 15000, 'BRL'],
    ['I paid $50 with a $10 discount', 5000, 'USD'],
    ['refund of $30 please, the whole order was $100', 3000, 'USD'],
    ['em 3x de R$ 30,00', 9000, 'BRL'],
    ['89usd', 8900, 'USD'],
    ['USD 89.90', 8990, 'USD'],
    ['the amount of 1.234,56 EUR', 123456, 'EUR'],
    ['Rs 89,90', 8990, 'BRL'],
    ['89 quid', 8900, 'GBP'],
    ['I saw it elsewhere for $60 but paid $89 here', 8900, 'USD'],
    ['custou 59,90 reais', 5990, 'BRL'],
    ['valor: 59,90', 5990, 'USD'],
    ['I charged $50 twice', 5000, 'USD'],
    ['$89.90.', 8990, 'USD'],
    ['paid 89.90', 8990, 'USD'],
    ['cobraram R$ 200 em vez de R$ 150', 20000, 'BRL'],
    ['no valor de R$ 1.500', 150000, 'BRL'],
    ['it cost me forty dollars', 4000, 'USD'],
    ['I paid one hundred and twenty euros', 12000, 'EUR'],
    ['foram vinte e cinco reais', 2500, 'BRL'],
    ['paguei mil e duzentos reais', 120000, 'BRL'],
    ['I paid $89 for it. Because of the scratch I would like $20 back.', 2000, 'USD'],
    ['Paguei R$ 300,00 e gostaria de um reembolso de R$ 80,00', 8000, 'BRL'],
    ['You refunded $10, but I had paid $35', 3500, 'USD'],
    ['price 49.90 USD plus 5.00 USD shipping, 54.90 USD in total', 5490, 'USD'],
  ] as [string, number, string][];
  it.each(cases)('in %j', (text, minor, currency) => {
    expect(known(extract(text).amount)).toEqual({ minor, currency });
  });
  it.each([
    'it is 2 weeks old',
    'bought 3 of them',
    'version 2.50',
    '10% off',
    'it has two real problems',
    'two pounds of coffee',
    '',
  ])('is not in %j', (text) => {
    expect(extract(text).amount).toEqual({ source: 'unknown' });
  });

  it.each([
    ['I paid $89.90 for it', '$89.90', 'stated'],
    ['Paguei R$ 89,90.', 'R$ 89,90', 'stated'],
    ['It is about $89.90', '$89.90', 'likely'],
    ['paid 89.90', '89.90', 'likely'],
    ['$20 and $30 and $40', '$40', 'guess'],
  ])('in %j is %j, %s', (text, words, certainty) => {
    expect(extract(text).amount).toMatchObject({ words, certainty });
  });

  it('in bare dollars is in the shop’s own', () => {
    expect(known(extract('I paid $40', { currency: 'CAD' }).amount)).toEqual({
      minor: 4000,
      currency: 'CAD',
    });
    expect(known(extract('I paid $40', { currency: 'EUR' }).amount)).toEqual({
      minor: 4000,
      currency: 'USD',
    });
  });
});

describe('the days of buying and of arriving', () => {
  const cases: ReadonlyArray<readonly [string, string?, string?]> = [
    ['I bought it on 3 March', '2026-03-03'],
    ['ordered March 3rd, 2026', '2026-03-03'],
    ['bought on 3/3/2026', '2026-03-03'],
    ['bought on 03/04/2026', '2026-03-04'],
    ['comprei dia 03/04/2026 a chaleira', '2026-04-03'],
    ['comprei dia 3/3/2026', '2026-03-03'],
    ['comprei no dia 3 de março', '2026-03-03'],
    ['I bought it two weeks ago', '2026-11-04'],
    ['comprei há duas semanas', '2026-11-04'],
    ['I bought it last Friday', '2026-11-13'],
    ['comprei sexta passada', '2026-11-13'],
    ['ordered yesterday', '2026-11-17'],
    ['comprei ontem', '2026-11-17'],
    ['bought in January', '2026-01-01'],
    ['comprei em janeiro', '2026-01-01'],
    ['bought on 31/02/2026', undefined],
    ['bought on 3 March 2030', undefined],
    ['bought 25/12/2025', '2025-12-25'],
    ['it arrived on 7 November and I bought it 1 November', '2026-11-01', '2026-11-07'],
    ['bought it on 3 October and it arrived on 7 October', '2026-10-03', '2026-10-07'],
    ['chegou ontem', undefined, '2026-11-17'],
    ['recebi dia 10/11', undefined, '2026-11-10'],
    ['comprei faz 3 dias', '2026-11-15'],
    ['comprei a 2 meses atrás', '2026-09-18'],
    ['It was supposed to arrive on 5 November', undefined, undefined],
    ['era para chegar dia 5 de novembro, comprei em 20/10/2026', '2026-10-20', undefined],
    ['Date of purchase: 2026-10-02', '2026-10-02'],
    ['Order date: Oct 2, 2026\nDelivered: Oct 6, 2026', '2026-10-02', '2026-10-06'],
    ['it stopped on 3 November', undefined],
    ['It broke two days ago, I got it three weeks ago', undefined, '2026-10-28'],
    ['comprei semana passada', '2026-11-11'],
    ['compra realizada em 15 de setembro de 2026', '2026-09-15'],
    ['Data da compra: 15/09/2026', '2026-09-15'],
    ['I placed the order on the 12th', '2026-11-12'],
    ['bought on 13/05/2026', '2026-05-13'],
    ['bought on 3 March last year', '2025-03-03'],
    ['comprei dia 5 de dezembro', '2025-12-05'],
    ['I received it a couple of weeks ago', undefined, '2026-11-04'],
    ['It never arrived, ordered on Oct 3rd', '2026-10-03'],
    ['order SH-10001 of 2 October', '2026-10-02'],
    ['comprei terça-feira passada', '2026-11-17'],
    ['purchased on 05.04.2026', '2026-04-05'],
    ["I ordered it for my mother's birthday on 7 November", undefined],
    ['Bought it on Black Friday', undefined],
    ['I want to return 2 of 3', undefined],
    ['comprei dia 29 de fevereiro', '2024-02-29'],
    ['recebi anteontem', undefined, '2026-11-16'],
    ['bought the day before yesterday', '2026-11-16'],
    ['comprei há uns 10 dias', '2026-11-08'],
    ['I purchased this 10 days ago', '2026-11-08'],
    ['ordered on 12/11/2026', '2026-11-12'],
    ['comprado em 3-3-26', '2026-03-03'],
  ] as [string, string?, string?][];
  const dates = cases.map(([text, bought, arrived]) => ({ text, bought, arrived }));
  it.each(dates)('in $text', ({ text, bought, arrived }) => {
    const { purchasedOn, deliveredOn } = extract(text);
    expect([known(purchasedOn), known(deliveredOn)]).toEqual([bought, arrived]);
  });

  it.each([
    ['I bought it on 3 March 2026', '3 March 2026', 'stated'],
    ['I bought it on 3 March', '3 March', 'likely'],
    ['I bought it two weeks ago', 'two weeks ago', 'likely'],
    ['I bought it in January', 'in January', 'guess'],
    ['Comprei há uns 2 meses', 'há uns 2 meses', 'guess'],
    ['Comprei no dia 03/04/2026 a chaleira', '03/04/2026', 'stated'],
    ['I bought it on 03/04/2026', '03/04/2026', 'guess'],
  ])('in %j come from %j, %s', (text, words, certainty) => {
    expect(extract(text).purchasedOn).toMatchObject({ words, certainty });
  });

  it('put the day first in English where the shop is not in the United States', () => {
    const british = { currency: 'GBP', timeZone: 'Europe/London' };
    expect(known(extract('I bought it on 03/04/2026', british).purchasedOn)).toBe('2026-04-03');
  });

  it('are read the other way round where that is the only way they lie in the past', () => {
    expect(known(extract('I bought it on 12/11/2026').purchasedOn)).toBe('2026-11-12');
  });

  it('count from the sender’s own day, and nothing that is relative is a fact without one', () => {
    expect(known(extract('I bought it yesterday', {}, 'Tue, 1 Dec 2026 00:30:00 +0900').purchasedOn)).toBe(
      '2026-11-30',
    );
    expect(extract('I bought it yesterday', {}, '').purchasedOn).toEqual({ source: 'unknown' });
    expect(extract('I bought it yesterday', {}, 'nonsense').purchasedOn).toEqual({ source: 'unknown' });
    expect(known(extract('I bought it on 3 March 2026', {}, '').purchasedOn)).toBe('2026-03-03');
  });
});

describe('the product, where no order tells it', () => {
  const cases: ReadonlyArray<readonly [string, string?]> = [
    ['I bought a red kettle from you last week', 'red kettle'],
    ['my kettle stopped working', 'kettle'],
    ['minha chaleira parou de funcionar', 'chaleira'],
    ['comprei uma máquina de lavar com vocês', 'máquina de lavar'],
    ['Product: Cordless kettle 1.7 l', 'Cordless kettle 1.7 l'],
    ['My order never arrived', undefined],
    ['comprei o fone de ouvido no dia 3', 'fone de ouvido'],
    ['I want to return the wireless headphones', 'wireless headphones'],
    ['comprei um produto', undefined],
    ['my mother died', undefined],
    ['o liquidificador que comprei queimou', 'liquidificador'],
    ['Comprei um liquidificador de vocês em outubro', 'liquidificador'],
    ['I ordered two lamps', undefined],
    ['quero devolver a jaqueta', 'jaqueta'],
    ['The lamp I bought arrived broken', 'lamp'],
    ['I bought this lamp in May', 'lamp'],
    ['the desk lamp is broken', 'desk lamp'],
    ['My new running shoes fell apart', 'running shoes'],
  ] as [string, string?][];
  it.each(cases.map(([text, product]) => ({ text, product })))('in $text', ({ text, product }) => {
    expect(known(extract(text).product)).toBe(product);
  });

  it('is a guess, unless it is given as in a form', () => {
    expect(extract('My kettle broke').product).toMatchObject({ certainty: 'guess' });
    expect(extract('Produto: Chaleira').product).toMatchObject({ value: 'Chaleira', certainty: 'stated' });
  });
});

describe('contact details', () => {
  const phones: ReadonlyArray<readonly [string, string | undefined]> = [
    ['call me on +1 (555) 123-4567', '+15551234567'],
    ['Tel: 555-123-4567', '5551234567'],
    ['meu whatsapp é (11) 98765-4321', '11987654321'],
    ['telefone 11 98765 4321', '11987654321'],
    ['order 1234567890', undefined],
    ['CPF 123.456.789-09', undefined],
    ['on 2026-11-03 I', undefined],
    ['tracking 12345678901', undefined],
    ['+55 11 98765-4321', '+5511987654321'],
    ['SH-10001 $89.90', undefined],
    ['phone: 07700 900123', '07700900123'],
  ];
  it.each(phones)('the number in %j', (text, phone) => {
    const { customer } = extract(text);
    expect(customer.phone && known(customer.phone)).toBe(phone);
  });

  const addresses: ReadonlyArray<readonly [string, string | undefined]> = [
    ['write to me at other.me@mail.example please', 'other.me@mail.example'],
    ['I wrote to refunds@shop.example', undefined],
    ['maria@example.com', undefined],
    ['meu outro e-mail é joao@x.com.br.', 'joao@x.com.br'],
    ['@@@', undefined],
  ];
  it.each(addresses)('the address in %j', (text, address) => {
    const { customer } = extract(text);
    expect(customer.otherAddress && known(customer.otherAddress)).toBe(address);
  });
});
