import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Order } from '../../functions/domain/order.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { DECIDED, decided, HEAD, MANAGER, policyFor, type Sample } from '../support/sample-cases.ts';
import { openPages, type Pages } from '../support/web.ts';

const policy = policyFor('en');
let pages: Pages;
let serial = 0;
const lamp: Order = {
  number: 'SH-20002',
  customer: { address: 'maria@example.com', name: 'Maria Souza' },
  purchasedOn: '2026-10-01',
  deliveredOn: '2026-10-09',
  items: [
    { product: 'Desk lamp', category: 'home', price: { minor: 3_500, currency: 'USD' }, finalSale: false },
  ],
};
beforeAll(async () => {
  pages = await openPages();
  await pages.services.orders.put(lamp, DECIDED);
  const others = { address: 'helena@example.com', name: 'Helena' };
  await pages.services.orders.put({ ...lamp, number: 'SH-30003', customer: others }, DECIDED);
});
beforeEach(() => pages.setNow(hoursAfter(DECIDED, 30)));
afterAll(() => pages.close());

const no: Decision = { outcome: 'declined', reason: 'It was used for a year.' };

/** A case that was declined, unless told otherwise, and what happened to it since its customer was told. */
async function answered(sample: Sample = 'kettle', decision = no, ...since: Command[]) {
  serial += 1;
  const id = `RX-OBJE-${String(serial).padStart(4, '0')}`;
  const first: Command = { type: 'record-told', at: hoursAfter(DECIDED, 0.1), policy };
  const made = [first, ...since].reduce<Case>(
    (found, command) => decide(command, found).reduce<Case>(evolve, found),
    decided(sample, decision),
  );
  await pages.store({ ...made, id });
  return { id, path: await pages.objectPath(id), now: () => pages.services.cases.load(id) };
}
const markOf = (path: string) => pages.services.links.formMark(path.split('/').at(-1) ?? '');
const wrong = (facts: Record<string, string>) => ({ about: 'fact', ...facts });
/** What closes a case: the customer wants none of the offers, and was asked how it went. */
const closing: Command[] = [
  { type: 'choose-offer', at: hoursAfter(DECIDED, 1), offer: undefined, policy },
  { type: 'record-follow-up', at: hoursAfter(DECIDED, 2) },
];
const appeal = { about: 'decision', why: 'Nobody looked at my photos.' };

