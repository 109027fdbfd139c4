import type { Case } from '../domain/case.ts';
import type { Cases } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

/**
 * How many of a customer's other cases are looked at, the newest. An approver is shown ten of them and guidelines count a few;
 * but whoever writes eight hundred mails has eight hundred cases, each with its whole history.
 */
export const MOST_EARLIER = 50;
/** How often more are read where many do not count. One address gets twenty cases in thirty days: that is over a year of them. */
const MOST_READS = 6;

/**
 * A customer's other cases, oldest first: the newest of them, opened until an instant where one is given. With `counts`, the newest of
 * those that count, so that however many others there are they push none of them out.
 */
export async function earlierCases(
  cases: Cases,
  found: Case,
  { until, counts = () => true }: { until?: Instant; counts?: (one: Case) => boolean } = {},
): Promise<Case[]> {
  const { address } = found.request.customer;
  const counted: Case[] = [];
  const seen = new Set([found.id]);
  let before = until;
  for (let read = 0; read < MOST_READS && counted.length < MOST_EARLIER; read++) {
    const newest = await cases.byCustomer(address, MOST_EARLIER + 1, before);
    // Cases of one instant may be read twice.
    const others = newest.filter(({ id }) => !seen.has(id));
    for (const { id } of others) seen.add(id);
    counted.unshift(...others.filter(counts));
    if (newest.length <= MOST_EARLIER || others.length === 0) break;
    before = newest[0]?.openedAt;
  }
  return counted.slice(-MOST_EARLIER);
}
