import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/policy.ts';

/** What an offer with a bonus is worth for an amount, or undefined where it has none or the amount is not known. */
export function offerValue(offer: Offer, amount: Money | undefined): Money | undefined {
  if (!amount || offer.bonusPercent === 0) return undefined;
  return { ...amount, minor: Math.round((amount.minor * (100 + offer.bonusPercent)) / 100) };
}
