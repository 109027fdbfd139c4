import type { Needs } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { readOrders } from './orders.ts';

/** How many orders are written at a time: fast enough for a full file in a function's minutes, gentle on the table. */
const AT_A_TIME = 16;

/**
 * Imports an orders file that came in at an instant: all of it, or nothing where it has a mistake. An order that is there from
 * an earlier file is replaced, so importing a file again changes nothing, also after a later one. What is the same is not
 * written. Throws InvalidInput with a line for every mistake.
 */
export async function importOrders(
  { orders, log }: Needs<'orders' | 'log'>,
  { csv, fileName, arrivedAt }: { csv: string; fileName: string; arrivedAt: Instant },
): Promise<{ orders: number; changed: number }> {
  const read = readOrders(csv, fileName);
  const changed = await orders.changed(read);
  for (let start = 0; start < changed.length; start += AT_A_TIME) {
    await Promise.all(changed.slice(start, start + AT_A_TIME).map((order) => orders.put(order, arrivedAt)));
  }
  const counts = { orders: read.length, changed: changed.length };
  log.info('orders were imported', { fileName, ...counts });
  return counts;
}
