import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { RefundConfirmed, refundOfId } from '../domain/refund-events.ts';
import { type Recording, recordRefund } from './record-refund.ts';

/** What EventBridge calls the function with. */
const Envelope = z.object({
  source: z.string().min(1),
  'detail-type': z.literal('RefundConfirmed'),
  detail: RefundConfirmed,
});

/**
 * Records what a payment system says of a refund it was asked for; the same event again changes nothing. Throws InvalidInput naming each
 * field that is not as it has to be, RefundSettled where the refund was confirmed otherwise, CaseNotFound, and LinkEarly where it comes
 * too soon and has to come again.
 */
export async function confirmRefund(services: Recording, event: unknown): Promise<void> {
  const read = Envelope.safeParse(event);
  if (!read.success) {
    throw new InvalidInput(`the event is no RefundConfirmed:\n${z.prettifyError(read.error)}`, {
      cause: read.error,
    });
  }
  const { source, detail } = read.data;
  const { schemaVersion: _, refundId, ...said } = detail;
  const { caseId, refund } = refundOfId(refundId);
  await recordRefund(services, caseId, { at: services.clock.now(), by: source, refund, ...said });
}
