import type { Instant } from '../domain/time.ts';
import { arrivedObjects } from './arrived-objects.ts';
import { forEachMessage } from './messages.ts';

/** A handler that does one thing for every object a queue tells of. */
export function forEachStoredObject(
  work: (key: string, arrivedAt: Instant) => Promise<unknown>,
  ...log: [Parameters<typeof forEachMessage>[1]?]
) {
  return forEachMessage(
    async (body) => {
      for (const { key, arrivedAt } of arrivedObjects(body)) await work(key, arrivedAt);
    },
    ...log,
  );
}
