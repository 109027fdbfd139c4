import type { Instant } from '../domain/time.ts';

/** A day ends where the next begins; people call it by the day it belongs to. */
export function lastMoment(end: Instant): Instant {
  return new Date(Date.parse(end) - 1).toISOString();
}
