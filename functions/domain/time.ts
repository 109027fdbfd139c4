import * as z from 'zod';

/** An instant in UTC, `2026-03-03T10:00:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time zone, `2026-03-03`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A month of the calendar, `2026-03`. */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month such as 2026-03');
export type Month = z.infer<typeof Month>;

const HOUR = 3_600_000;

/** Node and browsers hold a timer for at most 24.8 days; waits stay under it so that the embedded flow is exact. */
export const MAX_WAIT_DAYS = 24;

/** The instant `hours` after `at`. */
export function hoursAfter(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * HOUR).toISOString();
}

/** The instant `days` times 24 hours after `at`. */
export function daysAfter(at: Instant, days: number): Instant {
  return hoursAfter(at, days * 24);
}

/** The first of some instants. */
export function earliest(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one), first);
}

/** The calendar day an instant falls on in a time zone: what people there would call it. */
export function dayOf(at: Instant, timeZone: string): Day {
  const parts = calendarOf(timeZone).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The calendar day `days` after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** When the day ends that is `days` calendar days after the one an instant falls on in a time zone. */
export function endOfDayAfter(at: Instant, days: number, timeZone: string): Instant {
  return instantAt(dayAfter(dayOf(at, timeZone), days), '24:00', timeZone);
}

/**
 * Calendar days from a day to the day an instant falls on in a time zone, however many hours they have; negative when the
 * day lies ahead.
 */
export function daysBetween(from: Day, to: Instant, timeZone: string): number {
  return Math.round((Date.parse(dayOf(to, timeZone)) - Date.parse(from)) / (24 * HOUR));
}

/**
 * The instant at which clocks in a time zone show `time` (`09:00`, `24:00`) on a day. Where clocks are put forward over it, the
 * instant as many minutes later; where they show it twice, the first.
 */
export function instantAt(day: Day, time: string, timeZone: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const shown = Date.parse(day) + (hours * 60 + minutes) * 60_000;
  const before = shown - offsetOf(shown - 24 * HOUR, timeZone);
  const after = shown - offsetOf(shown + 24 * HOUR, timeZone);
  const fits = [before, after].find((at) => at + offsetOf(at, timeZone) === shown);
  return new Date(fits ?? before).toISOString();
}

/** How far clocks in a time zone are ahead of UTC at an instant (milliseconds). */
function offsetOf(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  const parts = clockOf(timeZone).formatToParts(whole);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const [year, month, date] = [part('year'), part('month'), part('day')];
  return Date.UTC(year, month - 1, date, part('hour'), part('minute'), part('second')) - whole;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const day = { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat('en', { ...day, ...time, numberingSystem: 'latn', timeZone });
  clocks.set(timeZone, clock);
  return clock;
}
const clocks = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;
  const calendar = new Intl.DateTimeFormat('en', { ...options, numberingSystem: 'latn', timeZone });
  calendars.set(timeZone, calendar);
  return calendar;
}
/** Making one takes long, and a shop has one zone. */
const calendars = new Map<string, Intl.DateTimeFormat>();
