import { namedReason, type Request } from './request.ts';

/** What a customer can be asked for: what it takes to find the purchase, and what happened. */
export type Missing = 'order-number' | 'order-address' | 'product' | 'purchase-date' | 'reason';

/**
 * What matters for a decision and is not known. Asked for once, in the mail that acknowledges the request.
 * Whoever writes from another address than the order's is asked the same whether or not the order exists, so that nobody can
 * learn which orders there are by writing.
 */
export function missingFrom(request: Request): Missing[] {
  const { orderNumber, ordersOwnAddress, product, purchasedOn } = request;
  const missing: Missing[] = [];
  if (orderNumber.source === 'unknown') {
    missing.push('order-number');
    if (product.source === 'unknown') missing.push('product');
    if (purchasedOn.source === 'unknown') missing.push('purchase-date');
  } else if (!ordersOwnAddress) missing.push('order-address');
  if (namedReason(request) === undefined) missing.push('reason');
  return missing;
}
