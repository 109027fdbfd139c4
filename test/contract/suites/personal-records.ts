import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/domain/case.ts';
import { VersionConflict } from '../../../functions/domain/errors.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import type { ReceivedMail } from '../../../functions/domain/mail.ts';
import type { PersonalRecords, Services } from '../../../functions/domain/ports.ts';
import { AT, received } from '../../support/cases.ts';

interface Opened {
  records: Pick<Services, 'absences' | 'deliveries' | 'cases' | 'mails' | 'orders' | 'tokens'>;
  personal: PersonalRecords;
  close(): Promise<void>;
}

/** What finds and deletes people's data has to do, beside the records that everything else writes. */
export function personalRecordsContract(name: string, open: () => Promise<Opened>): void {
  describe(`personal records: ${name}`, () => {
    let { records, personal, close } = {} as Opened;
    const run = Date.now().toString(36);
    let count = 0;
    const fresh = () => `${run}-${count++}`;
    const anAddress = () => `Maria.${fresh()}@example.com`;

    const aCase = (address: string): Case =>
      replay(`RX-${fresh()}`, [received({ customer: { address, name: { source: 'unknown' } } })]);
    const aMail = (from: string, fate: ReceivedMail['fate'], receivedAt = AT): ReceivedMail => ({
      id: fresh(),
      rawKey: 'inbound/1',
      receivedAt,
      from,
      subject: 'Kettle',
      fate,
    });

    beforeAll(async () => {
      ({ records, personal, close } = await open());
    });
    afterAll(() => close());

    it('lead from an address, however it is spelt, to its mails and orders, and to no case that is none', async () => {
      const address = anAddress();
      const mine = aCase(address);
      await records.cases.create(mine);
      const mails = [
        aMail(address, { state: 'opened-case', caseId: mine.id }, '2026-11-01T10:00:00.000Z'),
        aMail(address.toUpperCase(), { state: 'quarantined', reason: 'bulk: List-Id' }, AT),
      ];
      for (const mail of mails) await records.mails.record(mail);
      await records.mails.record(aMail(anAddress(), { state: 'stored' }));
      const order = {
        number: `SH-${fresh()}`,
        customer: { address: address.toLowerCase(), name: 'Maria' },
        purchasedOn: '2026-09-01',
        items: [
          { product: 'Kettle', category: 'kitchen', price: { minor: 1, currency: 'USD' }, finalSale: false },
        ],
      };
      await records.orders.put(order, AT);
      expect(await personal.mailsFrom(address)).toEqual(mails);
      expect(await personal.ordersOf(address)).toEqual([order]);
      expect((await records.cases.byCustomer(address)).map(({ id }) => id)).toEqual([mine.id]);
    });

    it('lead from a case to every mail that was sent about it, or nearly', async () => {
      const caseId = `RX-${fresh()}`;
      const [sent, claimed] = [fresh(), fresh()];
      for (const id of [sent, claimed]) {
        const mail = { id, caseId, kind: 'acknowledgement' as const, to: 'a@example.com', subject: 'x' };
        await records.mails.claim(mail, AT);
      }
      await records.mails.mark(sent, 'sent', AT);
      expect((await personal.mailsAbout(caseId)).map(({ id }) => id).sort()).toEqual([sent, claimed].sort());
      for (const id of [sent, claimed]) await personal.removeSent(id);
      expect(await personal.mailsAbout(caseId)).toEqual([]);
      expect(await records.mails.outgoing(sent)).toBeUndefined();
    });

    it('name mails that became no part of a case, from before an instant', async () => {
      const [early, late] = ['1970-01-02T00:00:00.000Z', '1970-01-04T00:00:00.000Z'];
      const held = aMail('a@example.com', { state: 'quarantined', reason: 'empty' }, early);
      const stuck = aMail('a@example.com', { state: 'stored' }, early);
      const joined = aMail('a@example.com', { state: 'joined-case', caseId: 'RX-1' }, early);
      const recent = aMail('a@example.com', { state: 'quarantined', reason: 'empty' }, late);
      for (const mail of [held, stuck, joined, recent]) await records.mails.record(mail);
      const named: string[] = [];
      for await (const { id } of personal.mailsWithoutCase('1970-01-03T00:00:00.000Z')) named.push(id);
      expect(named.sort()).toEqual([held.id, stuck.id].sort());
      for (const id of named) await personal.removeReceived(id);
      expect(await records.mails.received(held.id)).toBeUndefined();
      expect(await records.mails.received(recent.id)).toEqual(recent);
    });

    it('lead to every raw form of a mail that was delivered more than once', async () => {
      const mail = aMail(anAddress(), { state: 'stored' });
      for (const rawKey of ['inbound/1', 'inbound/2', 'inbound/2', 'inbound/3']) {
        await records.mails.record({ ...mail, rawKey });
      }
      expect((await personal.rawCopiesOf(mail.id)).sort()).toEqual(['inbound/2', 'inbound/3']);
      await personal.removeRawCopy(mail.id, 'inbound/2');
      expect(await personal.rawCopiesOf(mail.id)).toEqual(['inbound/3']);
      expect(await personal.mailsFrom(mail.from)).toEqual([mail]);
    });

    it('delete a case as it was read, and not after somebody has written', async () => {
      const created = aCase(anAddress());
      await records.cases.create(created);
      const changed = evolve(created, { type: 'step-failed', at: AT, step: 'x', error: 'y' });
      await records.cases.save(changed, created.version);
      await expect(personal.removeCase(created)).rejects.toThrow(VersionConflict);
      await personal.removeCase(changed);
      await personal.removeCase(changed);
      expect(await records.cases.byCustomer(created.request.customer.address)).toEqual([]);
    });

    it('delete what is counted of an address', async () => {
      const address = anAddress();
      const often = () => records.mails.countWithinHour(address, fresh(), AT);
      expect([await often(), await often()]).toEqual([1, 2]);
      await personal.removeCount(address.toUpperCase());
      expect(await often()).toBe(1);
    });

    it('delete who must not decide for a customer, and for nobody else', async () => {
      const [customer, other] = [anAddress(), anAddress()];
      for (const one of [customer, other]) await records.absences.nameConflict('ana@shop.example', one);
      await personal.removeConflicts(customer.toUpperCase());
      await personal.removeConflicts(customer);
      expect(await records.absences.conflictsWith(customer)).toEqual([]);
      expect(await records.absences.conflictsWith(other)).toEqual(['ana@shop.example']);
    });

    it('delete that nothing is sent to an address, and to no other', async () => {
      const [customer, other] = [anAddress(), anAddress()];
      for (const address of [customer, other])
        await records.deliveries.suppress({ address, why: 'bounced', since: AT });
      await personal.removeSuppression(customer.toUpperCase());
      expect(await records.deliveries.suppressionOf(customer, AT)).toBeUndefined();
      expect(await records.deliveries.suppressionOf(other, AT)).toBeDefined();
    });

    it('delete when a person is away, and nobody else’s', async () => {
      const [person, other] = [anAddress(), anAddress()];
      for (const one of [person, other]) await records.absences.put({ person: one, until: '2026-12-24' });
      await personal.removeAbsence(person.toUpperCase());
      await personal.removeAbsence(person);
      expect(await records.absences.of([person])).toEqual([]);
      expect(await records.absences.of([other])).toHaveLength(1);
    });
  });
}
