import { stringify } from 'csv-stringify/sync';
import type { Cell, ColumnType, Row, Table } from './tables/column.ts';
import { DECIMAL_PLACES } from './values.ts';

/** What tells a spreadsheet that a file is UTF-8; programs read without it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The rows as CSV (RFC 4180): every text quoted, lines ended as the RFC has it. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front; an empty field is no value.
 */
export function csvLines({ columns }: Table, rows: readonly Row[]): string {
  return write(rows.map((row) => columns.map(({ name, type }) => cell(type, row[name] ?? null))));
}

/** The line of the columns' names, which a file begins with; `bom` for spreadsheets that take UTF-8 for something else. */
export function csvHeader({ columns }: Table, { bom = false }: { bom?: boolean } = {}): string {
  return `${bom ? BYTE_ORDER_MARK : ''}${write([columns.map(({ name }) => name)])}`;
}

function write(lines: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...lines], { record_delimiter: 'windows', quoted_string: true, escape_formulas: true });
}

function cell(type: ColumnType, value: Cell): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return type === 'decimal' ? decimal(BigInt(value)) : String(value);
}

function decimal(thousandths: bigint): string {
  const digits = String(thousandths).padStart(DECIMAL_PLACES + 1, '0');
  return `${digits.slice(0, -DECIMAL_PLACES)}.${digits.slice(-DECIMAL_PLACES)}`;
}
