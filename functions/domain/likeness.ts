import * as z from 'zod';
import { type FactName, type Facts, unknownFacts } from './facts.ts';
import { Money } from './money.ts';
import type { Policy, PrecedentRules } from './policy.ts';
import { askedAmount, known, type Request } from './request.ts';

/** A category is a word of the shop's; what is longer than this was never meant to be one (UTF-16 units). */
const MAX_CATEGORY = 60;
/** The category of what nobody can tell the category of. */
const UNKNOWN = 'unknown';
/** The least share of all weight that has to be comparable: of two of whom less is known, nobody can say how alike they are. */
const LEAST_COMPARED = 0.5;

/**
 * What one request is compared with another by: never who asked, or how. The reason is the shelf precedents are kept on, so it is
 * always the same on both sides. What nobody knows is absent, a category `unknown`.
 */
export const Likeness = z.object({
  reason: z.string(),
  category: z.string(),
  finalSale: z.boolean().optional(),
  daysPastWindow: z.int().optional(),
  amount: Money.optional(),
  earlierRequests: z.int().nonnegative(),
});
export type Likeness = z.infer<typeof Likeness>;

/** How a request is like others, from its facts, without those that only stand for what nobody knows. */
export function likenessOf(request: Request, facts: Facts, policy: Pick<Policy, 'shop'>): Likeness {
  const unknown = new Set<FactName>(unknownFacts(request, policy));
  const amount = known(askedAmount(request));
  return {
    reason: facts.request.reason,
    category: facts.product.category.slice(0, MAX_CATEGORY),
    ...(!unknown.has('product.finalSale') && { finalSale: facts.product.finalSale }),
    ...(!unknown.has('order.daysPastWindow') && { daysPastWindow: facts.order.daysPastWindow }),
    ...(amount && { amount }),
    earlierRequests: facts.customer.earlierRequests,
  };
}

/**
 * How alike two requests are, from 0 to 1: Gower's general coefficient of similarity (J. C. Gower, Biometrics 27, 1971, pages
 * 857 to 871), a weighted mean of one comparison for each property. Numbers differ by their share of the distance at which the
 * policy calls them wholly different, amounts by their ratio. As with Gower, what is not known of one of them is not compared and
 * has no weight. 0 where less than half of all weight can be compared, or neither category nor days nor amount: a customer's
 * earlier requests alone make no two cases alike.
 */
export function similarity(one: Likeness, other: Likeness, { weights, farApart }: PrecedentRules): number {
  const what: readonly Comparison[] = [
    [weights.category, same(categoryKnown(one), categoryKnown(other))],
    [weights.daysPastWindow, near(one.daysPastWindow, other.daysPastWindow, farApart.daysPastWindow)],
    [weights.amount, amountsNear(one.amount, other.amount, farApart.amountTimes)],
  ];
  const compared: readonly Comparison[] = [
    ...what,
    [weights.finalSale, same(one.finalSale, other.finalSale)],
    [weights.earlierRequests, near(one.earlierRequests, other.earlierRequests, farApart.earlierRequests)],
  ];
  const all = compared.reduce((sum, [weight]) => sum + weight, 0);
  const total = compared.reduce((sum, [weight, alike]) => sum + (alike === undefined ? 0 : weight), 0);
  if (total === 0 || total < LEAST_COMPARED * all || what.every(([, alike]) => alike === undefined)) return 0;
  return compared.reduce((sum, [weight, alike = 0]) => sum + weight * alike, 0) / total;
}

/** A weight, and how alike both are in something; undefined where that is not known of both. */
type Comparison = readonly [weight: number, alike: number | undefined];

/**
 * Whether a request about another category of products would be alike enough to count, were all else the same. With less that can be
 * compared a category only weighs more.
 */
export function crossesCategories({ weights, alikeAtLeast }: PrecedentRules): boolean {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return (total - weights.category) / total >= alikeAtLeast;
}

function categoryKnown({ category }: Likeness): string | undefined {
  return category === UNKNOWN ? undefined : category;
}

function same<T>(one: T | undefined, other: T | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 1 : 0;
}

function near(one: number | undefined, other: number | undefined, far: number): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return 1 - Math.min(1, Math.abs(one - other) / far);
}

/** One more than the amounts, so that nothing has a ratio too. */
function amountsNear(one: Money | undefined, other: Money | undefined, times: number): number | undefined {
  if (one && other && one.currency !== other.currency) return 0;
  return near(one && Math.log(one.minor + 1), other && Math.log(other.minor + 1), Math.log(times));
}
