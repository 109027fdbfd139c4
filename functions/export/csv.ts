import { stringify } from 'csv-stringify/sync';
import { type Column, columns, type Row } from './columns.ts';
import { DECIMAL_PLACES } from './rows.ts';

/**
 * The rows as CSV (RFC 4180) in UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front; an
 * empty field is no value.
 */
export function toCsv(rows: readonly Row[]): Uint8Array {
  const names = columns.map(({ name }) => name);
  const text = stringify(
    rows.map((row) => columns.map((column) => cell(column, row[column.name]))),
    { header: true, columns: names, record_delimiter: 'windows', escape_formulas: true },
  );
  return new TextEncoder().encode(text);
}

function cell({ type }: Column, value: Row[keyof Row]): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return type === 'decimal' ? decimal(BigInt(value)) : String(value);
}

function decimal(thousandths: bigint): string {
  const digits = String(thousandths).padStart(DECIMAL_PLACES + 1, '0');
  return `${digits.slice(0, -DECIMAL_PLACES)}.${digits.slice(-DECIMAL_PLACES)}`;
}
