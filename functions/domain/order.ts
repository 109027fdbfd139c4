import * as z from 'zod';
import { Money } from './money.ts';
import { Day } from './time.ts';

/** One thing that was bought. `price` is what the customer paid for it. */
export const OrderItem = z.object({
  product: z.string(),
  category: z.string(),
  price: Money,
  finalSale: z.boolean(),
});
export type OrderItem = z.infer<typeof OrderItem>;

/** An order as the shop's own records have it. */
export const Order = z.object({
  number: z.string(),
  customer: z.object({ address: z.string(), name: z.string() }),
  purchasedOn: Day,
  deliveredOn: Day.optional(),
  /** Where it was placed, in the shop's own words: web, store, phone. */
  channel: z.string().optional(),
  items: z.array(OrderItem).min(1),
});
export type Order = z.infer<typeof Order>;

/** What the customer paid for the whole order. */
export function orderTotal(order: Order): Money {
  const [first, ...rest] = order.items;
  if (!first) throw new Error('an order has at least one item');
  return { ...first.price, minor: rest.reduce((sum, item) => sum + item.price.minor, first.price.minor) };
}
