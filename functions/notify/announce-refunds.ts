import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { refundRequested } from '../domain/refund-events.ts';
import { isAnnounced } from '../domain/settlement.ts';
import { changeCase } from '../runtime/change-case.ts';

/**
 * Tells a payment system of the money that is due and that it has not heard of. That it was told is on the case by itself: a crash between
 * the two repeats the event, which names the refund, and never leaves it out. Throws the first failure, once all were tried.
 */
export async function announceRefunds(
  { cases, clock, refundEvents }: Needs<'cases' | 'clock' | 'refundEvents'>,
  found: Case,
): Promise<void> {
  const failures: unknown[] = [];
  for (const refund of found.refunds) {
    if (refund.state === 'paid' || isAnnounced(found, refund.number)) continue;
    try {
      await refundEvents.requested(refundRequested(found, refund));
      await changeCase(cases, found.id, {
        type: 'record-announcement',
        at: clock.now(),
        refund: refund.number,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
