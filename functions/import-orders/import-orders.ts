import type { Needs } from '../domain/ports.ts';
import { readOrders } from './orders.ts';

/** How many orders are written at a time: fast enough for a full file in a function's minutes, gentle on the table. */
const AT_A_TIME = 16;

/**
 * Imports an orders file: all of it, or nothing where it has a mistake. An order that is there already is replaced, so
 * importing a file again changes nothing. Throws InvalidInput with a line for every mistake.
 */
export async function importOrders(
  { orders, log }: Needs<'orders' | 'log'>,
  { csv, fileName }: { csv: string; fileName: string },
): Promise<{ orders: number }> {
  const read = readOrders(csv, fileName);
  for (let start = 0; start < read.length; start += AT_A_TIME) {
    await Promise.all(read.slice(start, start + AT_A_TIME).map(orders.put));
  }
  log.info('orders were imported', { fileName, orders: read.length });
  return { orders: read.length };
}
