import { currencyDigits, type Money } from './money.ts';
import type { Offer, Policy } from './policy.ts';
import { askedAmount, known, type Request } from './request.ts';

/**
 * The level that is asked first: the first whose limit covers the amount at stake. An amount nobody knows yet starts at the
 * first level; one in another currency, which cannot be compared, at the first without a limit.
 */
export function firstLevel(policy: Policy, amount: Money | undefined): number {
  if (!amount) return 0;
  return policy.approval.levels.findIndex(({ upTo }) => isWithin(amount, upTo, policy));
}

/** The offers that may stand in for an amount: all where nobody knows it, and in another currency those without a limit. */
export function offersFor(policy: Policy, amount: Money | undefined): Offer[] {
  return policy.offers.filter(({ upTo }) => !amount || isWithin(amount, upTo, policy));
}

/** How money goes back and how many days that takes; the usual way where none is named, or one that is none any more. */
export function refundWay(
  { refund }: Policy,
  way: string | undefined,
): Pick<Policy['refund'], 'method' | 'days' | 'statementDays'> {
  return refund.others.find(({ id }) => id === way) ?? refund;
}

/**
 * What an amount may be approved in, the likeliest first: with an order its own currency, else the customer's or the shop's. A customer's mail
 * is only what somebody says: it proposes a currency, and limits nothing.
 */
export function currenciesFor(request: Request, { shop }: Policy): readonly [string, ...string[]] {
  const asked = known(askedAmount(request));
  if (!asked) return [shop.currency];
  if (request.amount.source === 'order' || asked.currency === shop.currency) return [asked.currency];
  return [asked.currency, shop.currency];
}

/** A limit of the policy as money. */
export function limitOf(limit: number, { shop }: Policy): Money {
  return { minor: Math.round(limit * 10 ** currencyDigits(shop.currency)), currency: shop.currency };
}

/** Whether an amount is within a limit of the policy, which is in the shop's currency; undefined limits nothing. */
export function isWithin(amount: Money, limit: number | undefined, policy: Policy): boolean {
  if (limit === undefined) return true;
  const most = limitOf(limit, policy);
  return amount.currency === most.currency && amount.minor <= most.minor;
}
