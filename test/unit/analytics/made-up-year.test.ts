import { afterAll, describe, expect, it } from 'vitest';
import { factsOfRow } from '../../../functions/replay/facts-of-row.ts';
import { mismatchOf } from '../../../functions/replay/reproduce.ts';
import type { ReplayRow } from '../../../functions/replay/row.ts';
import { yearPolicyOf } from '../../support/year/policies.ts';
import { openYear } from '../../support/year/queries.ts';
import { yearOf } from '../../support/year/year.ts';

describe('a made-up year', () => {
  const year = yearOf({ seed: 7, cases: 3_000 });
  const opened = openYear(year.days);
  afterAll(async () => (await opened).close());
  const ask = async (sql: string) => (await opened).run(sql);

  it('has as many cases as are asked for, each once, on the day on which it was opened', () => {
    expect(new Set(year.rows.cases.map(({ case_id }) => case_id)).size).toBe(3_000);
    expect(year.days).toHaveLength(365);
    for (const { day, cases } of year.days) {
      for (const { opened_at } of cases) expect(opened_at.slice(0, 10)).toBe(day);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const first = yearOf({ seed: 8, cases: 300 });
    expect(yearOf({ seed: 8, cases: 300 })).toEqual(first);
    expect(yearOf({ seed: 9, cases: 300 }).rows.cases[0]).not.toEqual(first.rows.cases[0]);
  });

  it('was weighed by the guidelines in use: its facts come to the evaluation that stands beside them', () => {
    for (const row of year.rows.cases) {
      const policy = yearPolicyOf(row.policy_fingerprint);
      const facts = policy && factsOfRow(row as ReplayRow, policy.policy);
      expect(facts && mismatchOf(row as ReplayRow, facts, policy)).toBeUndefined();
      expect(facts).toBeDefined();
    }
  });

  it('tells the same of a case in every table', async () => {
    const counts = await ask(`
      select count(*) as cases,
        count(*) filter (where c.rounds <> e.rounds) as rounds,
        count(*) filter (where c.reminders <> e.reminders) as reminders,
        count(*) filter (where c.questions <> e.questions) as questions,
        count(*) filter (where c.overdue <> e.overdue) as overdue,
        count(*) filter (where c.promise_broken <> e.broken) as broken,
        count(*) filter (where (c.outcome is not null) <> (e.decided > 0)) as decided,
        count(*) filter (where c.decided_at is distinct from e.decided_at) as decided_at,
        count(*) filter (where c.first_decided_at is distinct from case when e.decided > 1 then e.first_at end) as first_at,
        count(*) filter (where c.paid_amount is distinct from e.paid) as paid,
        count(*) filter (where c.feedback_score is distinct from e.score) as scores,
        count(*) filter (where (c.status = 'withdrawn') <> e.withdrawn) as withdrawn
      from cases c join (
        select case_id, day,
          count(*) filter (where type = 'round-opened') as rounds,
          count(*) filter (where type in ('reminder-due', 'overdue')) as reminders,
          count(*) filter (where type = 'question-asked') as questions,
          bool_or(type = 'overdue') as overdue,
          bool_or(type = 'promise-broken') as broken,
          bool_or(type = 'withdrawn') as withdrawn,
          count(*) filter (where type = 'decided') as decided,
          max(case when type = 'decided' then events."at" end) as decided_at,
          min(case when type = 'decided' then events."at" end) as first_at,
          sum(case when type = 'refund-paid' then amount end) as paid,
          max(score) as score
        from events group by case_id, day
      ) e on e.case_id = c.case_id and e.day = c.day`);
    const { cases, ...differ } = counts[0] ?? {};
    expect(cases).toBe(3_000);
    expect(Object.entries(differ).filter(([, count]) => count !== 0)).toEqual([]);
    const factors = `select count(*) as n from cases c where coalesce(length(c.factors) - length(replace(c.factors, ';', '')) + 1, 0)
      <> (select count(*) from factors f where f.case_id = c.case_id)`;
    expect(await ask(factors)).toEqual([{ n: 0 }]);
    expect(await ask("select count(*) as n from mails where direction = 'in'")).toEqual([
      {
        n: year.rows.events.filter(({ type }) => ['received', 'customer-wrote', 'withdrawn'].includes(type))
          .length,
      },
    ]);
  });

  it('knows nothing that happens after its end, and nothing happens in the wrong order', async () => {
    const end = '2026-11-01 00:00:00';
    expect(await ask(`select count(*) as n from events where events."at" > timestamp '${end}'`)).toEqual([
      { n: 0 },
    ]);
    const wrong = `select count(*) as n from cases where decided_at < opened_at or paid_at < decided_at and objections is null
      or feedback_at < followed_up_at or closed_at < decided_at`;
    expect(await ask(wrong)).toEqual([{ n: 0 }]);
  });
});
