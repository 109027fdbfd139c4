import * as z from 'zod';
import { Money } from './money.ts';

/** The longest reason or note an approver can write (characters). */
export const MAX_REASON = 2_000;

const note = z.string().trim().max(MAX_REASON).optional();

/** Why it was decided otherwise than nearly all cases like it. Colleagues read it, the customer does not. */
const against = { againstPrecedents: note };

/** One of the policy's other ways to pay; the usual one where it is absent. */
const way = z.string().optional();

/** What a person decided. `note` is read by the customer; a declined request always says why. */
export const Decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('approved'), amount: Money, way, note, ...against }),
  z.object({ outcome: z.literal('part-approved'), amount: Money, way, note, ...against }),
  z.object({ outcome: z.literal('alternative'), offer: z.string(), note, ...against }),
  z.object({ outcome: z.literal('declined'), reason: z.string().trim().min(1).max(MAX_REASON), ...against }),
]);
export type Decision = z.infer<typeof Decision>;
export type Outcome = Decision['outcome'];

/** The money a decision gives back, or undefined where it gives none. */
export function refundOf(decision: Decision): Money | undefined {
  return decision.outcome === 'approved' || decision.outcome === 'part-approved'
    ? decision.amount
    : undefined;
}
