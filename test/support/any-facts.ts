import fc from 'fast-check';
import { type Facts, NamedReason, NEVER_DAYS } from '../../functions/domain/facts.ts';
import { Wish } from '../../functions/domain/request.ts';

/** A small count. */
export const few = fc.integer({ min: 0, max: 8 });
const money = fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100);
/** Facts that can stand together, mostly. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    product: fc.record({
      category: fc.constantFrom('kitchen', 'electronics', 'beauty', 'unknown'),
      price: money,
      finalSale: fc.boolean(),
      returnable: fc.boolean(),
      perishable: fc.boolean(),
      digital: fc.boolean(),
      hygiene: fc.boolean(),
    }),
    order: fc.record({
      known: fc.boolean(),
      daysSincePurchase: fc.integer({ min: 0, max: 900 }),
      daysSinceDelivery: fc.integer({ min: 0, max: 800 }),
      windowDays: fc.constantFrom(0, 15, 30),
      daysPastWindow: fc.constant(0),
      channel: fc.constantFrom('unknown', 'web', 'store'),
    }),
    request: fc.record({
      reason: fc.constantFrom('unknown', ...NamedReason.options),
      wish: fc.constantFrom('unknown', ...Wish.options),
      amount: money,
      evidence: few,
    }),
    customer: fc.record({
      ordersOwnAddress: fc.boolean(),
      orders: few,
      spend: money,
      earlierRequests: few,
      earlierExceptions: few,
      daysSinceLastRequest: fc.constantFrom(1, 40, 400, NEVER_DAYS),
    }),
    sender: fc.record({ verified: fc.boolean() }),
    precedents: fc.record({ count: few, approvedShare: fc.constantFrom(0, 0.2, 0.8, 1) }),
  })
  .map(({ order, ...facts }) => ({
    ...facts,
    order: {
      ...order,
      daysPastWindow: order.daysSinceDelivery - order.windowDays,
      daysSincePurchase: Math.max(order.daysSincePurchase, order.daysSinceDelivery),
    },
  }));
