import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalRecords, Precedents } from '../../../functions/domain/ports.ts';
import { MOST_CANDIDATES, type Precedent } from '../../../functions/domain/precedents.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { AT } from '../../support/cases.ts';

interface Opened {
  precedents: Precedents;
  personal: Pick<PersonalRecords, 'removePrecedent'>;
  close(): Promise<void>;
}

/** What every adapter of the precedents has to do. `open` gives records that may hold others' data already. */
export function precedentsContract(name: string, open: () => Promise<Opened>): void {
  describe(`precedents: ${name}`, () => {
    let { precedents, personal, close } = {} as Opened;
    const run = Date.now().toString(36);
    let count = 0;
    const fresh = () => `${run}-${count++}`;

    const aPrecedent = (reason: string, decidedAt = AT): Precedent => ({
      caseId: `RX-${fresh()}`,
      decidedAt,
      level: 0,
      like: {
        reason,
        category: 'a "quoted" #1 [cozinha] ✨',
        finalSale: false,
        daysPastWindow: -3,
        amount: { minor: 8_990, currency: 'USD' },
        earlierRequests: 2,
      },
      outcome: 'declined',
      reason: 'Used for a year.',
    });
    const comparedBy = ({ caseId, decidedAt, like }: Precedent) => ({ caseId, decidedAt, like });
    const keep = async (...kept: Precedent[]) => {
      for (const one of kept) await precedents.keep(one);
    };

    beforeAll(async () => {
      ({ precedents, personal, close } = await open());
    });
    afterAll(() => close());

    it('are candidates for requests with the same reason, the newest first, with all they are compared by', async () => {
      const reason = `defective-${fresh()}`;
      const old = aPrecedent(reason);
      const young = aPrecedent(reason, hoursAfter(AT, 1));
      const little: Precedent = {
        ...aPrecedent(reason, hoursAfter(AT, 2)),
        like: { reason, category: 'unknown', earlierRequests: 0 },
      };
      await keep(young, old, little, aPrecedent(`other-${reason}`));
      expect(await precedents.candidates(reason)).toEqual([little, young, old].map(comparedBy));
      expect(await precedents.candidates(`none-${reason}`)).toEqual([]);
      expect(await precedents.candidates(reason, 'unknown')).toEqual([comparedBy(little)]);
      expect(await precedents.candidates(reason, old.like.category)).toEqual([young, old].map(comparedBy));
      expect(await precedents.candidates(reason, 'toys')).toEqual([]);
    });

    it('are as many candidates as are compared and no more, the newest of them', async () => {
      const reason = `frequent-${fresh()}`;
      const all = Array.from({ length: MOST_CANDIDATES + 1 }, (_, minute) =>
        aPrecedent(reason, hoursAfter(AT, minute / 60)),
      );
      for (let start = 0; start < all.length; start += 50) {
        await Promise.all(all.slice(start, start + 50).map((one) => precedents.keep(one)));
      }
      const found = await precedents.candidates(reason);
      expect(found.map(({ caseId }) => caseId)).toEqual(
        all
          .slice(1)
          .map(({ caseId }) => caseId)
          .reverse(),
      );
    }, 60_000);

    it('come back as they were kept, in the order asked for, without those that are not there', async () => {
      const [one, other] = [aPrecedent('lost'), aPrecedent('lost')];
      await keep(one, other);
      expect(await precedents.of([other.caseId, 'RX-GONE-0001', one.caseId])).toEqual([other, one]);
      expect(await precedents.of([])).toEqual([]);
    });

    it('give way to a later decision of the same case, in the lists as well, and to no earlier one', async () => {
      const first = aPrecedent(`again-${fresh()}`);
      const last: Precedent = { ...first, decidedAt: hoursAfter(AT, 5), outcome: 'approved' };
      await keep(first, last, first);
      expect(await precedents.of([first.caseId])).toEqual([last]);
      expect(await precedents.candidates(first.like.reason)).toEqual([comparedBy(last)]);
    });

    it('stay what they were when they are kept again', async () => {
      const kept = aPrecedent('lost');
      await keep(kept, { ...kept, outcome: 'approved' });
      expect(await precedents.of([kept.caseId])).toEqual([kept]);
    });

    it('fit into the index with the longest category and the largest figures there are', async () => {
      const one = aPrecedent(`longest-${fresh()}`);
      const like = {
        ...one.like,
        category: '漢'.repeat(60),
        daysPastWindow: -36_500_000,
        amount: { minor: Number.MAX_SAFE_INTEGER, currency: 'JPY' },
      };
      await keep({ ...one, like });
      for (const category of [undefined, like.category])
        expect(await precedents.candidates(like.reason, category)).toEqual([comparedBy({ ...one, like })]);
    });

    it('go when their case goes, however often that is asked for', async () => {
      const kept = aPrecedent(`erased-${fresh()}`);
      await keep(kept);
      for (let times = 0; times < 2; times++) await personal.removePrecedent(kept.caseId);
      expect(await precedents.of([kept.caseId])).toEqual([]);
      expect(await precedents.candidates(kept.like.reason)).toEqual([]);
      expect(await precedents.candidates(kept.like.reason, kept.like.category)).toEqual([]);
    });
  });
}
