import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { refundRequested } from '../domain/refund-events.ts';
import type { Refund } from '../domain/settlement.ts';
import { isSettled } from './send-once.ts';

/** The mail that asks finance for a refund of a case. */
export const refundRequestId = ({ id }: Case, refund: number) => `${id}.refund-request.${refund}`;

/**
 * Tells a payment system of money that is due, before finance has the mail about it: a crash between the two repeats the event, which
 * names the refund, and never leaves it out.
 */
export async function announceRefund(
  { refundEvents }: Needs<'refundEvents'>,
  found: Case,
  refund: Pick<Refund, 'number' | 'amount' | 'way' | 'dueBy'>,
): Promise<void> {
  if (isSettled(found, refundRequestId(found, refund.number))) return;
  await refundEvents.requested(refundRequested(found, refund));
}
