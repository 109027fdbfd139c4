import type { Outcome } from '../domain/decision.ts';
import type { Route } from '../domain/policy.ts';
import type { Turn } from './reckon.ts';
import type { Mismatch } from './reproduce.ts';

/** What a replay comes to. Sums of money are in thousandths of the shop's currency. */
export interface Replayed {
  cases: number;
  /** Cases that nobody decided, or of which the export does not have the facts (facts-of-row.ts). */
  leftOut: { undecided: number; withoutFacts: number; withheld: number };
  /** Cases whose own policy is known, and those of them that did not come out as they were recorded. */
  held: number;
  mismatched: number;
  /** The first of them. */
  mismatches: Mismatch[];
  /** Cases of policies whose text is gone, by name and fingerprint. */
  unheld: Array<{ version: string; fingerprint: string; cases: number }>;
  flipped: Record<Turn, number>;
  /** Cases with the same route and another score, or other factors. */
  stirred: number;
  routes: { before: Record<Route, number>; after: Record<Route, number> };
  flows: Flow[];
  money: Sums;
  agreement: Agreements;
  /** The same among the flipped cases alone. */
  agreementOfFlips: Agreements;
  groups: Record<Dimension, Group[]>;
}

/** Cases that went from one route to another. */
export interface Flow {
  from: Route;
  to: Route;
  cases: number;
  /** How people decided them: `approved` 12, `declined` 3. */
  outcomes: Partial<Record<Outcome, number>>;
  money: Sums;
}

/** Of flipped cases. Where money was granted in another currency, the case is counted and not added up. */
export interface Sums {
  /** What people granted. */
  granted: bigint;
  /** What would be granted if what is recommended were followed (reckon.ts). */
  before: bigint;
  after: bigint;
  otherCurrency: number;
  /** Cases that an approving route would grant and of which nobody knows what was asked for. */
  unknownAmount: number;
}

/** One reason, product category or customer history: how many of its cases the change touches. */
export interface Group {
  value: string;
  cases: number;
  flipped: Record<Turn, number>;
}

/** The ways in which cases are told apart to say who is touched. */
export const dimensions = ['reason', 'category', 'history'] as const;
export type Dimension = (typeof dimensions)[number];

/** How often people decided as was recommended, of the cases in which something was. */
interface Agreement {
  recommended: number;
  agreed: number;
}
export interface Agreements {
  before: Agreement;
  after: Agreement;
}

export const noRoutes = (): Record<Route, number> => ({
  'within-policy': 0,
  'approve-as-goodwill': 0,
  'ask-customer': 0,
  manager: 0,
  'recommend-declining': 0,
});
export const noTurns = (): Record<Turn, number> => ({ better: 0, worse: 0, neither: 0 });
export const noMoney = (): Sums => ({
  granted: 0n,
  before: 0n,
  after: 0n,
  otherCurrency: 0,
  unknownAmount: 0,
});
export const noAgreement = (): Agreements => ({
  before: { recommended: 0, agreed: 0 },
  after: { recommended: 0, agreed: 0 },
});

/** How many cases flipped, whichever way. */
export function flips({ flipped }: Pick<Group, 'flipped'>): number {
  return flipped.better + flipped.worse + flipped.neither;
}
