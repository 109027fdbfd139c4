import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/domain/case.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import type { CaseDays, Cases, PersonalRecords } from '../../../functions/domain/ports.ts';
import { dayAfter } from '../../../functions/domain/time.ts';
import { received } from '../../support/cases.ts';

interface Opened {
  cases: Cases;
  caseDays: CaseDays;
  personal: Pick<PersonalRecords, 'removeCase'>;
  close(): Promise<void>;
}

/** What every adapter of the cases' days has to do. `open` gives an empty table. */
export function caseDaysContract(name: string, open: () => Promise<Opened>): void {
  describe(`days of cases: ${name}`, () => {
    let { cases, caseDays, personal, close } = {} as Opened;
    beforeAll(async () => {
      ({ cases, caseDays, personal, close } = await open());
    });
    afterAll(() => close());

    let count = 0;
    const opened = async (at: string): Promise<Case> => {
      const found = replay(`RX-DAYS-${String(count++).padStart(4, '0')}`, [received({}, at)]);
      await cases.create(found);
      return found;
    };
    const changed = async (found: Case): Promise<Case> => {
      const more = replay(found.id, [
        ...found.history,
        {
          type: 'mail-sent',
          at: found.openedAt,
          mailId: 'm',
          kind: 'acknowledgement',
          to: 'maria@example.com',
        },
      ]);
      await cases.save(more, found.version);
      return more;
    };
    /** The machine's clock, once it has moved on: two writes may fall into one millisecond. */
    const now = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Date().toISOString();
    };
    const idsOf = async (day: string) => (await Array.fromAsync(cases.openedOn(day))).map(({ id }) => id);

    it('give the cases of a day in UTC and no others, oldest first', async () => {
      const last = await opened('2026-03-02T23:59:59.999Z');
      const first = await opened('2026-03-02T00:00:00.000Z');
      const next = await opened('2026-03-03T00:00:00.000Z');
      await opened('2026-03-01T23:59:59.999Z');
      expect(await idsOf('2026-03-02')).toEqual([first.id, last.id]);
      expect(await idsOf('2026-03-03')).toEqual([next.id]);
      expect(await idsOf('2026-03-04')).toEqual([]);
    });

    it('give every day that has a case, once', async () => {
      await opened('2025-12-31T12:00:00.000Z');
      expect(await Array.fromAsync(caseDays.all())).toEqual([
        '2025-12-31',
        '2026-03-01',
        '2026-03-02',
        '2026-03-03',
      ]);
    });

    it('have changed where a case was opened or changed since, however long ago it was opened', async () => {
      const before = await opened('2026-04-01T10:00:00.000Z');
      const since = await now();
      expect(await caseDays.changedSince(since)).toEqual([]);
      await opened('2026-04-20T10:00:00.000Z');
      await changed(before);
      expect(await caseDays.changedSince(since)).toEqual(['2026-04-01', '2026-04-20']);
      expect(await caseDays.changedSince(await now())).toEqual([]);
    });

    it('have changed where a case was deleted, of which nothing is left', async () => {
      const gone = await opened('2026-05-01T10:00:00.000Z');
      const since = await now();
      await personal.removeCase(gone);
      expect(await caseDays.changedSince(since)).toEqual(['2026-05-01']);
      expect(await idsOf('2026-05-01')).toEqual([]);
    });

    it('are found in whatever shard a change is, and of many pages', async () => {
      const since = await now();
      const days = Array.from({ length: 30 }, (_, index) => dayAfter('2026-06-01', index));
      for (const day of days) await opened(`${day}T08:00:00.000Z`);
      expect(await caseDays.changedSince(since)).toEqual(days);
    });
  });
}
