import { z } from 'zod';

/** An instant in UTC, `2026-03-03T10:00:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time zone, `2026-03-03`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

const HOUR = 3_600_000;

/** The instant `hours` after `at`. */
export function hoursAfter(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * HOUR).toISOString();
}

/** The instant `days` times 24 hours after `at`. */
export function daysAfter(at: Instant, days: number): Instant {
  return hoursAfter(at, days * 24);
}

/** Whole days from a calendar day to the instant's UTC day; negative when the day lies ahead. */
export function daysBetween(from: Day, to: Instant): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from)) / (24 * HOUR));
}
