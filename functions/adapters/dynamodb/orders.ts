import { isDeepStrictEqual } from 'node:util';
import { Order } from '../../domain/order.ts';
import type { Orders } from '../../domain/ports.ts';
import { daysAfter } from '../../domain/time.ts';
import { customerKey, type Item, type Table } from './table.ts';

/** An order leaves the records this long after its purchase: longer than guarantees last and requests are heard. */
const ORDER_DAYS = 3 * 365;

const SORT = 'order';

/** The place of an address's orders in the index by-customer: apart from its mails, so that however many do not slow them. */
export function ordersKey(address: string): string {
  return `orders#${customerKey(address)}`;
}

/** Orders by their number, which is compared without case: people write it as they please. */
export function createOrders(table: Table): Orders {
  const pkOf = (number: string) => `order#${number.toUpperCase()}`;
  const itemOf = (order: Order): Item => {
    const bought = `${order.purchasedOn}T00:00:00.000Z`;
    return {
      pk: pkOf(order.number),
      sk: SORT,
      order,
      customer: ordersKey(order.customer.address),
      openedAt: bought,
      expiresAt: Date.parse(daysAfter(bought, ORDER_DAYS)) / 1000,
    };
  };
  return {
    async get(number) {
      const item = await table.get(pkOf(number), SORT);
      return item && Order.parse(item['order']);
    },

    async byCustomer(address, limit, until) {
      const newest = table.byIndex('by-customer', ordersKey(address), 'newest', limit, { until });
      return (await Array.fromAsync(newest)).map((item) => Order.parse(item['order']));
    },

    async changed(orders) {
      const stored = await table.getAll(orders.map(({ number }) => ({ pk: pkOf(number), sk: SORT })));
      const before = new Map(stored.map(({ importedAt: _, ...item }) => [item['pk'], item]));
      return orders.filter((order) => !isDeepStrictEqual(before.get(pkOf(order.number)), itemOf(order)));
    },

    async put(order, importedAt) {
      const newer = 'attribute_not_exists(importedAt) OR importedAt <= :importedAt';
      await table.putIf({ ...itemOf(order), importedAt }, newer, { ':importedAt': importedAt });
    },
  };
}
