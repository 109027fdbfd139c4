import { isBetter } from '../domain/counterfactuals.ts';
import type { Outcome } from '../domain/decision.ts';
import type { Route } from '../domain/policy.ts';
import { directionOf } from '../domain/precedents.ts';
import { factColumn } from '../export/tables/facts.ts';
import type { ReplayRow } from './row.ts';

/** What a case was asked for and granted, in thousandths of the shop's currency; undefined where that is not known. */
export interface Money {
  asked: bigint | undefined;
  /** Undefined where it was granted in another currency. */
  granted: bigint | undefined;
}

const AMOUNT = factColumn('request.amount');

export function moneyOf(row: ReplayRow, currency: string): Money {
  const asked = row[AMOUNT];
  const isOther = row.refund_amount !== null && row.refund_currency !== currency;
  return {
    asked: typeof asked === 'bigint' ? asked : undefined,
    granted: isOther ? undefined : (row.refund_amount ?? 0n),
  };
}

/**
 * What a case costs where its recommendation is followed, in thousandths: what was asked for where it says approve, nothing where it
 * says decline. A route that recommends nothing is reckoned as people decided the case, and so is a sum that nobody knows.
 */
export function followed(route: Route, { asked, granted }: Money): bigint | undefined {
  switch (route) {
    case 'within-policy':
    case 'approve-as-goodwill':
      return asked ?? granted;
    case 'recommend-declining':
      return 0n;
    case 'manager':
    case 'ask-customer':
      return granted;
    default:
      return route satisfies never;
  }
}

/**
 * Whether people decided a case as it was recommended: the money or a part of it, or none of it, with or without something in its
 * place. Undefined where the route recommends neither.
 */
export function agrees(route: Route, outcome: Outcome): boolean | undefined {
  const isApproved = directionOf(outcome) === 'approved';
  switch (route) {
    case 'within-policy':
    case 'approve-as-goodwill':
      return isApproved;
    case 'recommend-declining':
      return !isApproved;
    case 'manager':
    case 'ask-customer':
      return undefined;
    default:
      return route satisfies never;
  }
}

const outcomes = new Map<string | null, Outcome>(
  (['approved', 'part-approved', 'alternative', 'declined'] as const).map((outcome) => [outcome, outcome]),
);

/** How people decided the case last; undefined where nobody did yet. */
export function outcomeOf({ outcome }: ReplayRow): Outcome | undefined {
  return outcomes.get(outcome);
}

/** Whether a customer would rather have the route after a change, or the one before it. */
export type Turn = 'better' | 'worse' | 'neither';

export function turnOf(before: Route, after: Route): Turn {
  if (isBetter(after, before)) return 'better';
  return isBetter(before, after) ? 'worse' : 'neither';
}
