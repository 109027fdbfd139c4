import { afterEach, describe, expect, it } from 'vitest';
import { EVER, readQuery } from '../../../functions/analytics/queries.ts';
import type { CaseRow } from '../../../functions/export/tables/cases.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { firstDays } from '../../support/year/first-days.ts';
import { openYear } from '../../support/year/queries.ts';

const [someDay] = firstDays(1);
const [someCase] = someDay?.cases ?? [];
if (!someDay || !someCase) throw new Error('there is a case');

let queries: LocalQueries | undefined;
afterEach(() => {
  queries?.close();
  queries = undefined;
});

type Group = Partial<CaseRow> & { factor?: string };

/** The answer to a question about so many cases of each group, of which so many have what is asked. */
async function ask(name: string, groups: ReadonlyArray<[count: number, like: Group]>) {
  const cases: CaseRow[] = [];
  const factors = [];
  for (const [count, { factor, ...like }] of groups) {
    for (let index = 0; index < count; index++) {
      const case_id = `RX-${String(cases.length).padStart(4, '0')}-0000`;
      cases.push({ ...someCase, first_outcome: null, first_approver: null, ...like, case_id } as CaseRow);
      if (factor)
        factors.push({ case_id, position: 1, factor, weight: 1, policy_version: 'p', schema_version: 3 });
    }
  }
  queries = await openYear([{ day: someDay?.day ?? '', cases, factors, events: [], mails: [] }]);
  return queries.run(readQuery(name).sql, EVER);
}

const approved = { outcome: 'approved' } as const;
const declined = { outcome: 'declined' } as const;

describe('the intervals', () => {
  it('of a share are Wilson’s: 81 of 263, as Newcombe (1998) has it', async () => {
    const [row] = await ask('satisfaction-by-outcome', [
      [81, { ...approved, feedback_score: 1 }],
      [182, { ...approved, feedback_score: 5 }],
    ]);
    expect(row).toMatchObject({ dissatisfied_share: 0.308, low: 0.255, high: 0.366, stands_out: false });
  });

  it('of the difference of two shares are Newcombe’s: 56 of 70 against 48 of 80, as his paper has it', async () => {
    const [row] = await ask('what-decides', [
      [56, { ...approved, factor: 'faulty' }],
      [14, { ...declined, factor: 'faulty' }],
      [48, approved],
      [32, declined],
    ]);
    expect(row).toMatchObject({ factor: 'faulty', spoke: 70, difference: 0.2, low: 0.052, high: 0.334 });
  });

  it('of two policies are Newcombe’s too, and follow when each came into use', async () => {
    const recommended = { first_route: 'approve-as-goodwill' };
    const before = { ...recommended, first_policy_version: 'z', evaluated_at: '2025-11-01T09:00:00.000Z' };
    const after = { ...recommended, first_policy_version: 'a', evaluated_at: '2025-11-01T10:00:00.000Z' };
    const rows = await ask('policy-versions', [
      [48, { ...approved, ...before }],
      [32, { ...declined, ...before }],
      [56, { ...approved, ...after }],
      [14, { ...declined, ...after }],
    ]);
    expect(rows).toMatchObject([
      { policy_version: 'z', followed_share: 0.6, difference: null, got_worse: false },
      {
        policy_version: 'a',
        followed_share: 0.8,
        difference: 0.2,
        low: 0.052,
        high: 0.334,
        got_worse: false,
      },
    ]);
  });

  it('of managers are those of two shares where there is one kind of case: 70 of 100 against 50 of 100', async () => {
    const [less, more] = await ask('approval-by-manager', [
      [70, { ...approved, approver: 'a_1' }],
      [30, { ...declined, approver: 'a_1' }],
      [50, { ...approved, approver: 'a_2' }],
      [50, { ...declined, approver: 'a_2' }],
    ]);
    // 1.96 times the root of 0.7 * 0.3 / 100 + 0.5 * 0.5 / 100.
    expect(more).toMatchObject({
      approver: 'a_1',
      difference: 0.2,
      low: 0.067,
      high: 0.333,
      stands_out: false,
    });
    expect(less).toMatchObject({ approver: 'a_2', difference: -0.2, low: -0.333, high: -0.067 });
  });
});

it('whoever has the harder cases is not taken for strict', async () => {
  const easy = { reason: 'defective', amount: 10_000n, currency: 'USD' };
  const hard = { reason: 'changed-mind', amount: 10_000n, currency: 'USD' };
  const rows = await ask('approval-by-manager', [
    [90, { ...approved, ...easy, approver: 'a_easy' }],
    [10, { ...declined, ...easy, approver: 'a_easy' }],
    [4, { ...approved, ...hard, approver: 'a_easy' }],
    [16, { ...declined, ...hard, approver: 'a_easy' }],
    [18, { ...approved, ...easy, approver: 'a_hard' }],
    [2, { ...declined, ...easy, approver: 'a_hard' }],
    [20, { ...approved, ...hard, approver: 'a_hard' }],
    [80, { ...declined, ...hard, approver: 'a_hard' }],
  ]);
  expect(rows).toMatchObject([
    { approver: 'a_easy', approved_share: 0.783, difference: 0, stands_out: false },
    { approver: 'a_hard', approved_share: 0.317, difference: 0, stands_out: false },
  ]);
});

it('a handful of cases makes nobody stand out, however far apart', async () => {
  const rows = await ask('approval-by-manager', [
    [7, { ...approved, approver: 'a_1' }],
    [13, { ...declined, approver: 'a_2' }],
  ]);
  expect(rows).toMatchObject([
    { approver: 'a_2', difference: -1, stands_out: false },
    { approver: 'a_1', difference: 1, stands_out: false },
  ]);
  queries?.close();
  const recommended = { route: 'approve-as-goodwill', first_route: 'approve-as-goodwill' };
  const versions = await ask('policy-versions', [
    [19, { ...approved, ...recommended, first_policy_version: '1' }],
    [19, { ...declined, ...recommended, first_policy_version: '2' }],
  ]);
  expect(versions).toMatchObject([
    { policy_version: '1', got_worse: false },
    { policy_version: '2', difference: -1, got_worse: false },
  ]);
  queries?.close();
  const leaving = await ask('leaving-the-guidelines', [
    [3, { ...approved, ...recommended, approver: 'a_1' }],
    [3, { ...declined, ...recommended, approver: 'a_2' }],
  ]);
  expect(leaving).toMatchObject([
    { approver: 'a_2', left_share: 1, stands_out: false },
    { approver: 'a_1', left_share: 0, stands_out: false },
  ]);
});

it('who leaves the guidelines as most do does not stand out beside a colleague who never does', async () => {
  const recommended = { first_route: 'approve-as-goodwill' };
  const leaves = (approver: string, of: number, left: number): Array<[number, Group]> => [
    [of - left, { ...approved, ...recommended, approver }],
    [left, { ...declined, ...recommended, approver }],
  ];
  const usual = ['a_1', 'a_2', 'a_3'].flatMap((approver) => leaves(approver, 600, 84));
  const rows = await ask('leaving-the-guidelines', [...leaves('a_never', 3_000, 0), ...usual]);
  expect(rows.filter(({ stands_out }) => stands_out)).toEqual([]);
  queries?.close();
  const often = await ask('leaving-the-guidelines', [...leaves('a_often', 600, 240), ...usual]);
  expect(often.filter(({ stands_out }) => stands_out)).toMatchObject([{ approver: 'a_often' }]);
});

it('a case of which nobody decided the like is compared with none', async () => {
  expect(await ask('approval-by-manager', [[5, { ...approved, approver: 'a_1' }]])).toEqual([]);
});
