import type * as z from 'zod';
import type { RoundOutput } from '../../statemachine/steps.ts';
import type { Case } from '../domain/case.ts';
import { nextDeadline } from '../domain/decide.ts';
import type { Clock } from '../domain/ports.ts';

/** A case that was decided or withdrawn meanwhile is waited for only as long as it takes to wake the flow. */
const WAKE_SECONDS = 60;

/** The open round of a case and the real seconds until it has to move by itself. */
export function roundToWaitFor(found: Case, clock: Clock): z.infer<typeof RoundOutput> {
  // Nobody was asked yet, or a round was over before the customer withdrew: either way there is nothing to wait for.
  if (found.status === 'withdrawn') return { round: found.round?.number ?? 1, waitSeconds: WAKE_SECONDS };
  if (!('round' in found))
    throw new Error(`case ${found.id} is ${found.status}: it has no approval round yet`);
  const waits = found.status === 'awaiting-decision';
  return {
    round: found.round.number,
    waitSeconds: waits ? clock.secondsUntil(nextDeadline(found.round)) : WAKE_SECONDS,
  };
}
