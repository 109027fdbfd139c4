import { type Day, daysOf } from './year.ts';

/** The first days of a year, of some eight cases each: as much as a test needs that is about something else. */
export function firstDays(count = 10): Day[] {
  const days: Day[] = [];
  for (const day of daysOf({ cases: 3_650, seed: 6 })) {
    if (days.push(day) === count) break;
  }
  return days;
}
