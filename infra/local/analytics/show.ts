import type { Answer, AnswerRow } from '../../../functions/domain/ports.ts';
import { type CsvForm, csvHeader, csvLines } from '../../../functions/export/csv.ts';
import { may } from '../../../functions/export/tables/column.ts';

export interface Answered {
  columns: readonly string[];
  rows: readonly AnswerRow[];
  /** False where there are more rows than these. */
  isAll?: boolean;
}

/** So many rows are counted for a terminal; nobody waits there for a million to be read. */
export const MOST_COUNTED = 10_000;

/** A terminal shows a hundred rows at most, and of a text so many characters. */
const MOST_ROWS = 100;
const MOST_CHARACTERS = 60;
/** Digits behind the point; doubles have more, which say nothing. */
const MOST_DECIMALS = 6;

/** An answer for people: numbers to the right, with as many decimals in a column; one below the other where it does not fit the width. */
export function asTable({ columns, rows, isAll = true }: Answered, width = Number.POSITIVE_INFINITY): string {
  if (columns.includes('explain_value')) return rows.map((row) => row['explain_value']).join('\n');
  const shown = rows.slice(0, MOST_ROWS);
  const cells = columns.map((name) => column(shown.map((row) => row[name] ?? null)));
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...(cells[at] ?? []).map((cell) => cell.length)),
  );
  const isRight = columns.map((name) => shown.some((row) => typeof row[name] === 'number'));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => (isRight[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const isTooWide = widths.reduce((sum, one) => sum + one + 2, -2) > width;
  const lines = isTooWide
    ? shown.map((_, row) =>
        record(
          columns,
          columns.map((__, at) => cells[at]?.[row] ?? ''),
        ),
      )
    : [
        line(columns),
        line(widths.map((one) => '-'.repeat(one))),
        ...shown.map((_, row) => line(columns.map((__, at) => cells[at]?.[row] ?? ''))),
      ];
  return [...lines, summary(rows.length, isAll)].join('\n');
}

function summary(count: number, isAll: boolean): string {
  if (count === 0) return '(no rows)';
  const rows = count === 1 ? '1 row' : `${isAll ? count : `more than ${MOST_COUNTED}`} rows`;
  return count > MOST_ROWS
    ? `(${rows}, of which the first ${MOST_ROWS} are shown; --csv <file> has all)`
    : `(${rows})`;
}

/** One row, a line a column. */
function record(names: readonly string[], values: readonly string[]): string {
  const longest = Math.max(...names.map((name) => name.length));
  return `${names.map((name, at) => `${name.padEnd(longest)}  ${values[at] ?? ''}`.trimEnd()).join('\n')}\n`;
}

function column(values: readonly Answer[]): string[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const decimals = Math.max(0, ...numbers.map(decimalsOf));
  return values.map((value) => {
    if (value === null) return 'NULL';
    if (typeof value === 'number') return Number.isFinite(value) ? value.toFixed(decimals) : String(value);
    return text(String(value));
  });
}

function decimalsOf(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const written = String(Number(value.toFixed(MOST_DECIMALS)));
  return written.includes('e') ? 0 : (written.split('.')[1]?.length ?? 0);
}

/** What a shop calls a category must not steer a terminal. */
function text(value: string): string {
  const plain = value.replace(/\p{Cc}/gu, ' ');
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS - 1)}…` : plain;
}

/** An answer as CSV, as exported tables are (functions/export/csv.ts). */
export function asCsv({ columns, rows }: Answered, form: CsvForm & { bom: boolean }): string {
  const table = { name: 'answer', says: '', columns: columns.map((name) => may(name, 'text', '')) };
  return csvHeader(table, form) + csvLines(table, rows, form);
}

export function asJson({ rows }: Answered): string {
  return JSON.stringify(rows, null, 2);
}

/** A paragraph in lines that are easy to read. */
export function wrapped(paragraph: string, width = 100): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}
