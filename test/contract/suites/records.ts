import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/domain/case.ts';
import { CaseExists, CaseNotFound, VersionConflict } from '../../../functions/domain/errors.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import type { ReceivedMail } from '../../../functions/domain/mail.ts';
import type { Order } from '../../../functions/domain/order.ts';
import type { Services } from '../../../functions/domain/ports.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { AT, received } from '../../support/cases.ts';

type Records = Pick<Services, 'cases' | 'mails' | 'orders' | 'tokens'>;

/** What every adapter of the records has to do. `open` gives records that may hold others' data already. */
export function recordsContract(
  name: string,
  open: () => Promise<{ records: Records; close(): Promise<void> }>,
): void {
  describe(`records: ${name}`, () => {
    let records: Records;
    let close: () => Promise<void>;
    const run = Date.now().toString(36);
    let count = 0;
    const fresh = () => `${run}-${count++}`;

    const aCase = (address = `${fresh()}@example.com`, at = AT): Case =>
      replay(`RX-${fresh()}`, [
        received({ customer: { address, name: { source: 'mail', value: 'Zoë ✨' } } }, at),
      ]);

    beforeAll(async () => {
      ({ records, close } = await open());
    });
    afterAll(() => close());

    describe('cases', () => {
      it('come back as they were written', async () => {
        const created = aCase();
        await records.cases.create(created);
        expect(await records.cases.load(created.id)).toEqual(created);
      });

      it('are created once', async () => {
        const created = aCase();
        await records.cases.create(created);
        await expect(records.cases.create(created)).rejects.toThrow(CaseExists);
      });

      it('that do not exist are named in the error', async () => {
        await expect(records.cases.load('RX-NONE-0000')).rejects.toThrow(CaseNotFound);
        await expect(records.cases.load('RX-NONE-0000')).rejects.toThrow('RX-NONE-0000');
      });

      it('are changed by one of two writers who read the same version', async () => {
        const created = aCase();
        await records.cases.create(created);
        const changed = evolve(created, { type: 'step-failed', at: AT, step: 'x', error: 'y' });
        const writers = [changed, changed].map((one) => records.cases.save(one, created.version));
        const outcomes = await Promise.allSettled(writers);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(outcomes.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(VersionConflict);
        expect(await records.cases.load(created.id)).toEqual(changed);
      });

      it('of one customer are found however the address is spelt, oldest first', async () => {
        const address = `${fresh()}@example.com`;
        const [second, first] = [
          aCase(address.toUpperCase(), '2026-11-03T00:00:00.000Z'),
          aCase(address, '2026-11-01T00:00:00.000Z'),
        ];
        for (const one of [second, first]) await records.cases.create(one);
        const found = await records.cases.byCustomer(address);
        expect(found.map(({ id }) => id)).toEqual([first.id, second.id]);
        const newest = await records.cases.byCustomer(address, 1);
        expect(newest.map(({ id }) => id)).toEqual([second.id]);
        const until = await records.cases.byCustomer(address, 5, '2026-11-02T00:00:00.000Z');
        expect(until.map(({ id }) => id)).toEqual([first.id]);
        expect(await records.cases.byCustomer(`nobody-${run}@example.com`)).toEqual([]);
      });

      it('are listed newest first, and all of them oldest first, over many pages', async () => {
        const year = 2100 + (Date.now() % 1000);
        const ids: string[] = [];
        for (let index = 0; index < 120; index++) {
          const one = aCase(undefined, new Date(Date.UTC(year, 0, 1, 0, index)).toISOString());
          await records.cases.create(one);
          ids.push(one.id);
        }
        const newest = await records.cases.recent(110);
        expect(newest).toHaveLength(110);
        expect(newest.slice(0, 3).map(({ id }) => id)).toEqual(ids.slice(-3).reverse());
        const all: string[] = [];
        for await (const { id } of records.cases.all()) all.push(id);
        expect(all.filter((id) => ids.includes(id))).toEqual(ids);
      }, 60_000);
    });

    describe('received mails', () => {
      const aMail = (fate: ReceivedMail['fate'] = { state: 'stored' }): ReceivedMail => ({
        id: fresh(),
        rawKey: 'inbound/1',
        receivedAt: AT,
        from: 'maria@example.com',
        subject: 'Kettle',
        fate,
      });

      it('are recorded once; what became of them is not overwritten by a second delivery', async () => {
        const mail = aMail();
        expect(await records.mails.record(mail)).toEqual(mail);
        const settled: ReceivedMail = { ...mail, fate: { state: 'opened-case', caseId: 'RX-1' } };
        await records.mails.settle(settled);
        expect(await records.mails.record(mail)).toEqual(settled);
        expect(await records.mails.received(mail.id)).toEqual(settled);
      });

      it('are settled once: who comes later is given what has become of the mail', async () => {
        const mail = aMail();
        await records.mails.record(mail);
        const settled: ReceivedMail = { ...mail, fate: { state: 'opened-case', caseId: 'RX-1' } };
        const late: ReceivedMail = { ...mail, fate: { state: 'quarantined', reason: 'broken' } };
        expect(await records.mails.settle(settled)).toEqual(settled);
        expect(await records.mails.settle(late)).toEqual(settled);
        expect(await records.mails.received(mail.id)).toEqual(settled);
        await expect(records.mails.settle(aMail())).rejects.toThrow('never recorded');
      });

      it('in quarantine are decided about by one of two people', async () => {
        const held = aMail({ state: 'quarantined', reason: 'bulk: a list' });
        await records.mails.record(held);
        const review = { reason: 'bulk: a list', by: 'ana@shop.example', at: AT };
        const dismissed: ReceivedMail = { ...held, fate: { state: 'dismissed', ...review } };
        const released: ReceivedMail = { ...held, fate: { state: 'stored' }, released: review };
        const wins = await Promise.all([dismissed, released].map((one) => records.mails.review(one)));
        expect(wins.filter(Boolean)).toHaveLength(1);
        const won = wins[0] ? dismissed : released;
        expect(await records.mails.received(held.id)).toEqual(won);
        expect(await records.mails.review(held)).toBe(false);
      });

      it('whose release has begun are listed until it is done', async () => {
        const held = aMail({ state: 'quarantined', reason: 'bulk: a list' });
        await records.mails.record(held);
        const ids = async () => (await records.mails.quarantined(1_000)).map(({ id }) => id);
        const released = { reason: 'bulk: a list', by: 'ana@shop.example', at: AT };
        const begun: ReceivedMail = { ...held, fate: { state: 'stored' }, released };
        await records.mails.review(begun);
        expect(await ids()).toContain(held.id);
        await records.mails.settle({ ...begun, fate: { state: 'opened-case', caseId: 'RX-1' } });
        expect(await ids()).not.toContain(held.id);
        expect(await records.mails.received(held.id)).toMatchObject({ released });
      });

      it('in quarantine are listed with their reason, and only they', async () => {
        const held = aMail({ state: 'quarantined', reason: 'too large' });
        const fine = aMail();
        for (const one of [held, fine]) await records.mails.record(one);
        const listed = await records.mails.quarantined(1_000);
        expect(listed).toContainEqual(held);
        expect(listed.map(({ id }) => id)).not.toContain(fine.id);
      });
    });

    describe('the mails of an address', () => {
      const minutes = (count: number) => new Date(Date.parse(AT) + count * 60_000).toISOString();

      it('are counted over an hour, each once, whatever the case of its letters', async () => {
        const address = `${fresh()}@example.com`;
        const count = (mailId: string, at: string, written = address) =>
          records.mails.countWithinHour(written, mailId, at);
        expect(await count('one', minutes(0))).toBe(1);
        expect(await count('one', minutes(1))).toBe(1);
        expect(await count('two', minutes(30), address.toUpperCase())).toBe(2);
        expect(await count('three', minutes(61))).toBe(2);
        expect(await count('four', minutes(300))).toBe(1);
      });

      it('are all counted when they come at the same time', async () => {
        const address = `${fresh()}@example.com`;
        await Promise.all(['a', 'b', 'c', 'd'].map((id) => records.mails.countWithinHour(address, id, AT)));
        expect(await records.mails.countWithinHour(address, 'e', AT)).toBe(5);
      });
    });

    describe('outgoing mails', () => {
      const outgoing = () => ({
        id: fresh(),
        caseId: 'RX-1',
        kind: 'acknowledgement' as const,
        to: 'maria@example.com',
        subject: 'We have your request',
      });

      it('are claimed by one of two senders', async () => {
        const mail = outgoing();
        const claims = await Promise.all([records.mails.claim(mail, AT), records.mails.claim(mail, AT)]);
        expect(claims.filter((earlier) => earlier === undefined)).toHaveLength(1);
        expect(claims.find((earlier) => earlier !== undefined)).toEqual({
          ...mail,
          state: 'claimed',
          claimedAt: AT,
        });
      });

      it('can be claimed again after they were rejected, and never after they were sent', async () => {
        const mail = outgoing();
        await records.mails.claim(mail, AT);
        await records.mails.mark(mail.id, 'rejected', AT);
        expect(await records.mails.claim(mail, AT)).toBeUndefined();
        await records.mails.mark(mail.id, 'sent', AT, 'ses-1');
        expect(await records.mails.claim(mail, AT)).toMatchObject({ state: 'sent', providerId: 'ses-1' });
      });

      it('that have left are not marked as anything else by somebody who comes later', async () => {
        const mail = outgoing();
        await records.mails.claim(mail, AT);
        const sent = await records.mails.mark(mail.id, 'sent', AT, 'ses-1');
        expect(sent).toMatchObject({ state: 'sent', providerId: 'ses-1' });
        for (const state of ['uncertain', 'rejected', 'claimed'] as const) {
          expect(await records.mails.mark(mail.id, state, AT)).toEqual(sent);
        }
        expect(await records.mails.outgoing(mail.id)).toEqual(sent);
      });

      it('that are uncertain are known to have left once their sender says so', async () => {
        const mail = outgoing();
        await records.mails.claim(mail, AT);
        await records.mails.mark(mail.id, 'uncertain', AT);
        expect(await records.mails.claim(mail, AT)).toMatchObject({ state: 'uncertain' });
        expect(await records.mails.mark(mail.id, 'sent', AT)).toMatchObject({ state: 'sent' });
      });

      it('are marked once by two at the same moment, and both are told how', async () => {
        const mail = outgoing();
        await records.mails.claim(mail, AT);
        const marks = (['sent', 'uncertain', 'sent'] as const).map((state) =>
          records.mails.mark(mail.id, state, AT),
        );
        await Promise.all(marks);
        expect(await records.mails.outgoing(mail.id)).toMatchObject({ state: 'sent' });
      });

      it('wait as they were written, the longest waiting first, until it is known what became of them', async () => {
        const held = {
          subject: 'x',
          html: '<p>x</p>',
          text: 'x',
          language: 'en',
          answersCustomer: true,
        } as const;
        const [later, mail] = [outgoing(), outgoing()];
        await records.mails.hold({ ...later, held }, '1999-01-02T00:00:00.000Z');
        const record = await records.mails.hold({ ...mail, held }, '1999-01-01T00:00:00.000Z');
        const since = '1999-01-01T00:00:00.000Z';
        expect(record).toEqual({ ...mail, held: { ...held, since }, state: 'held', claimedAt: since });
        expect(await records.mails.hold({ ...mail, held }, AT)).toEqual(record);
        const waiting = async () => (await Array.fromAsync(records.mails.waiting())).map(({ id }) => id);
        expect((await waiting()).slice(0, 2)).toEqual([mail.id, later.id]);
        expect((await records.mails.sent(1_000)).map(({ id }) => id)).not.toContain(mail.id);
        // Whoever sends it may die on the way: it is found again.
        expect(await records.mails.claim({ ...mail, held }, AT)).toBeUndefined();
        expect(await waiting()).toContain(mail.id);
        const sent = await records.mails.mark(mail.id, 'sent', AT, 'ses-1');
        expect(sent).not.toHaveProperty('held');
        await records.mails.mark(later.id, 'rejected', AT);
        expect(await waiting()).not.toEqual(expect.arrayContaining([mail.id]));
        expect(await waiting()).not.toEqual(expect.arrayContaining([later.id]));
      });

      it('do not wait once somebody has begun to send them', async () => {
        const held = { subject: 'x', html: '', text: 'x', language: 'en', answersCustomer: true } as const;
        const mail = outgoing();
        await records.mails.claim(mail, AT);
        expect(await records.mails.hold({ ...mail, held }, AT)).toMatchObject({ state: 'claimed' });
      });

      it('that were claimed wait by one write of whoever claimed them, in the place that they had', async () => {
        const held = { subject: 'x', html: '', text: 'x', language: 'en', answersCustomer: true } as const;
        const [mail, next] = [outgoing(), outgoing()];
        const since = '1998-01-01T00:00:00.000Z';
        await records.mails.hold({ ...mail, held }, since);
        await records.mails.hold({ ...next, held }, '1998-01-02T00:00:00.000Z');
        await records.mails.claim({ ...mail, held: { ...held, since } }, AT);
        const other = hoursAfter(AT, 1);
        expect(await records.mails.hold({ ...mail, held }, other, other)).toMatchObject({ state: 'claimed' });
        await records.mails.hold({ ...mail, held: { ...held, since } }, hoursAfter(AT, 2), AT);
        const places = await Array.fromAsync(records.mails.waiting(2));
        expect(places).toMatchObject([{ id: mail.id, state: 'held', held: { since } }, { id: next.id }]);
        for (const one of places) await records.mails.giveUp(one);
      });

      it('that nobody needs any more wait no longer, and leave nothing of what was written, and to whom', async () => {
        const held = { subject: 'x', html: '', text: 'x', language: 'en', answersCustomer: true } as const;
        const mail = outgoing();
        const record = await records.mails.hold({ ...mail, held }, AT);
        await records.mails.claim({ ...mail, held }, hoursAfter(AT, 1));
        await records.mails.giveUp(record);
        const claimed = await records.mails.outgoing(mail.id);
        expect(claimed).toMatchObject({ to: mail.to, state: 'claimed' });
        if (claimed) await records.mails.giveUp(claimed);
        const left = await records.mails.outgoing(mail.id);
        expect(left ?? { to: '', subject: '' }).toMatchObject({ to: '', subject: '' });
        expect((await Array.fromAsync(records.mails.waiting())).map(({ id }) => id)).not.toContain(mail.id);
      });

      it('are listed newest first once they are more than claimed', async () => {
        const [older, newer, claimed] = [outgoing(), outgoing(), outgoing()];
        for (const mail of [older, newer, claimed]) await records.mails.claim(mail, AT);
        await records.mails.mark(older.id, 'sent', '2199-01-01T00:00:00.000Z');
        await records.mails.mark(newer.id, 'uncertain', '2199-01-02T00:00:00.000Z');
        const ids = (await records.mails.sent(1_000)).map(({ id }) => id);
        expect(ids.slice(0, 2)).toEqual([newer.id, older.id]);
        expect(ids).not.toContain(claimed.id);
        expect(await records.mails.outgoing(claimed.id)).toMatchObject({ state: 'claimed' });
      });
    });

    const anOrder = (minor = 1): Order => ({
      number: `SH-${fresh()}`,
      customer: { address: 'maria@example.com', name: 'Maria' },
      purchasedOn: '2026-09-01',
      items: [
        { product: 'Kettle', category: 'kitchen', price: { minor, currency: 'USD' }, finalSale: false },
      ],
    });

    it('orders of a file that came in earlier do not replace those of a later one', async () => {
      const order = anOrder();
      const later = { ...order, purchasedOn: '2026-09-02' };
      await records.orders.put(later, '2026-11-03T00:00:00.000Z');
      await records.orders.put(order, '2026-11-02T00:00:00.000Z');
      expect(await records.orders.get(order.number)).toEqual(later);
      await records.orders.put(order, '2026-11-04T00:00:00.000Z');
      expect(await records.orders.get(order.number)).toEqual(order);
    });

    it('orders that are stored just so are told from new and changed ones, however many', async () => {
      const stored = Array.from({ length: 130 }, () => anOrder());
      for (const order of stored) await records.orders.put(order, AT);
      const changed = stored.slice(0, 2).map((order) => ({ ...order, purchasedOn: '2026-09-03' }));
      const added = anOrder();
      expect(await records.orders.changed([...stored.slice(2), ...changed, added])).toEqual([
        ...changed,
        added,
      ]);
      expect(await records.orders.changed([])).toEqual([]);
    }, 60_000);

    it('orders of an address are found newest first, until an instant, however it is spelt', async () => {
      const address = `buyer-${fresh()}@example.com`;
      const bought = ['2026-09-01', '2026-10-01', '2026-11-05'].map((purchasedOn) => ({
        ...anOrder(),
        customer: { address, name: 'Maria' },
        purchasedOn,
      }));
      for (const order of bought) await records.orders.put(order, AT);
      const [first, second] = bought;
      expect(await records.orders.byCustomer(address.toUpperCase(), 5, AT)).toEqual([second, first]);
      expect(await records.orders.byCustomer(address, 1, AT)).toEqual([second]);
      expect(await records.orders.byCustomer(`nobody-${fresh()}@example.com`, 5, AT)).toEqual([]);
    });

    it('orders are found however their number is spelt', async () => {
      const order = anOrder();
      await records.orders.put(order, AT);
      expect(await records.orders.get(order.number.toLowerCase())).toEqual(order);
      expect(await records.orders.get('SH-none')).toBeUndefined();
    });

    it('the newest task token of a case is kept, and is no part of the case', async () => {
      const created = aCase();
      await records.cases.create(created);
      await records.tokens.put(created.id, 'token-one', 1_000);
      await records.tokens.put(created.id, 'token-two', 2_000);
      // A try that hung and goes on after the next one has begun.
      await records.tokens.put(created.id, 'token-old', 1_001);
      expect(await records.tokens.get(created.id)).toBe('token-two');
      expect(await records.tokens.get('RX-none')).toBeUndefined();
      expect(JSON.stringify(await records.cases.load(created.id))).not.toContain('token-');
    });
  });
}
