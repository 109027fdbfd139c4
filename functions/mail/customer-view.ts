import type { Money } from '../domain/money.ts';
import { askedAmount, type Fact, type Reason, type Request } from '../domain/request.ts';
import type { Day } from '../domain/time.ts';
import { oneLine, shorten } from '../wording/plain.ts';

/** What a mail to the customer may say of their own request. */
export interface CustomerView {
  name?: string;
  orderNumber?: string;
  product?: string;
  /** What was paid. */
  amount?: Money;
  /** What they ask for: a part of it where they name one. */
  asked?: Money;
  purchasedOn?: Day;
  deliveredOn?: Day;
  reason?: Reason;
}

/** A name or a product that long is no name and no product. */
const MAX_ECHO = 80;
const LINK_LIKE = /:\/\/|www\.|@|[\p{L}\d]\.\p{L}{2,}/iu;

/**
 * Whoever knows an order number can write about that order, so what the order record says is told only to the order's own
 * address; a stranger reads the same mail whether the order exists or not. What the mail said may be said back, unless
 * it looks like a link: an answer to a forged sender must not carry somebody's advertisement.
 */
export function customerView(request: Request): CustomerView {
  const own = request.ordersOwnAddress === true;
  const view: CustomerView = {};
  const name = tellable(request.customer.name, own);
  const product = tellable(request.product, own);
  const orderNumber = orderNumberToldBack(request, own);
  if (name) view.name = name;
  if (product) view.product = product;
  if (orderNumber) view.orderNumber = orderNumber;
  if (isTellable(request.amount, own)) view.amount = request.amount.value;
  const asked = askedAmount(request);
  if (isTellable(asked, own)) view.asked = asked.value;
  if (isTellable(request.purchasedOn, own)) view.purchasedOn = request.purchasedOn.value;
  if (isTellable(request.deliveredOn, own)) view.deliveredOn = request.deliveredOn.value;
  if (isTellable(request.reason, own)) view.reason = request.reason.value;
  return view;
}

function isTellable<T>(fact: Fact<T>, own: boolean): fact is Exclude<Fact<T>, { source: 'unknown' }> {
  return fact.source === 'mail' || (fact.source === 'order' && own);
}

function tellable(fact: Fact<string>, own: boolean): string | undefined {
  if (!isTellable(fact, own)) return undefined;
  const text = shorten(oneLine(fact.value), MAX_ECHO);
  return fact.source === 'mail' && LINK_LIKE.test(text) ? undefined : text;
}

function orderNumberToldBack({ orderNumber, subject, text }: Request, own: boolean): string | undefined {
  if (orderNumber.source === 'unknown') return undefined;
  const written = `${subject}\n${text}`.toUpperCase().includes(orderNumber.value.toUpperCase());
  return own || written ? tellable({ ...orderNumber, source: 'mail' }, own) : undefined;
}
