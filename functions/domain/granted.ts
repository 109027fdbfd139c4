import type { Case } from './case.ts';
import { refundOf } from './decision.ts';
import type { Money } from './money.ts';
import type { Offer } from './policy.ts';
import type { Refund } from './settlement.ts';

/**
 * The money that was asked for before the decision a case has, or waits for: what was granted stays granted, whatever somebody else
 * decides once the customer has objected.
 */
export function refundsBefore({ earlier, history, refunds }: Case): Refund[] {
  let decisions = 0;
  let asked = 0;
  for (const event of history) {
    if (event.type === 'decided') decisions += 1;
    else if ('refund' in event && typeof event.refund === 'object' && decisions <= earlier.length) asked += 1;
  }
  return refunds.slice(0, asked);
}

/** What some refunds come to, one sum a currency. */
export function sumsOf(refunds: readonly Refund[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount } of refunds)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}

/** What an amount has beyond some refunds, or undefined where that is nothing. */
export function beyond(granted: Money | undefined, refunds: readonly Refund[]): Money | undefined {
  if (!granted) return undefined;
  const [before] = sumsOf(refunds.filter(({ amount }) => amount.currency === granted.currency));
  const minor = granted.minor - (before?.minor ?? 0);
  return minor > 0 ? { ...granted, minor } : undefined;
}

/** The money that the decision of a case brings, or undefined where it adds nothing to what was granted before. */
export function newMoney(found: Extract<Case, { decided: unknown }>): Money | undefined {
  return beyond(refundOf(found.decided.decision), refundsBefore(found));
}

/** What an offer of a partial refund pays of an amount in all, or undefined where it is another kind of offer. */
export function partialRefund({ refundPercent }: Offer, amount: Money | undefined): Money | undefined {
  if (refundPercent === undefined || !amount) return undefined;
  return { ...amount, minor: Math.round((amount.minor * refundPercent) / 100) };
}

/**
 * What an offer is worth to a customer who asks for an amount and has been granted money before: what a partial refund adds to that, or
 * what is left of the amount with the offer's bonus. Undefined where it has no such worth, or nobody knows the amount.
 */
export function offerWorth(
  offer: Offer,
  amount: Money | undefined,
  before: readonly Refund[],
): Money | undefined {
  if (offer.refundPercent !== undefined) return beyond(partialRefund(offer, amount), before);
  const rest = offer.bonusPercent > 0 ? beyond(amount, before) : undefined;
  return rest && { ...rest, minor: Math.round((rest.minor * (100 + offer.bonusPercent)) / 100) };
}
