import * as z from 'zod';
import type { Facts } from './facts.ts';
import { Money } from './money.ts';
import type { PrecedentRules } from './policy.ts';
import { known, type Request } from './request.ts';

/** A category is a word of the shop's; what is longer than this was never meant to be one (UTF-16 units). */
const MAX_CATEGORY = 60;

/**
 * What one request is compared with another by: never who asked, or how. The reason is the shelf precedents are kept on, so it is
 * always the same on both sides. Days and amount are absent where nobody knows them.
 */
export const Likeness = z.object({
  reason: z.string(),
  category: z.string(),
  finalSale: z.boolean(),
  daysPastWindow: z.int().optional(),
  amount: Money.optional(),
  earlierRequests: z.int().nonnegative(),
});
export type Likeness = z.infer<typeof Likeness>;

/** How a request is like others, from its facts. `facts` has 0 days where nothing is known; this has none. */
export function likenessOf(request: Request, facts: Facts): Likeness {
  const since = known(request.deliveredOn) ?? known(request.purchasedOn);
  const amount = known(request.amount);
  return {
    reason: facts.request.reason,
    category: facts.product.category.slice(0, MAX_CATEGORY),
    finalSale: facts.product.finalSale,
    ...(since && { daysPastWindow: facts.order.daysPastWindow }),
    ...(amount && { amount }),
    earlierRequests: facts.customer.earlierRequests,
  };
}

/**
 * How alike two requests are, from 0 to 1: Gower's general coefficient of similarity (J. C. Gower, Biometrics 27, 1971, pages
 * 857 to 871), a weighted mean of one comparison for each property. Numbers differ by their share of the distance at which the
 * policy calls them wholly different, amounts by their ratio. What nobody knows is like nothing but what nobody knows either.
 */
export function similarity(one: Likeness, other: Likeness, { weights, farApart }: PrecedentRules): number {
  const compared: readonly (readonly [number, number])[] = [
    [weights.category, same(one.category, other.category)],
    [weights.finalSale, same(one.finalSale, other.finalSale)],
    [weights.daysPastWindow, near(one.daysPastWindow, other.daysPastWindow, farApart.daysPastWindow)],
    [weights.amount, amountsNear(one.amount, other.amount, farApart.amountTimes)],
    [weights.earlierRequests, near(one.earlierRequests, other.earlierRequests, farApart.earlierRequests)],
  ];
  const total = compared.reduce((sum, [weight]) => sum + weight, 0);
  return compared.reduce((sum, [weight, alike]) => sum + weight * alike, 0) / total;
}

/** Whether a request about another category of products would be alike enough to count, were all else the same. */
export function crossesCategories({ weights, alikeAtLeast }: PrecedentRules): boolean {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return (total - weights.category) / total >= alikeAtLeast;
}

function same(one: unknown, other: unknown): number {
  return one === other ? 1 : 0;
}

function near(one: number | undefined, other: number | undefined, far: number): number {
  if (one === undefined || other === undefined) return same(one, other);
  return 1 - Math.min(1, Math.abs(one - other) / far);
}

/** One more than the amounts, so that nothing has a ratio too. */
function amountsNear(one: Money | undefined, other: Money | undefined, times: number): number {
  if (one?.currency !== other?.currency) return 0;
  return near(one && Math.log(one.minor + 1), other && Math.log(other.minor + 1), Math.log(times));
}
