import type { Month } from '../domain/time.ts';
import { monthsUntil } from './months.ts';
import { columns, type Series } from './plots.ts';
import { MONTHS } from './questions.ts';
import type { Plot, Table, Told } from './section.ts';

/** The months up to the one that is told of, from the first in which there is anything; none where there is nothing. */
export function shownMonths({ month }: Pick<Told, 'month'>, isThere: (month: Month) => boolean): Month[] {
  const months = monthsUntil(month, MONTHS);
  const first = months.findIndex(isThere);
  return first < 0 ? [] : months.slice(first);
}

/** A picture with one column a month, as `columns` draws it; none where there are no months. */
export function plotMonths(
  { ways }: Told,
  months: readonly Month[],
  says: string,
  parts: readonly Series[],
  format: (value: number) => string,
  lines?: Series,
): Plot[] {
  return months.length === 0
    ? []
    : [{ says, drawing: columns(months.map(ways.shortMonth), parts, format, lines) }];
}

/** A table with one row a month, the newest first; none where there are no months. */
export function tellMonths(
  { words, ways }: Told,
  months: readonly Month[],
  caption: string,
  head: readonly string[],
  cells: (month: Month) => readonly string[],
): Table[] {
  const rows = months.toReversed().map((one) => [ways.monthInTable(one), ...cells(one)]);
  return tableOf(caption, [words.month, ...head], rows);
}

/** A table, or none where it has no rows. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): Table[] {
  return rows.length === 0 ? [] : [{ caption, head, rows }];
}
