import { type BusinessHours, weekDays } from './policy-fields.ts';
import {
  type Day,
  dayAfter,
  dayOf,
  daysAfter,
  hoursAfter,
  type Instant,
  instantAt,
  MAX_WAIT_DAYS,
} from './time.ts';

/** When a shop works. Without business hours it is there round the clock, holidays or not. */
export interface WorkingTime {
  timeZone: string;
  businessHours?: BusinessHours | undefined;
  /** `2026-11-26`, or `12-25` for every year. */
  holidays: readonly string[];
}

/**
 * The instant when `hours` of business time have passed since `at`; of all time, where the shop has no business hours. With
 * holidays in between that can be long: it is never later than a wait can be (MAX_WAIT_DAYS), so a deadline always comes.
 */
export function businessHoursAfter(at: Instant, hours: number, shop: WorkingTime): Instant {
  if (!shop.businessHours) return hoursAfter(at, hours);
  const latest = daysAfter(at, MAX_WAIT_DAYS);
  let left = hours * HOUR;
  for (let day = dayOf(at, shop.timeZone); day <= dayOf(latest, shop.timeZone); day = dayAfter(day, 1)) {
    const span = openOn(day, shop);
    if (!span) continue;
    const from = Math.max(span.from, Date.parse(at));
    const open = Math.max(0, span.to - from);
    if (left <= open) return earlier(new Date(from + left).toISOString(), latest);
    left -= open;
  }
  return latest;
}

const HOUR = 3_600_000;

/** From when to when people are there on a day, in milliseconds, or undefined where it is off. */
function openOn(day: Day, { timeZone, businessHours, holidays }: WorkingTime) {
  if (holidays.includes(day) || holidays.includes(day.slice(5))) return undefined;
  const name = weekDays[(new Date(day).getUTCDay() + 6) % 7];
  const hours = name && businessHours?.[name];
  if (!hours) return undefined;
  const [from = '', to = ''] = hours.split('-');
  return { from: Date.parse(instantAt(day, from, timeZone)), to: Date.parse(instantAt(day, to, timeZone)) };
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
