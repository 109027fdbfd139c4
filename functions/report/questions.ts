import * as z from 'zod';
import { queryText } from '../analytics/queries.ts';
import type { Policy } from '../domain/policy.ts';
import type { Queries } from '../domain/ports.ts';
import type { Month } from '../domain/time.ts';
import { monthAfter } from './months.ts';

/** 202603 as `2026-03`. */
const month = z
  .int()
  .transform((number): Month => `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`);
/** A month by its first day, as analysts' queries have it. */
const firstDay = z.iso.date().transform((day): Month => day.slice(0, 7));
const count = z.int().nonnegative();
const share = z.number().nullable();
const Outcome = z.enum(['approved', 'part-approved', 'alternative', 'declined']);

/** Months that are shown: the one that is told of, and a year before it. */
export const MONTHS = 13;
/** From how many requests within a year on a customer is one of those who ask often. */
export const OFTEN = 5;

/**
 * What the report asks: a file of SQL each, those of an analyst where they have what it needs and its own beside them; over how many months,
 * the one that is told of among them; and what comes back.
 */
const asked = {
  volumes: {
    file: 'report/volumes',
    // What is decided in the first of the months that are shown may have come in before it.
    months: MONTHS + 1,
    row: z.object({
      opened: month,
      decided: month.nullable(),
      outcome: Outcome.nullable(),
      withdrawn: month.nullable(),
      cases: count,
    }),
  },
  waits: {
    file: 'report/waits',
    months: MONTHS + 1,
    row: z.object({ month, hours: z.int(), cases: count, missed: count }),
  },
  deadlines: {
    file: 'deadlines-missed',
    months: 6,
    row: z.object({
      month: firstDay,
      asked: count,
      reminded: count,
      passed_on: count,
      overdue: count,
      missed: count,
      missed_share: share,
      stands_out: z.boolean(),
    }),
  },
  levels: {
    file: 'time-to-decision',
    months: 3,
    row: z.object({
      level: z.int().positive(),
      asked: count,
      decided: count,
      median_hours: z.number().nullable(),
      p90_hours: z.number().nullable(),
      slow: z.boolean(),
    }),
  },
  // Of the month alone: what shows over a longer time is an alarm only where there is still some of it.
  levelsNow: { file: 'time-to-decision', months: 1, row: z.object({ level: z.int().positive() }) },
  money: {
    file: 'report/money',
    months: MONTHS + 1,
    row: z.object({ month, currency: z.string(), reason: z.string(), cases: count, amount: z.number() }),
  },
  opinions: {
    file: 'satisfaction-by-outcome',
    months: 3,
    row: z.object({
      outcome: Outcome,
      answered: count,
      average_score: z.number().nullable(),
      satisfied: count,
      dissatisfied: count,
      stands_out: z.boolean(),
    }),
  },
  departures: {
    file: 'report/departures',
    months: MONTHS + 1,
    row: z.object({
      month,
      policy: z.string().nullable(),
      cases: count,
      pointed: count,
      declined_against: count,
      approved_against: count,
      lined: count,
      off_line: count,
    }),
  },
  policies: {
    file: 'policy-versions',
    months: MONTHS,
    row: z.object({ policy_version: z.string(), followed_share: share, got_worse: z.boolean() }),
  },
  managers: {
    file: 'approval-by-manager',
    months: 12,
    row: z.object({
      approver: z.string(),
      decisions: count,
      approved_share: z.number(),
      colleagues_share: z.number(),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      stands_out: z.boolean(),
      two_differ: z.boolean(),
    }),
  },
  managersNow: { file: 'approval-by-manager', months: 1, row: z.object({ approver: z.string() }) },
  appeals: {
    file: 'overturned-appeals',
    months: MONTHS,
    row: z.object({
      month: firstDay,
      not_in_full: count,
      appeals: count,
      overturned: count,
      overturned_share: share,
      stands_out: z.boolean(),
    }),
  },
  exceptions: {
    file: 'precedent-creep',
    months: 6,
    row: z.object({
      reason: z.string(),
      category: z.string(),
      past_window: z.string(),
      decided: count,
      approved: count,
      approved_share: z.number(),
      low: z.number(),
      earlier_share: share,
      later_share: share,
      policy_in_fact: z.boolean(),
    }),
  },
  exceptionsNow: {
    file: 'precedent-creep',
    months: 1,
    row: z.object({ reason: z.string(), category: z.string(), past_window: z.string() }),
  },
  faults: {
    file: 'seasonal-faults',
    months: MONTHS,
    row: z.object({
      month: firstDay,
      category: z.string(),
      reason: z.string(),
      requests: count,
      expected: z.number(),
      times: z.number().nullable(),
      stands_out: z.boolean(),
    }),
  },
  subjects: {
    file: 'report/subjects',
    months: MONTHS,
    row: z.object({ month, reason: z.string(), category: z.string(), cases: count }),
  },
  repeats: {
    file: 'report/repeats',
    months: 12,
    row: z.object({
      customer: z.string(),
      requests: count,
      customers: count,
      lately: count,
      approved: count,
    }),
  },
};
type Asked = typeof asked;
type Name = keyof Asked;
export type Answers = { [N in Name]: z.output<Asked[N]['row']>[] };
const names = Object.keys(asked) as Name[];

/** Asks all of it of the exported tables. Throws what the port does, and ZodError where an answer is not of its shape. */
export async function askAll(
  queries: Queries,
  of: Month,
  { precedents }: Pick<Policy, 'precedents'>,
): Promise<Answers> {
  const first = (by: number) => `${monthAfter(of, by)}-01`;
  const given = {
    month: first(0),
    until: first(1),
    line: precedents.clearLine.count,
    share: precedents.clearLine.share,
    often: OFTEN,
  };
  const ask = async (name: Name) => {
    const sql = queryText(asked[name].file);
    const all = { since: first(1 - asked[name].months), ...given };
    const used = Object.fromEntries(Object.entries(all).filter(([key]) => sql.includes(`:${key}`)));
    return [name, z.array(asked[name].row).parse(await queries.run(sql, used))] as const;
  };
  return Object.fromEntries(await Promise.all(names.map(ask))) as Answers;
}
