import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { DECIDED, decided, policyFor, type Sample, told } from '../support/sample-cases.ts';
import { MANAGER, openPages, type Pages } from '../support/web.ts';

const policy: Policy = {
  ...policyFor('en'),
  offers: [
    ...policyFor('en').offers,
    {
      id: 'half-back',
      bonusPercent: 0,
      refundPercent: 50,
      namedWhenDeclining: true,
      name: { en: 'Half of the price', 'pt-BR': 'Metade do valor' },
      says: { en: 'You keep the product.', 'pt-BR': 'Você fica com o produto.' },
    },
  ],
};
let pages: Pages;
let serial = 0;
beforeAll(async () => {
  pages = await openPages({ policy });
});
beforeEach(() => pages.setNow(hoursAfter(DECIDED, 30)));
afterAll(() => pages.close());
/** Time goes on between two clicks. */
const later = (days = 2) => pages.setNow(daysAfter(DECIDED, days));

/** A case that was declined and whose customer can choose an offer, and what happened to it since. */
async function offered(sample: Sample = 'kettle', ...since: Command[]) {
  serial += 1;
  const id = `RX-OFFR-${String(serial).padStart(4, '0')}`;
  const first: Command = { type: 'record-told', at: hoursAfter(DECIDED, 0.1), policy };
  const made = [first, ...since].reduce<Case>(
    (found, command) => decide(command, found).reduce<Case>(evolve, found),
    decided(sample, { outcome: 'declined', reason: 'It was used for a year.' }),
  );
  await pages.store({ ...made, id });
  return {
    id,
    path: await pages.offersPath(id),
    mailed: async () => (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id),
    now: async () => {
      const found = await pages.services.cases.load(id);
      return { found, offers: 'offers' in found ? found.offers : undefined };
    },
  };
}
const credit = { offer: 'store-credit', confirm: 'yes' };
const none = { offer: 'none of these', confirm: 'yes' };

describe('the page of the offers', () => {
  test('shows each with what it is worth, and none of them, with nothing chosen', async () => {
    const { path } = await offered();
    const { status, html } = await pages.get(path);
    expect(status).toBe(200);
    expect(html).toContain('Store credit, $98.89');
    expect(html).toContain('Credit for anything in the shop');
    expect(html).toContain('Half of the price, $44.95');
    expect(html).toContain('None of these, thank you');
    expect(html).toContain('You can choose until Thursday, December 3, 2026');
    expect(html).not.toMatch(/<input[^>]* checked/);
  });

  test('speaks the customer’s language', async () => {
    const { path } = await offered('cafeteira');
    const { html } = await pages.get(path);
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toContain('Crédito na loja');
    expect(html).toContain('Nenhuma destas, obrigado');
  });

  test('tells somebody who writes about another’s order nothing of what it cost', async () => {
    const { path } = await offered('stranger');
    const { html } = await pages.get(path);
    expect(html).toContain('Store credit');
    expect(html).not.toMatch(/\$\d/);
  });

  test('asks for a moment while the offers are still being written down', async () => {
    const found = { ...decided('kettle', { outcome: 'declined', reason: 'No.' }), id: 'RX-OFFR-SOON' };
    await pages.store(found);
    expect((await pages.get(await pages.offersPath(found.id))).status).toBe(503);
  });

  test('is not there where nothing was offered', async () => {
    const found = told('kettle', { outcome: 'approved', amount: { minor: 8_990, currency: 'USD' } });
    await pages.store({ ...found, id: 'RX-OFFR-NONE' });
    expect((await pages.get(await pages.offersPath('RX-OFFR-NONE'))).status).toBe(404);
  });
});

