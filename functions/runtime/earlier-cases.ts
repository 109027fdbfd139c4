import type { Case } from '../domain/case.ts';
import type { Cases } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

/**
 * How many of a customer's other cases are looked at, the newest. An approver is shown ten of them and guidelines count a few;
 * but whoever writes eight hundred mails has eight hundred cases, each with its whole history.
 */
export const MOST_EARLIER = 50;

/** A customer's other cases, oldest first: the newest of them, opened until an instant where one is given. */
export async function earlierCases(cases: Cases, found: Case, until?: Instant): Promise<Case[]> {
  const newest = await cases.byCustomer(found.request.customer.address, MOST_EARLIER + 1, until);
  return newest.filter(({ id }) => id !== found.id).slice(-MOST_EARLIER);
}
