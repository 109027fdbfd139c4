import { stringify } from 'csv-stringify/sync';
import type { Language } from '../domain/language.ts';
import type { Cell, ColumnType, Row, Table } from './tables/column.ts';
import { DECIMAL_PLACES } from './values.ts';

/** What tells a spreadsheet that a file is UTF-8; programs read without it. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvForm {
  /** Whose spreadsheet it is for: what parts the fields, and what the decimals of a number. Programs read that of `en`. */
  language?: Language | undefined;
}

const forms: Record<Language, { delimiter: string; point: string }> = {
  en: { delimiter: ',', point: '.' },
  'pt-BR': { delimiter: ';', point: ',' },
};

/**
 * The rows as CSV (RFC 4180): every text quoted, lines ended as the RFC has it. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, a number never; an empty field is no value.
 */
export function csvLines({ columns }: Table, rows: readonly Row[], form: CsvForm = {}): string {
  return write(
    rows.map((row) => columns.map(({ name, type }) => cell(type, row[name] ?? null))),
    form,
  );
}

/** The line of the columns' names, which a file begins with; `bom` for spreadsheets that take UTF-8 for something else. */
export function csvHeader(
  { columns }: Table,
  { bom = false, ...form }: CsvForm & { bom?: boolean } = {},
): string {
  return `${bom ? BYTE_ORDER_MARK : ''}${write([columns.map(({ name }) => name)], form)}`;
}

/** Thousandths are a bigint here: to a spreadsheet what begins with a minus is a formula, unless it is a number. */
type Field = string | number | bigint | null;

function write(lines: readonly (readonly Field[])[], { language = 'en' }: CsvForm): string {
  const { delimiter, point } = forms[language];
  return stringify([...lines], {
    delimiter,
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
    cast: {
      number: (value) => String(value).replace('.', point),
      bigint: (thousandths) => decimal(thousandths).replace('.', point),
    },
  });
}

function cell(type: ColumnType, value: Cell): Field {
  if (value === null || typeof value === 'number') return value;
  return type === 'decimal' ? BigInt(value) : String(value);
}

/** With the decimals that it has, and no more: some spreadsheets take three of them for thousands. */
function decimal(thousandths: bigint): string {
  const digits = String(thousandths < 0n ? -thousandths : thousandths).padStart(DECIMAL_PLACES + 1, '0');
  const written = `${digits.slice(0, -DECIMAL_PLACES)}.${digits.slice(-DECIMAL_PLACES)}`;
  return `${thousandths < 0n ? '-' : ''}${written.replace(/\.?0+$/, '')}`;
}