describe('a choice', () => {
  test('is recorded, says what happens now, and is told to the customer and to whoever sees to it', async () => {
    const { id, path, mailed, now } = await offered();
    const { status, html } = await pages.fillIn(path, credit);
    expect(status).toBe(200);
    expect(html).toContain('Thank you, we have your answer');
    expect(html).toContain('Store credit, $98.89');
    expect(html).toContain('A person takes care of it now');
    expect((await now()).offers).toMatchObject({ state: 'accepted', accepted: 'store-credit' });
    const mails = await mailed();
    expect(mails.map(({ kind, to }) => [kind, to]).toSorted()).toEqual([
      ['offer-accepted', 'maria@example.com'],
      ['offer-to-fulfil', MANAGER],
    ]);
    expect(pages.woken).toContain(`task-of-${id}`);
  });

  test('of a partial refund says how much and until when, and is money for finance', async () => {
    const { path, mailed, now } = await offered();
    const { html } = await pages.fillIn(path, { offer: 'half-back', confirm: 'yes' });
    expect(html).toContain('We pay you $44.95. You will have it by Wednesday, November 11, 2026');
    expect((await now()).found.refunds).toMatchObject([{ amount: { minor: 4_495 }, state: 'asked' }]);
    expect((await mailed()).map(({ kind }) => kind)).toEqual(['offer-accepted']);
  });

  test('of none is as good an answer', async () => {
    const { id, path, mailed, now } = await offered();
    const { html } = await pages.fillIn(path, none);
    expect(html).toContain('You chose none of our offers. There is nothing more for you to do.');
    expect((await now()).offers).toMatchObject({ state: 'declined' });
    expect(await mailed()).toEqual([]);
    expect(pages.woken).toContain(`task-of-${id}`);
  });

  test('made twice is made once, and later visits show it', async () => {
    const { path, mailed, now } = await offered();
    await Promise.all([pages.fillIn(path, credit), pages.fillIn(path, credit)]);
    later();
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    const again = await pages.post(path, { mark, ...credit });
    expect(again.status).toBe(200);
    expect(again.html).toContain('You have chosen already, on Wednesday, November 4, 2026');
    expect((await pages.get(path)).html).toContain('Store credit, $98.89');
    const { history } = (await now()).found;
    expect(history.filter(({ type }) => type === 'offer-accepted')).toHaveLength(1);
    expect(await mailed()).toHaveLength(2);
  });

  test.each([
    ['another offer', { offer: 'exchange', confirm: 'yes' }],
    ['none', none],
  ])('cannot become %s: the page says what stands', async (_, other) => {
    const { path, now } = await offered();
    await pages.fillIn(path, credit);
    later();
    const before = await now();
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    const { status, html } = await pages.post(path, { mark, ...other });
    expect(status).toBe(409);
    expect(html).toContain('your first choice stands');
    expect(html).toContain('Store credit, $98.89');
    expect(await now()).toEqual(before);
  });
});

describe('too late', () => {
  test.each([
    ['by the clock', []],
    ['and the flow has seen it', [{ type: 'pass-time', at: daysAfter(DECIDED, 31) } as const]],
  ])('%s, the page says so kindly and how to reply, and records nothing', async (_, since) => {
    const { path, now } = await offered('kettle', ...since);
    later(31);
    const before = await now();
    const { status, html } = await pages.get(path);
    expect(status).toBe(200);
    expect(html).toContain('These offers have ended');
    expect(html).toContain('reply to one of our mails about');
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    expect((await pages.post(path, { mark, ...credit })).status).toBe(409);
    expect(await now()).toEqual(before);
  });

  test('the customer has objected: the request is looked at again, and an answer comes by a day', async () => {
    const objects = {
      type: 'object',
      at: hoursAfter(DECIDED, 24),
      about: 'decision',
      says: 'Please.',
      policy,
    } as const;
    const { path, now } = await offered('kettle', objects);
    const before = await now();
    const { html } = await pages.get(path);
    expect(html).toContain('These offers are on hold');
    expect(html).toContain('You get our answer by mail by Saturday, November 7, 2026');
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    expect((await pages.post(path, { mark, ...credit })).status).toBe(409);
    expect(await now()).toEqual(before);
  });
});

describe('nothing is recorded', () => {
  test.each([
    ['no tick', { offer: 'store-credit' }, 'Tick the box to tell us that this is your answer.'],
    ['nothing chosen', { confirm: 'yes' }, 'Choose one of the offers, or none of them.'],
    [
      'an offer that was not made',
      { offer: 'repair', confirm: 'yes' },
      'Choose one of the offers, or none of them.',
    ],
  ])('of a form with %s, and the page says why', async (_, form, error) => {
    const { path, now } = await offered();
    const { status, html } = await pages.fillIn(path, form);
    expect(status).toBe(422);
    expect(html).toContain(`${error}</a>`);
    expect((await now()).offers).toMatchObject({ state: 'open' });
  });

  test('by opening the page, by pressing its button as it is, or by filling in what no person sees', async () => {
    const { path, now, mailed } = await offered();
    const before = await now();
    for (const method of ['GET', 'HEAD']) await pages.open(`${path}?offer=store-credit`, method);
    await pages.fillIn(path, {});
    await pages.fillIn(path, { ...credit, 'leave-empty': 'x' });
    await pages.fillIn(path, { ...credit, 'leave-unticked': 'on' });
    const strange = await pages.post(path, { ...credit, mark: 'old' });
    expect(strange.status).toBe(422);
    expect(strange.html).not.toMatch(/<input[^>]* checked/);
    expect(await now()).toEqual(before);
    expect(await mailed()).toEqual([]);
  });
});
