import { type Evaluation, evaluate } from '../../../functions/domain/evaluation.ts';
import { factReaders } from '../../../functions/domain/fact-readers.ts';
import { type FactName, type Facts, factNames } from '../../../functions/domain/facts.ts';
import { categoryOf } from '../../../functions/domain/policy.ts';
import type { CompiledPolicy } from '../../../functions/domain/weighing.ts';
import { defaultPolicy } from '../policy.ts';
import { backgroundOf, type Person } from './people.ts';
import type { Random } from './random.ts';
import { type Category, type Reason, shop } from './shop.ts';

/** What somebody asks for, as facts, of which `unknown` only stand for what nobody knows. */
export interface Asked {
  facts: Facts;
  unknown: readonly FactName[];
  /** In cents of the customer's currency; undefined where nobody knows. */
  cents: number | undefined;
}

/** What the facts are without an order of the shop's, as functions/domain/facts.ts has them. */
const WITHOUT_ORDER: readonly FactName[] = [
  'order.known',
  'order.windowDays',
  'order.daysPastWindow',
  'order.daysSinceDelivery',
  'order.daysSincePurchase',
  'order.channel',
  'customer.ordersOwnAddress',
  ...factNames.filter((name) => name.startsWith('product.') && name !== 'product.price'),
];

/** A request about a product, for a reason, at an instant (ms). */
export function ask(
  random: Random,
  person: Person,
  [category, reason]: [Category, Reason],
  precedents: Facts['precedents'],
  at: number,
): Asked {
  const isKnown = random.chance(0.93);
  const { policy } = defaultPolicy;
  const { days: windowDays, ...flags } = categoryOf(policy, isKnown ? category : undefined);
  const sinceDelivery = isKnown ? Math.min(700, Math.round(random.skewed(windowDays + 12, 0.7))) : 0;
  const paid = Math.max(500, Math.round(random.skewed(shop.categories[category].price, 0.5) * 100));
  const saysAmount = isKnown || random.chance(0.5);
  const cents = random.chance(0.08) ? Math.round(paid * (0.2 + 0.6 * random.next())) : paid;
  const inShopsMoney = saysAmount && person.currency === policy.shop.currency;
  const wish = random.weighed(shop.wishes);
  const facts: Facts = {
    product: {
      category: isKnown ? category : 'unknown',
      price: inShopsMoney ? paid / 100 : 0,
      finalSale: isKnown && random.chance(0.06),
      ...flags,
    },
    order: {
      known: isKnown,
      daysSincePurchase: isKnown ? sinceDelivery + random.between(2, 6) : 0,
      daysSinceDelivery: sinceDelivery,
      windowDays,
      daysPastWindow: isKnown ? sinceDelivery - windowDays : 0,
      channel: isKnown ? random.weighed(shop.channels) : 'unknown',
    },
    request: {
      reason,
      wish,
      amount: inShopsMoney ? cents / 100 : 0,
      evidence: random.chance(EVIDENCE[reason] ?? 0.1) ? random.between(1, 3) : 0,
    },
    customer: { ordersOwnAddress: isKnown && random.chance(0.95), ...backgroundOf(person, at) },
    sender: { verified: random.chance(0.97) },
    precedents,
  };
  const unknown: FactName[] = [
    ...(isKnown ? [] : WITHOUT_ORDER),
    ...(inShopsMoney ? [] : (['product.price', 'request.amount'] as const)),
    ...(reason === 'unknown' ? (['request.reason'] as const) : []),
    ...(wish === 'unknown' ? (['request.wish'] as const) : []),
  ];
  return { facts, unknown, cents: saysAmount ? cents : undefined };
}

/** Who got something broken sends a photo. */
const EVIDENCE: Partial<Record<Reason, number>> = {
  defective: 0.55,
  'damaged-in-transit': 0.75,
  'not-as-described': 0.5,
  'wrong-item': 0.5,
};

const weighers = new Map<CompiledPolicy, (asked: Asked) => Evaluation>();

/** A policy's evaluation of a request; its sentences and facts may be those of another that comes to the same. */
export function weigh(policy: CompiledPolicy, asked: Asked): Evaluation {
  const there = weighers.get(policy) ?? weigherOf(policy);
  weighers.set(policy, there);
  return there(asked);
}

function weigherOf(policy: CompiledPolicy): (asked: Asked) => Evaluation {
  const conditions = [...policy.factors, ...policy.routes];
  /** What the policy asks about. Where one of it is unknown, cases are alike in which all of it is the same. */
  const looksAt = [...new Set(conditions.flatMap(({ names }) => names))];
  const weighed = new Map<string, Evaluation>();
  /** Where nothing is unknown that the policy asks about, which conditions hold says all: the score, the route, and how sure it is. */
  const keyOf = ({ facts, unknown }: Asked): string => {
    if (unknown.some((name) => looksAt.includes(name)))
      return `${looksAt.map((name) => factReaders[name](facts)).join()}|${unknown.join()}`;
    return conditions.map(({ applies }) => (applies(facts) ? 1 : 0)).join('');
  };
  return (asked) => {
    const key = keyOf(asked);
    const made = weighed.get(key) ?? evaluate(policy, asked.facts, asked.unknown);
    weighed.set(key, made);
    return made;
  };
}