describe('the page to object', () => {
  test('shows the two ways, the facts it rests on, until when, and what happens then; nothing is chosen', async () => {
    const { path } = await answered();
    const { status, html } = await pages.get(path);
    expect(status).toBe(200);
    for (const text of [
      'A fact is wrong',
      'Please let somebody else look again',
      'We have: SH-10001',
      'We have: Gooseneck kettle',
      'We have: $89.90',
      'We have: September 1, 2026',
      'We have: September 5, 2026',
      'We have: It is defective',
      'Until Thursday, December 3, 2026',
      'you get our answer by mail by Saturday, November 7, 2026',
      'reply to one of our mails and attach it',
      'There is one second look',
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<input[^>]* checked|<option[^>]* selected/);
  });

  test('speaks the customer’s language', async () => {
    const { path } = await answered('cafeteira');
    const { html } = await pages.get(path);
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toContain('Temos: 5 de setembro de 2026');
    expect(html).toContain('Temos: R$\u00a0189,90');
  });

  test('tells somebody who writes about another’s order nothing that only the order says', async () => {
    const { path } = await answered('stranger');
    const { html } = await pages.get(path);
    expect(html).toContain('Nothing that we can show here.');
    expect(html).not.toMatch(/necklace|413\.50|September|Helena/);
  });

  test('shows what a hostile mail said as text', async () => {
    const { path } = await answered('hostile');
    expect((await pages.get(path)).html.replace(/<style>.*<\/style>/s, '')).not.toMatch(/<script|<b>|<img/);
  });

  test('says of a request that was approved in full where it stands', async () => {
    const { path } = await answered('kettle', {
      outcome: 'approved',
      amount: { minor: 8_990, currency: 'USD' },
    });
    const { html } = await pages.get(path);
    expect(html).toContain('You get everything you asked for');
    expect(html).not.toContain('<form');
  });

  test('says after the last day where the request stands, and how to reply', async () => {
    const { id, path, now } = await answered();
    pages.setNow(daysAfter(DECIDED, 32));
    const before = await now();
    const { html } = await pages.get(path);
    expect(html).toContain('You could tell us here until Thursday, December 3, 2026');
    expect(html).toContain(`reply to one of our mails about ${id}`);
    expect((await pages.post(path, { mark: await markOf(path), ...appeal })).status).toBe(409);
    expect(await now()).toEqual(before);
  });

  test('is not there while nobody has decided, and asks for a moment while the customer is being told', async () => {
    await pages.store({ ...decided('kettle', no), id: 'RX-OBJE-SOON' });
    expect((await pages.get(await pages.objectPath('RX-OBJE-SOON'))).status).toBe(503);
  });
});

describe('an appeal', () => {
  test('is recorded in the customer’s words, and wakes the flow that waits for what is due', async () => {
    const { id, path, now } = await answered();
    const { status, html } = await pages.fillIn(path, appeal);
    expect(status).toBe(200);
    expect(html).toContain('Thank you, we look at it again');
    expect(html).toContain('You get our answer by mail by Saturday, November 7, 2026');
    expect(await now()).toMatchObject({
      status: 'received',
      objection: { about: 'decision', says: 'Nobody looked at my photos.' },
    });
    expect(pages.woken).toContain(`task-of-${id}`);
    expect(pages.startedAgain).not.toContain(id);
  });

  test('sent twice is one, and later visits say where it stands', async () => {
    const { path, now } = await answered();
    const mark = await markOf(path);
    await Promise.all([pages.post(path, { mark, ...appeal }), pages.post(path, { mark, ...appeal })]);
    pages.setNow(hoursAfter(DECIDED, 40));
    const again = await pages.post(path, { mark, ...appeal });
    expect(again.status).toBe(200);
    expect(again.html).toContain('We are looking at it again');
    expect((await pages.get(path)).html).toContain('You told us on Wednesday, November 4, 2026');
    expect((await now()).history.filter(({ type }) => type === 'objected')).toHaveLength(1);
  });

  test('to a case that was closed begins its way anew: once, however often it is sent', async () => {
    const { id, path } = await answered('kettle', no, ...closing);
    const mark = await markOf(path);
    pages.answers.starts = false;
    expect((await pages.post(path, { mark, ...appeal })).status).toBe(200);
    pages.answers.starts = true;
    expect(pages.counted).toContain('FlowNotWoken');
    await pages.post(path, { mark, ...appeal });
    await pages.post(path, { mark, ...appeal });
    expect(pages.startedVersions(id)).toHaveLength(1);
  });
});

describe('a fact that is wrong', () => {
  test('is corrected as the customer states it, and weighed anew', async () => {
    const { id, path, now } = await answered();
    const facts = { deliveredOn: '2026-10-20', amount: '$ 99.50', reason: 'damaged-in-transit' };
    const { status } = await pages.fillIn(path, wrong({ ...facts, says: 'The label says so.' }));
    expect(status).toBe(200);
    const { request, objection, status: state } = await now();
    expect(state).toBe('received');
    expect(objection).toMatchObject({ about: 'fact', says: 'The label says so.' });
    const stated = { source: 'mail', certainty: 'stated' };
    expect(request.deliveredOn).toEqual({ ...stated, value: '2026-10-20', words: '2026-10-20' });
    expect(request.amount).toMatchObject({ ...stated, value: { minor: 9_950, currency: 'USD' } });
    expect(request.reason).toMatchObject({ ...stated, value: 'damaged-in-transit' });
    expect(request.purchasedOn).toMatchObject({ source: 'order' });
    expect(pages.woken).toContain(`task-of-${id}`);
  });

  test.each([
    ['kettle', 'October 20, 2026', '2026-10-20'],
    ['kettle', '10/20/2026', '2026-10-20'],
    ['cafeteira', '20/10/2026', '2026-10-20'],
    ['cafeteira', '4 de outubro de 2026', '2026-10-04'],
    ['cafeteira', '04/10/2026', '2026-10-04'],
  ] as const)('of %s takes the day %s as people write it there', async (sample, written, day) => {
    const { path, now } = await answered(sample);
    await pages.fillIn(path, wrong({ deliveredOn: written }));
    expect((await now()).request.deliveredOn).toMatchObject({ value: day });
  });

  test('that is the order takes what the right order’s record says, where it is the customer’s own', async () => {
    const { path, now } = await answered();
    await pages.fillIn(path, wrong({ orderNumber: 'sh 20002' }));
    const { request } = await now();
    expect(request).toMatchObject({
      orderNumber: { source: 'order', value: 'SH-20002' },
      product: { source: 'order', value: 'Desk lamp' },
      amount: { source: 'order', value: { minor: 3_500 } },
      deliveredOn: { source: 'order', value: '2026-10-09' },
    });
  });

  test.each(['SH-30003', 'SH-99999'])(
    'that is the order says of %s, which is not theirs, no more than that the old record does not hold',
    async (orderNumber) => {
      const { path, now } = await answered();
      await pages.fillIn(path, wrong({ orderNumber, product: 'Desk lamp' }));
      const { request } = await now();
      expect(request).toMatchObject({
        orderNumber: { source: 'mail', value: orderNumber },
        product: { source: 'mail', value: 'Desk lamp' },
        amount: { source: 'unknown' },
        purchasedOn: { source: 'unknown' },
      });
    },
  );

  test.each([
    ['nothing filled in', {}, 'Fill in what is right in at least one of the fields.'],
    [
      'a day that is none',
      { deliveredOn: '2026-02-31' },
      'Delivered on: “2026-02-31” cannot be read as a day that has been.',
    ],
    ['a day that may be two', { deliveredOn: '03/04/2026' }, 'Write it like October 5, 2026.'],
    ['a day to come', { purchasedOn: '2026-12-24' }, 'Bought on: “2026-12-24” cannot be read'],
    [
      'a delivery before the purchase',
      { deliveredOn: '2026-08-01' },
      'Delivered on: this is before it was bought.',
    ],
    [
      'an amount that is none',
      { amount: 'a lot' },
      'Amount you paid: “a lot” cannot be read. Write it like $89.90.',
    ],
    ['no amount at all', { amount: '0' }, 'Amount you paid: “0” cannot be read.'],
    [
      'a number of another shop',
      { orderNumber: 'AB-1' },
      'Order number: “AB-1” does not look like one of ours.',
    ],
    ['what we have already', { amount: '89.90' }, 'Amount you paid: this is what we have already.'],
    [
      'a product without end',
      { product: 'x'.repeat(201) },
      'Product: write its name in at most 200 characters.',
    ],
    ['a reason that is none', { reason: 'because' }, 'Why you asked for a refund: choose one of the list.'],
    ['too much text', { product: 'Lamp', says: 'x'.repeat(2001) }, 'Please write at most 2,000 characters.'],
  ])('with %s is not recorded, and the page says what would be right', async (_, facts, error) => {
    const { path, now } = await answered();
    const before = await now();
    const { status, html } = await pages.fillIn(path, wrong(facts));
    expect(status).toBe(422);
    expect(html).toContain(error);
    expect(html).toMatch(/value="fact" checked/);
    expect(await now()).toEqual(before);
  });

  test('does not let a stranger try out what the order says', async () => {
    const { path } = await answered('stranger');
    const { html } = await pages.fillIn(
      path,
      wrong({ amount: '413.50', deliveredOn: '2020-01-01', product: '' }),
    );
    expect(html).not.toContain('this is what we have already');
    expect(html).not.toContain('before it was bought');
  });
});

describe('each way is there once', () => {
  const { evaluation } = decided('kettle', no);
  /** The customer objects, and the same is decided again: by somebody else, where they asked for that. */
  const again = (about: 'fact' | 'decision', round: number, by: string, hours: number): Command[] => [
    { type: 'object', at: hoursAfter(DECIDED, hours), about, says: 'Please.', policy },
    { type: 'record-evaluation', at: hoursAfter(DECIDED, hours + 1), evaluation, policy },
    { type: 'decide-round', at: hoursAfter(DECIDED, hours + 2), round, by, decision: no, policy },
    { type: 'record-told', at: hoursAfter(DECIDED, hours + 3), policy },
  ];

  test('after a correction, only the second look is left', async () => {
    const { path } = await answered('kettle', no, ...again('fact', 2, MANAGER, 2));
    const { html } = await pages.get(path);
    expect(html).toContain('you can ask for a second look. It can be done once');
    expect(html).not.toContain('A fact is wrong');
    const { status, html: refused } = await pages.fillIn(path, wrong({ product: 'Lamp' }));
    expect(status).toBe(422);
    expect(refused).toContain('This way is not open any more.');
  });

  test('after both, the page says that the answer stands, and how to reply', async () => {
    const { path } = await answered(
      'kettle',
      no,
      ...again('fact', 2, MANAGER, 2),
      ...again('decision', 3, HEAD, 8),
    );
    const { html } = await pages.get(path);
    expect(html).toContain('looked at your request again, as you asked, so the answer stands.');
    expect(html).not.toContain('<form');
  });

  test('after an offer was chosen, there is nothing to look at again', async () => {
    const chooses: Command = {
      type: 'choose-offer',
      at: hoursAfter(DECIDED, 2),
      offer: 'store-credit',
      policy,
    };
    const { path } = await answered('kettle', no, chooses);
    const { html } = await pages.get(path);
    expect(html).toContain('You chose one of our offers');
    expect(html).not.toContain('<form');
  });
});

describe('nothing is recorded', () => {
  test.each([
    ['nothing chosen', { why: 'x', product: 'Lamp' }, 'Choose what you would like to do.'],
    ['an appeal without a reason', { about: 'decision' }, 'Tell us why it should be looked at again.'],
    ['another way', { about: 'money' }, 'Choose what you would like to do.'],
  ])('of a form with %s, and the page says why', async (_, form, error) => {
    const { path, now } = await answered();
    const before = await now();
    const { status, html } = await pages.fillIn(path, form);
    expect(status).toBe(422);
    expect(html).toContain(`${error}</a>`);
    expect(await now()).toEqual(before);
  });

  test('by opening the page, by pressing its button as it is, or by filling in what no person sees', async () => {
    const { id, path, now } = await answered();
    const before = await now();
    for (const method of ['GET', 'HEAD']) await pages.open(`${path}?about=decision&why=x`, method);
    await pages.fillIn(path, {});
    await pages.fillIn(path, { ...appeal, 'leave-empty': 'x' });
    const strange = await pages.post(path, { ...appeal, mark: 'old' });
    expect(strange.status).toBe(422);
    expect(strange.html).not.toMatch(/<input[^>]* checked/);
    expect(strange.html).toContain('Nobody looked at my photos.</textarea>');
    expect(await now()).toEqual(before);
    expect(pages.woken).not.toContain(`task-of-${id}`);
  });
});
