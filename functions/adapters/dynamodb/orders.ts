import { Order } from '../../domain/order.ts';
import type { Orders } from '../../domain/ports.ts';
import type { Table } from './table.ts';

/** Orders by their number, which is compared without case: people write it as they please. */
export function createOrders(table: Table): Orders {
  const pkOf = (number: string) => `order#${number.toUpperCase()}`;
  return {
    async get(number) {
      const item = await table.get(pkOf(number), 'order');
      return item && Order.parse(item['order']);
    },
    put: async (order) => table.put({ pk: pkOf(order.number), sk: 'order', order }),
  };
}
