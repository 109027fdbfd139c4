import { type Case, type Decided, decisionsOf } from '../domain/case.ts';
import { type Background, factsOf, NEVER_DAYS, NOTHING_KNOWN } from '../domain/facts.ts';
import { currencyDigits } from '../domain/money.ts';
import { type Order, orderTotal } from '../domain/order.ts';
import type { Policy } from '../domain/policy.ts';
import { dayOf, daysBetween, type Instant } from '../domain/time.ts';

/**
 * Whether another case counts as an earlier request of the same customer. Asking again for the same is not asking more often: it
 * counts once it is decided, or where it is about another order of theirs. What somebody may have written in their name does not.
 */
export function isEarlierRequest(one: Case, found: Case): boolean {
  const isDecided = decidedBy(one, found.openedAt) !== undefined;
  return one.sender !== 'failed' && (isDecided || isAboutAnotherOrder(one, found));
}

/**
 * What the shop knew of a customer when a case was opened: from its orders, and from the customer's other cases (oldest first).
 * An exception is what was granted outside the policy.
 */
export function historyOf(
  found: Case,
  earlier: readonly Case[],
  orders: readonly Order[],
  policy: Policy,
): Background['customer'] {
  const { openedAt } = found;
  const { shop } = policy;
  const requests = earlier.filter((one) => isEarlierRequest(one, found));
  const last = requests.at(-1);
  return {
    orders: orders.length,
    spend: spendOf(orders, shop.currency),
    earlierRequests: requests.length,
    earlierExceptions: requests.filter((one) => isException(one, openedAt, policy)).length,
    daysSinceLastRequest: last
      ? daysBetween(dayOf(last.openedAt, shop.timeZone), openedAt, shop.timeZone)
      : NEVER_DAYS,
  };
}

/** What was decided about a case by an instant: the last of it, where the customer has objected. */
function decidedBy(one: Case, at: Instant): Decided | undefined {
  return decisionsOf(one).findLast((decided) => Date.parse(decided.at) <= Date.parse(at));
}

function isAboutAnotherOrder(one: Case, { request }: Case): boolean {
  const { orderNumber, ordersOwnAddress } = one.request;
  if (one.status === 'withdrawn' || orderNumber.source !== 'order' || !ordersOwnAddress) return false;
  return request.orderNumber.source === 'order' && orderNumber.value !== request.orderNumber.value;
}

function isException(one: Case, at: Instant, policy: Policy): boolean {
  const decided = decidedBy(one, at);
  return (
    decided !== undefined &&
    decided.decision.outcome !== 'declined' &&
    routeOf(one, decided) !== 'within-policy' &&
    !isInsideWindow(one, policy)
  );
}

/** What was recommended when a case was decided; it may have been weighed again since. */
function routeOf({ history }: Case, { at }: Decided) {
  const before = history.filter((event) => Date.parse(event.at) <= Date.parse(at));
  const weighed = before.findLast((event) => event.type === 'evaluated');
  return weighed?.evaluation.route;
}

/** Whoever is sent a broken thing and says so in time asks for no exception, whichever route that took. */
function isInsideWindow({ request, openedAt }: Case, policy: Policy): boolean {
  const { order, product } = factsOf(request, NOTHING_KNOWN, policy, openedAt);
  return order.known && product.returnable && !product.finalSale && order.daysPastWindow <= 0;
}

/** In the shop's currency's major unit. Orders in another currency count as orders and not as money. */
function spendOf(orders: readonly Order[], currency: string): number {
  const minor = orders
    .map(orderTotal)
    .reduce((sum, total) => sum + (total.currency === currency ? total.minor : 0), 0);
  return minor / 10 ** currencyDigits(currency);
}
