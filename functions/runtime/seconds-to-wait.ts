import type { Clock } from '../domain/ports.ts';
import { type Instant, MAX_WAIT_DAYS } from '../domain/time.ts';

/** The real seconds a step waits for an instant. What lies further ahead than one wait can be long is waited for in several. */
export function secondsToWait(instant: Instant, clock: Clock): number {
  return Math.min(clock.secondsUntil(instant), MAX_WAIT_DAYS * 86_400);
}

/** Starting a step and writing its mails take seconds, in which the wait runs already; being a minute late harms nobody (s). */
const MOST_LATE = 60;

/** Whether something is due clearly before a wait of so many seconds is over: somebody did something since the wait was reckoned. */
export function isSooner(secondsLeft: number, waitSeconds: number): boolean {
  return secondsLeft + 1 + Math.min(MOST_LATE, waitSeconds / 10) < waitSeconds;
}
