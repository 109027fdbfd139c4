import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { countUnsaid } from '../../../functions/replay/draft/count.ts';
import { propose } from '../../../functions/replay/draft/propose.ts';
import { factorOf } from '../../../functions/replay/draft/write-factor.ts';
import { replay } from '../../../functions/replay/replay.ts';
import type { ReplayRow } from '../../../functions/replay/row.ts';
import { changedPolicy, defaultPolicy } from '../../support/policy.ts';
import { inBatches } from '../../support/replay-rows.ts';
import { decided, inFull, samples } from '../../support/sample-cases.ts';
import { yearPolicies, yearPolicyOf } from '../../support/year/policies.ts';
import { yearOf } from '../../support/year/year.ts';

const replayed = async (rows: readonly ReplayRow[], after = defaultPolicy, before = defaultPolicy) => {
  const flips: string[] = [];
  const weighedBy = (_: string, fingerprint: string) => yearPolicyOf(fingerprint);
  const policies = { before, after, weighedBy };
  const result = await replay(inBatches(rows), policies, ({ caseId }) => flips.push(caseId));
  return { ...result, flips };
};

describe('the rows of an export', () => {
  it('hold all that it takes to weigh a case again', async () => {
    const pseudonyms = createPseudonyms('k'.repeat(32));
    const all = (Object.keys(samples) as Array<keyof typeof samples>).map((sample) =>
      decided(sample, inFull(sample)),
    );
    const rows = all.flatMap((found) => starOf(found, pseudonyms).cases);
    const { cases, held, mismatches } = await replayed(rows);
    expect({ cases, held, mismatches }).toEqual({ cases: all.length, held: all.length, mismatches: [] });
  });
});

describe('a year of a shop', () => {
  const { rows, planted } = yearOf({ cases: 6_000, only: ['cases'] });
  const decidedRows = rows.cases.filter(({ outcome }) => outcome !== null);
  const { compiled: first } = yearPolicies.first;
  const { compiled: former } = yearPolicies.reworded;
  const { compiled: worse } = yearPolicies.worse;

  it.each([1, 2, 3])(
    'comes out again as it was recorded, every case by its own guidelines (%i)',
    async (seed) => {
      const { cases } = seed === 1 ? rows : yearOf({ seed, cases: 2_000, only: ['cases'] }).rows;
      const { held, mismatched, unheld, flips } = await replayed(cases, former, former);
      const all = cases.filter(({ outcome }) => outcome !== null).length;
      expect({ held, mismatched, unheld, flips }).toEqual({
        held: all,
        mismatched: 0,
        unheld: [],
        flips: [],
      });
    },
  );

  it('flips just the cases that a bad change turned, where the guidelines before it are tried since then', async () => {
    const { months = [], flipped = [] } = planted.badPolicyChange ?? {};
    const since = rows.cases.filter(({ opened_at }) => opened_at >= (months[0] ?? ''));
    const turned = new Set(flipped);
    const expected = decidedRows.filter(({ case_id }) => turned.has(case_id)).map(({ case_id }) => case_id);
    expect(expected.length).toBeGreaterThan(200);
    const { flips, groups, agreementOfFlips: people } = await replayed(since, former, worse);
    expect(flips.toSorted()).toEqual(expected.toSorted());
    const touched = groups.category.filter(({ flipped: by }) => by.worse + by.better + by.neither > 0);
    expect(touched.map(({ value }) => value).sort()).toEqual(['beauty', 'digital', 'food']);
    expect(people.before.agreed / people.before.recommended).toBeLessThan(0.6);
  });

  it('flips none where the change has other words only, or none is planted', async () => {
    expect((await replayed(rows.cases, former, first)).flips).toEqual([]);
    const without = yearOf({ cases: 1_000, only: ['cases'], plant: [] });
    expect(without.planted.badPolicyChange).toBeUndefined();
    expect(without.rows.cases.filter((row) => row.policy_version === worse.policy.version)).toEqual([]);
  });

  it('flips where a changed factor turns it, and nowhere else', async () => {
    const after = loadPolicy(changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 21']), 'changed');
    // One more point leads from 3 to goodwill at 4, and from -2 to a manager at -1.
    const expected = decidedRows.filter((row) => {
      const past = Number(row['fact_order_days_past_window']);
      const speaks = row['fact_order_known'] && row['fact_product_returnable'] && past > 14 && past <= 21;
      return speaks && (row.score === 3 || row.score === -2);
    });
    const { flips } = await replayed(rows.cases, after);
    expect(expected.length).toBeGreaterThan(10);
    expect(flips.toSorted()).toEqual(expected.map((row) => row.case_id).toSorted());
  });

  it('has one exception that is the policy in fact, and the draft is of that one', async () => {
    const { creepingException: creep } = planted;
    const proposals = propose(await countUnsaid(inBatches(rows.cases), defaultPolicy));
    const ids = defaultPolicy.factors.map(({ id }) => id);
    expect(proposals.map((one) => factorOf(one, ids).when)).toEqual([
      `request.reason == '${creep?.reason}' && product.category == '${creep?.category}' && order.known && ` +
        `order.daysPastWindow > 0 && order.daysPastWindow <= ${creep?.daysPastWindow[1]}`,
    ]);
  });
});
