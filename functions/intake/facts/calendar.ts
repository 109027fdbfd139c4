import type { Day } from '../../domain/time.ts';

const DAY_MS = 86_400_000;

/** A calendar day as its own numbers; month 1 is January. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Older purchases are slips of the pen, not dates. */
const FIRST_YEAR = 1990;

/** The day, or undefined where the calendar has none such: 31 February. */
export function dayOf({ year, month, day }: DayParts): Day | undefined {
  if (year < FIRST_YEAR || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
  return day > last ? undefined : `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of an earlier month, or that month's last where it is shorter. */
export function monthsBefore(day: Day, months: number): Day | undefined {
  const { year, month, day: ofMonth } = partsOf(day);
  const index = year * 12 + month - 1 - months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  for (let last = ofMonth; last >= 28; last--) {
    const found = dayOf({ ...target, day: last });
    if (found) return found;
  }
  return dayOf({ ...target, day: ofMonth });
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

const monthNames =
  'jan feb mar apr may jun jul aug sep oct nov dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(
    ' ',
  );

/** The sender's own day from a Date header (RFC 5322), or the day in a Received header; undefined where there is none. */
export function dayOfHeader(value: string | undefined): Day | undefined {
  const found = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\b/.exec((value ?? '').slice(-200));
  if (!found) return undefined;
  const month = (monthNames.indexOf(found[2] ?? '') % 12) + 1;
  return dayOf({ year: fullYear(found[3] ?? ''), month, day: Number(found[1]) });
}

/** 26 is 2026. Two digits for a purchase are never of the last century here. */
export function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}
