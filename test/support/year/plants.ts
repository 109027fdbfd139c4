import { approvers, type Category, type Reason } from './shop.ts';

/** What a made-up year can hide, each of which a query has to find. */
export const plants = {
  /** Approves clearly less than colleagues on like cases. */
  biasedManager: { approver: approvers[0]?.[2] ?? '', approvesTimes: 0.6 },
  /** The guidelines leave it to the manager, and it is approved nearly always, ever more. */
  creepingException: {
    reason: 'changed-mind' as Reason,
    category: 'clothing' as Category,
    daysPastWindow: [1, 14],
    approved: { first: 0.9, last: 0.99 },
  },
  /** Products of a category break in one month, counted from the year's first as 0. */
  seasonalFault: { reason: 'defective' as Reason, category: 'electronics' as Category, month: 7, times: 4 },
  /** Takes several times as long as the others to decide. */
  slowLevel: { level: 2, times: 5 },
  /** These few ask again and again. */
  repeatRequesters: { customers: 12, requests: 9 },
  /** What was decided on requests of one month is mostly reversed once somebody else looks. */
  overturnedAppeals: { month: 4, overturned: 0.85 },
  /** In one month most first deadlines pass. */
  missedDeadlines: { month: 9, missed: 0.45 },
  /** Who gets an alternative is dissatisfied. */
  dissatisfiedOutcome: { outcome: 'alternative', dissatisfied: 0.8 },
  /** From a month on the guidelines speak for what is not taken back (beauty, digital, food), where they spoke against it; people do not. */
  badPolicyChange: { version: '2026-05-01', month: 6, weight: 4 },
} as const;
export type Plant = keyof typeof plants;
export const everyPlant = Object.keys(plants) as Plant[];

/** What was planted, for a test to compare with; absent where it was not. */
export type Planted = {
  [P in Exclude<Plant, 'repeatRequesters'>]?: (typeof plants)[P] & { months: string[] };
} & {
  /** The cases that the former guidelines would have recommended otherwise. */
  badPolicyChange?: { flipped: string[] };
  repeatRequesters?: { customers: string[]; requests: number };
};
