import * as z from 'zod';
import { Money } from './money.ts';

/** The longest reason or note an approver can write (characters). */
export const MAX_REASON = 2_000;

const note = z.string().trim().max(MAX_REASON).optional();

/** Colleagues read these, the customer never does: why it was decided otherwise than nearly all cases like it, and a note. */
const internal = { againstPrecedents: note, internal: note };

/** One of the policy's other ways to pay; the usual one where it is absent. */
const way = z.string().optional();

/** What a person decided. `note` is read by the customer; a declined request always says why. */
export const Decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('approved'), amount: Money, way, note, ...internal }),
  z.object({ outcome: z.literal('part-approved'), amount: Money, way, note, ...internal }),
  z.object({ outcome: z.literal('alternative'), offer: z.string(), note, ...internal }),
  z.object({ outcome: z.literal('declined'), reason: z.string().trim().min(1).max(MAX_REASON), ...internal }),
]);
export type Decision = z.infer<typeof Decision>;
export type Outcome = Decision['outcome'];

/** The money a decision gives back, or undefined where it gives none. */
export function refundOf(decision: Decision): Money | undefined {
  return decision.outcome === 'approved' || decision.outcome === 'part-approved'
    ? decision.amount
    : undefined;
}
