import * as z from 'zod';
import { isEvidence } from './attachments.ts';
import { type Money, toDecimal } from './money.ts';
import { categoryOf, type Policy, strictestCategory } from './policy.ts';
import { askedAmount, type Fact, known, namedReason, type Request } from './request.ts';
import { type Day, dayAfter, daysBetween, type Instant } from './time.ts';

/**
 * Everything a policy's condition may look at, and its CEL type. A closed set: name, address, language, country, tone
 * and number of mails are not in it, so no policy can treat people by them.
 */
export const factTypes = {
  product: {
    category: 'string',
    price: 'double',
    finalSale: 'bool',
    returnable: 'bool',
    perishable: 'bool',
    digital: 'bool',
    hygiene: 'bool',
  },
  order: {
    known: 'bool',
    daysSincePurchase: 'int',
    daysSinceDelivery: 'int',
    windowDays: 'int',
    daysPastWindow: 'int',
    channel: 'string',
  },
  request: { reason: 'string', wish: 'string', amount: 'double', evidence: 'int' },
  customer: {
    ordersOwnAddress: 'bool',
    orders: 'int',
    spend: 'double',
    earlierRequests: 'int',
    earlierExceptions: 'int',
    daysSinceLastRequest: 'int',
  },
  sender: { verified: 'bool' },
  precedents: { count: 'int', approvedShare: 'double' },
} as const;

type Primitive<T> = T extends 'string' ? string : T extends 'bool' ? boolean : number;

/** The facts of one case. Numbers of type int are whole; amounts are in the currency's major unit. */
export type Facts = {
  [Group in keyof typeof factTypes]: {
    [Name in keyof (typeof factTypes)[Group]]: Primitive<(typeof factTypes)[Group][Name]>;
  };
};

type FactTypes = typeof factTypes;
/** A fact's full name, `order.daysPastWindow`. */
export type FactName = {
  [Group in keyof FactTypes]: `${Group}.${keyof FactTypes[Group] & string}`;
}[keyof FactTypes];
export const FactValue = z.union([z.string(), z.number(), z.boolean()]);
export type FactValue = z.infer<typeof FactValue>;

/** Every fact, in the order of `factTypes`. */
export const factNames = Object.entries(factTypes).flatMap(([group, fields]) =>
  Object.keys(fields).map((name) => `${group}.${name}` as FactName),
);

export { NamedReason } from './request.ts';

/** The value of a fact. */
export function readFact(facts: Facts, name: FactName): FactValue {
  const [group, field] = name.split('.') as [keyof Facts, string];
  return (facts[group] as Record<string, FactValue>)[field] ?? '';
}

/** What is known of a case beside the request itself: from the shop's records, never from what anybody wrote. */
export interface Background {
  customer: Omit<Facts['customer'], 'ordersOwnAddress'>;
  sender: Facts['sender'];
  precedents: Facts['precedents'];
}

/** The days since a request that never was: a hundred years, so that "more than a year ago" holds of it. */
export const NEVER_DAYS = 36_500;

/** A customer of whom the shop knows nothing yet. */
export const NOTHING_KNOWN: Background = {
  customer: {
    orders: 0,
    spend: 0,
    earlierRequests: 0,
    earlierExceptions: 0,
    daysSinceLastRequest: NEVER_DAYS,
  },
  sender: { verified: false },
  precedents: { count: 0, approvedShare: 0 },
};

/**
 * The facts of a request at an instant. Days are calendar days where the shop is; without a purchase date they are 0: a
 * policy asks `order.known` first. The window runs from delivery where the order says when it arrived, else from purchase.
 */
export function factsOf(request: Request, background: Background, policy: Policy, at: Instant): Facts {
  const category = categoryFor(request, policy);
  const { days: windowDays, returnable, perishable, digital, hygiene } = categoryOf(policy, category);
  const purchased = known(request.purchasedOn);
  const arrived = known(request.deliveredOn) ?? purchased;
  const daysSince = (day: string | undefined) => (day ? daysBetween(day, at, policy.shop.timeZone) : 0);
  return {
    product: {
      category: category ?? 'unknown',
      price: majorOf(request.amount, policy) ?? 0,
      finalSale: request.finalSale,
      returnable,
      perishable,
      digital,
      hygiene,
    },
    order: {
      known: request.orderNumber.source === 'order',
      daysSincePurchase: daysSince(purchased),
      daysSinceDelivery: daysSince(arrived),
      windowDays,
      daysPastWindow: arrived ? daysSince(arrived) - windowDays : 0,
      channel: request.channel ?? 'unknown',
    },
    request: {
      reason: namedReason(request) ?? 'unknown',
      wish: known(request.wish) ?? 'unknown',
      amount: majorOf(askedAmount(request), policy) ?? 0,
      evidence: request.attachments.filter(isEvidence).length,
    },
    customer: { ordersOwnAddress: request.ordersOwnAddress ?? false, ...background.customer },
    sender: background.sender,
    precedents: background.precedents,
  };
}

/** The last day of the ordinary return window; undefined where nobody knows when it began. */
export function windowEnd(request: Request, policy: Policy): Day | undefined {
  const arrived = known(request.deliveredOn) ?? known(request.purchasedOn);
  return arrived && dayAfter(arrived, categoryOf(policy, categoryFor(request, policy)).days);
}

/** In the shop's currency's major unit; undefined where it is not known, or of another currency, which nothing here can compare. */
function majorOf(fact: Fact<Money>, { shop }: Pick<Policy, 'shop'>): number | undefined {
  const money = known(fact);
  return money?.currency === shop.currency ? Number(toDecimal(money)) : undefined;
}

/** The category a request counts as: of an order of several the strictest. Undefined where nobody knows one. */
export function categoryFor({ category, categories = [] }: Request, policy: Policy): string | undefined {
  return known(category) ?? strictestCategory(policy, categories);
}

/** The facts that stand for what nobody knows: the mail does not say, and no order of the shop's does. */
export function unknownFacts(request: Request, policy: Pick<Policy, 'shop'>): FactName[] {
  const hasOrder = request.orderNumber.source === 'order';
  const days = [request.purchasedOn, request.deliveredOn].every((day) => known(day) === undefined);
  const category = known(request.category) === undefined && request.categories === undefined;
  const unknown: Record<string, boolean> = {
    'order.known': !hasOrder,
    'product.finalSale': !hasOrder,
    'customer.ordersOwnAddress': !hasOrder,
    'product.category': category,
    'product.returnable': category,
    'product.perishable': category,
    'product.digital': category,
    'product.hygiene': category,
    'order.windowDays': category,
    'order.daysPastWindow': category || days,
    'order.daysSinceDelivery': days,
    'order.daysSincePurchase': known(request.purchasedOn) === undefined,
    'order.channel': request.channel === undefined,
    'product.price': majorOf(request.amount, policy) === undefined,
    'request.amount': majorOf(askedAmount(request), policy) === undefined,
    'request.reason': namedReason(request) === undefined,
    'request.wish': known(request.wish) === undefined,
  } satisfies Partial<Record<FactName, boolean>>;
  return factNames.filter((name) => unknown[name]);
}
