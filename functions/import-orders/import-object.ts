import { InvalidInput } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { importOrders } from './import-orders.ts';
import { decodeCsv } from './orders.ts';

/**
 * Imports the orders file stored under a key. A file with mistakes is reported and left: trying it again would find the
 * same mistakes. Its log entry names every line, and the metric OrdersRejected raises the operator's alarm.
 */
export async function importObject(
  services: Needs<'orders' | 'log' | 'rawMails'>,
  key: string,
  arrivedAt: Instant,
): Promise<void> {
  const bytes = await services.rawMails.get(key);
  try {
    await importOrders(services, { csv: decodeCsv(bytes, key), fileName: key, arrivedAt });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    services.log.error('an orders file was not imported', { key, mistakes: error.message.split('\n') });
    services.log.count('OrdersRejected');
  }
}
