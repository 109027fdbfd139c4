import type { Month } from '../domain/time.ts';

/** The month `by` months after another; before it where `by` is negative. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Some months in a row, the last of them `month`, oldest first. */
export function monthsUntil(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthAfter(month, index + 1 - count));
}
