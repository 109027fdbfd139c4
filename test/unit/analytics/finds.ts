import type { AnswerRow } from '../../../functions/domain/ports.ts';
import type { Planted } from '../../support/year/plants.ts';
import { approvers } from '../../support/year/shop.ts';

type Found = ReadonlyArray<string | number>;
const where = (rows: readonly AnswerRow[], flag: string) => rows.filter((row) => row[flag] === true);
const joined = (rows: readonly AnswerRow[], ...columns: string[]): Found =>
  rows.map((row) => columns.map((column) => row[column]).join(' ')).sort();

/** What each query says stands out, and what that has to be of a year in which this was planted. */
export const finds: Record<
  string,
  { found(rows: readonly AnswerRow[]): Found; planted(planted: Planted): Found }
> = {
  'approval-by-manager': {
    found: (rows) => joined(where(rows, 'stands_out'), 'approver'),
    planted: ({ biasedManager }) => (biasedManager ? [biasedManager.approver] : []),
  },
  'leaving-the-guidelines': {
    found: (rows) => joined(where(rows, 'stands_out'), 'approver'),
    planted: ({ biasedManager }) => (biasedManager ? [biasedManager.approver] : []),
  },
  'precedent-creep': {
    found: (rows) => joined(where(rows, 'policy_in_fact'), 'reason', 'category', 'past_window'),
    planted: ({ creepingException: one }) =>
      one ? [`${one.reason} ${one.category} ${one.daysPastWindow.join(' to ')} days`] : [],
  },
  'seasonal-faults': {
    found: (rows) => joined(where(rows, 'stands_out'), 'month', 'category', 'reason'),
    planted: ({ seasonalFault: one }) =>
      one?.months.map((month) => `${month} ${one.category} ${one.reason}`) ?? [],
  },
  'time-to-decision': {
    found: (rows) => where(rows, 'slow').map(({ level }) => Number(level)),
    planted: ({ slowLevel }) => (slowLevel ? [slowLevel.level] : []),
  },
  'repeat-requesters': {
    found: (rows) => joined(rows, 'customer', 'requests'),
    planted: ({ repeatRequesters: one }) =>
      one?.customers.map((who) => `${who} ${one.requests}`).sort() ?? [],
  },
  'overturned-appeals': {
    found: (rows) => joined(where(rows, 'stands_out'), 'month'),
    planted: ({ overturnedAppeals }) => overturnedAppeals?.months ?? [],
  },
  'deadlines-missed': {
    found: (rows) => joined(where(rows, 'stands_out'), 'month'),
    planted: ({ missedDeadlines }) => missedDeadlines?.months ?? [],
  },
  'policy-versions': {
    found: (rows) => joined(where(rows, 'got_worse'), 'policy_version'),
    planted: ({ badPolicyChange }) => (badPolicyChange ? [badPolicyChange.version] : []),
  },
  'satisfaction-by-outcome': {
    found: (rows) => joined(where(rows, 'stands_out'), 'outcome'),
    planted: ({ dissatisfiedOutcome }) => (dissatisfiedOutcome ? [dissatisfiedOutcome.outcome] : []),
  },
};

/** Everybody who decides in a made-up year. */
export const everyApprover = approvers.flat();
