import type { Clock } from '../domain/ports.ts';
import { type Instant, MAX_WAIT_DAYS } from '../domain/time.ts';

/** The real seconds a step waits for an instant. What lies further ahead than one wait can be long is waited for in several. */
export function secondsToWait(instant: Instant, clock: Clock): number {
  return Math.min(clock.secondsUntil(instant), MAX_WAIT_DAYS * 86_400);
}
