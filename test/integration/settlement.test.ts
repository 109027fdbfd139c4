import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

/** One day of the product's time in two seconds. */
const DAY_IN_2_SECONDS = 43_200;

const asks = {
  en: 'Hello, my kettle from order SH-10001 stopped working after six weeks. I would like a refund please.',
  'pt-BR':
    'Olá, minha chaleira do pedido SH-10001 parou de funcionar depois de seis semanas. Quero meu dinheiro de volta, por favor.',
} as const;
type Asks = keyof typeof asks;
const languages = Object.keys(asks) as Asks[];

/** All at the same time in one shop, since most of it is waiting. */
describe.concurrent('after the decision', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ timeScale: DAY_IN_2_SECONDS });
  });
  afterAll(() => shop.close());

  const load = (id: string) => shop.get<Case>(`/cases/${id}.json`);
  const mail = (kind: string, id: string, which = 1) =>
    shop.until(`mail ${kind} ${which} of ${id}`, async () => {
      const sent = (await shop.mails()).filter((one) => one.kind === kind && one.case === id);
      return sent.toSorted((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt))[which - 1];
    });
  const count = async (kind: string, id: string) =>
    (await shop.mails()).filter((one) => one.kind === kind && one.case === id).length;
  const until = (id: string, what: string, holds: (found: Case) => boolean) =>
    shop.until(what, async () => {
      const found = await load(id);
      return holds(found) && found;
    });

  let customer = 0;
  /** A request of somebody new, as far as the manager's answer to it. */
  async function decided(language: Asks, fields: Record<string, string>): Promise<string> {
    const from = `customer${++customer}@mail.example`;
    await shop.send({ from, subject: 'SH-10001', text: asks[language] });
    const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
    const link = await shop.link(await mail('approval-request', id), 'decide');
    expect((await shop.fillIn(link, fields)).status).toBe(200);
    return id;
  }
  const declined = { choice: 'declined', reason: 'It was used for a year.' };

  it.each(languages)(
    'in %s a refund is paid once and the customer hears of it, whatever finance says afterwards',
    async (language) => {
      const id = await decided(language, { choice: 'approved' });
      const link = await shop.link(await mail('refund-request', id), 'refund');
      const paid = { outcome: 'paid', reference: 'TX-1' };
      expect(
        (await Promise.all([shop.fillIn(link, paid), shop.fillIn(link, paid)])).map(({ status }) => status),
      ).toEqual([200, 200]);
      expect((await shop.read(await mail('refund-paid', id))).text).toContain('TX-1');
      await shop.fillIn(link, { outcome: 'paid', reference: 'TX-2' });
      await until(id, 'the case to close', ({ status }) => status === 'closed');
      expect(await load(id)).toMatchObject({ refunds: [{ state: 'paid', paid: { reference: 'TX-1' } }] });
      expect(await count('refund-request', id)).toBe(1);
      expect(await count('refund-paid', id)).toBe(1);
      expect(await count('follow-up', id)).toBe(1);
    },
  );

  it.each(languages)(
    'in %s an offer that is accepted after a refusal is seen to, and closes the case with the follow-up',
    async (language) => {
      const id = await decided(language, declined);
      const link = await shop.link(await mail('decision', id), 'offers');
      await fetch(link);
      expect(await load(id)).toMatchObject({ offers: { state: 'open' } });
      expect((await shop.fillIn(link, { offer: 'store-credit', confirm: 'yes' })).status).toBe(200);
      expect((await mail('offer-to-fulfil', id)).to).toBe('manager@shop.example');
      expect((await mail('offer-accepted', id)).to).toBe((await mail('decision', id)).to);
      await until(id, 'the case to close', ({ status }) => status === 'closed');
      expect(await count('offers-reminder', id)).toBe(0);
    },
  );

  it.each(languages)(
    'in %s an appeal goes to another approver, whose approval is told and paid',
    async (language) => {
      const reason = `Only the first approver of ${language} says so.`;
      const id = await decided(language, { choice: 'declined', reason });
      const link = await shop.link(await mail('decision', id), 'object');
      expect(
        (await shop.fillIn(link, { about: 'decision', why: 'My neighbour got hers back.' })).status,
      ).toBe(200);
      expect(
        (await shop.fillIn(link, { about: 'decision', why: 'My neighbour got hers back.' })).status,
      ).toBe(200);
      await mail('objection-received', id);
      const again = await mail('approval-request', id, 2);
      expect(again.to).toBe('head@shop.example');
      const { text = '' } = await shop.read(again);
      expect(text).toContain('My neighbour got hers back.');
      expect(text).not.toContain(reason);
      expect((await shop.fillIn(await shop.link(again, 'decide'), { choice: 'approved' })).status).toBe(200);
      await mail('decision', id, 2);
      const refund = await shop.link(await mail('refund-request', id), 'refund');
      expect((await shop.fillIn(refund, { outcome: 'paid', reference: 'TX-3' })).status).toBe(200);
      const closed = await until(id, 'the case to close', ({ status }) => status === 'closed');
      expect(closed).toMatchObject({
        decided: { by: 'head@shop.example' },
        earlier: [{ by: 'manager@shop.example' }],
        language,
      });
      expect(await count('objection-received', id)).toBe(1);
      expect(await count('decision', id)).toBe(2);
    },
  );

  it('money that nobody confirms raises the alarm and the customer is told, once, and it is asked for until it is paid', async () => {
    const id = await decided('en', { choice: 'approved' });
    const late = await mail('refund-late', id);
    expect(late.to).toBe((await mail('decision', id)).to);
    expect(shop.log.some((line) => line.includes('ERROR') && line.includes(id))).toBe(true);
    const reminder = await mail('refund-reminder', id, 3);
    expect(reminder.to).toBe('finance@shop.example');
    await shop.fillIn(await shop.link(reminder, 'refund'), {
      outcome: 'failed',
      why: 'The card was closed.',
    });
    expect((await mail('refund-failed', id)).to).toBe('manager@shop.example');
    await shop.fillIn(await shop.link(await mail('refund-reminder', id, 4), 'refund'), {
      outcome: 'paid',
      reference: 'TX-4',
    });
    await until(id, 'the case to close', ({ status }) => status === 'closed');
    expect(await count('refund-late', id)).toBe(1);
    expect(await count('refund-paid', id)).toBe(1);
  });
});
