import { isEvidence } from './attachments.ts';
import { toDecimal } from './money.ts';
import { categoryOf, type Policy } from './policy.ts';
import { known, type Request } from './request.ts';
import { daysBetween, type Instant } from './time.ts';

/**
 * Everything a policy's condition may look at, and its CEL type. A closed set: name, address, language, country, tone
 * and number of mails are not in it, so no policy can treat people by them.
 */
export const factTypes = {
  product: { category: 'string', price: 'double', finalSale: 'bool', returnable: 'bool' },
  order: { known: 'bool', daysSincePurchase: 'int', windowDays: 'int', daysPastWindow: 'int' },
  request: { reason: 'string', wish: 'string', amount: 'double', attachments: 'int' },
  customer: { ordersOwnAddress: 'bool', earlierRequests: 'int', earlierApprovals: 'int' },
} as const;

type Primitive<T> = T extends 'string' ? string : T extends 'bool' ? boolean : number;

/** The facts of one case. Numbers of type int are whole; amounts are in the currency's major unit. */
export type Facts = {
  [Group in keyof typeof factTypes]: {
    [Name in keyof (typeof factTypes)[Group]]: Primitive<(typeof factTypes)[Group][Name]>;
  };
};

/** What is known of the customer's earlier dealings with the refunds address. */
export interface Interactions {
  earlierRequests: number;
  earlierApprovals: number;
}

/**
 * The facts of a request at an instant. Days are calendar days where the shop is; without a purchase date they are 0: a
 * policy asks `order.known` first. The window runs from delivery where the order says when it arrived, else from purchase.
 */
export function factsOf(request: Request, earlier: Interactions, policy: Policy, at: Instant): Facts {
  const { timeZone } = policy.shop;
  const category = known(request.category);
  const { days: windowDays, returnable } = categoryOf(policy, category);
  const purchased = known(request.purchasedOn);
  const arrived = known(request.deliveredOn) ?? purchased;
  const amount = known(request.amount);
  const major = amount ? Number(toDecimal(amount)) : 0;
  return {
    product: { category: category ?? 'unknown', price: major, finalSale: request.finalSale, returnable },
    order: {
      known: request.orderNumber.source === 'order',
      daysSincePurchase: purchased ? daysBetween(purchased, at, timeZone) : 0,
      windowDays,
      daysPastWindow: arrived ? daysBetween(arrived, at, timeZone) - windowDays : 0,
    },
    request: {
      reason: known(request.reason) ?? 'unknown',
      wish: known(request.wish) ?? 'unknown',
      amount: major,
      attachments: request.attachments.filter(isEvidence).length,
    },
    customer: { ordersOwnAddress: request.ordersOwnAddress ?? false, ...earlier },
  };
}
