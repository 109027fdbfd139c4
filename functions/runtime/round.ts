import type * as z from 'zod';
import type { RoundOutput } from '../../statemachine/steps.ts';
import type { Case } from '../domain/case.ts';
import type { Clock } from '../domain/ports.ts';
import { nextDeadline } from '../domain/round.ts';

/** Where the flow goes on: to whoever is asked, for the real seconds until the round has to move by itself, or to what is to be told. */
export function whereNext(found: Case, clock: Clock): z.infer<typeof RoundOutput> {
  if (found.status === 'awaiting-decision') {
    return { next: 'ask', round: found.round.number, waitSeconds: clock.secondsUntil(nextDeadline(found)) };
  }
  // Nobody was asked yet where the customer withdrew before that.
  if (found.status === 'withdrawn') return { next: 'tell', round: found.round?.number ?? 1, waitSeconds: 1 };
  if (!('round' in found))
    throw new Error(`case ${found.id} is ${found.status}: it has no approval round yet`);
  return { next: 'tell', round: found.round.number, waitSeconds: 1 };
}

/** Starting a step and writing its mails take seconds, in which the wait runs already; being a minute late harms nobody (s). */
const MOST_LATE = 60;

/** Whether something is due clearly before a wait of so many seconds is over: somebody did something since the wait was reckoned. */
export function isSooner(secondsLeft: number, waitSeconds: number): boolean {
  return secondsLeft + 1 + Math.min(MOST_LATE, waitSeconds / 10) < waitSeconds;
}
