import { type CsvError, parse } from 'csv-parse/sync';
import { InvalidInput } from '../domain/errors.ts';
import { currencyDigits } from '../domain/money.ts';
import type { Order, OrderItem } from '../domain/order.ts';
import { Row, shown } from './row.ts';

/** The largest orders file (characters), about 40,000 rows: read and written well within one function's minutes. */
export const MAX_FILE = 5_000_000;
/** The most items of one order: a table item holds 400 KB. */
export const MAX_ITEMS = 200;
/** How many mistakes one message lists. Whoever has more has one mistake many times. */
export const MAX_MISTAKES = 50;

type Column = keyof typeof Row.shape;
const columns = Object.keys(Row.shape) as Column[];
const optional: readonly Column[] = columns.filter(
  (column) => Row.shape[column].safeParse(undefined).success,
);
/** What is the same on every row of an order. */
const shared = [
  'customer_email',
  'customer_name',
  'purchased_on',
  'delivered_on',
  'currency',
  'channel',
] as const;

interface Line {
  line: number;
  fields: string[];
}
interface ReadRow extends Line {
  row: Row;
}
/** Notes a mistake in a line of the file. */
type Report = (line: number, what: string) => unknown;

/**
 * Reads an orders file: CSV in UTF-8 with a header, one row an item, the rows of one order number being one order.
 * Throws InvalidInput with a line `file:line: column: what is wrong; what would be right` for every mistake.
 */
export function readOrders(csv: string, fileName: string): Order[] {
  const mistakes: { line: number; what: string }[] = [];
  const report: Report = (line, what) => mistakes.push({ line, what });
  if (csv.length > MAX_FILE) {
    report(1, `the file has ${csv.length} characters, more than ${MAX_FILE}; split it into several files`);
  } else {
    const orders = toOrders(readRows(readLines(csv, report), report), report);
    if (mistakes.length === 0) return orders;
  }
  mistakes.sort((one, other) => one.line - other.line);
  const listed = mistakes.slice(0, MAX_MISTAKES).map(({ line, what }) => `${fileName}:${line}: ${what}`);
  const more = mistakes.length - listed.length;
  if (more > 0) listed.push(`... and ${more} more mistakes in ${fileName}`);
  throw new InvalidInput(listed.join('\n'));
}

/** The text of a file. Throws InvalidInput where it is not UTF-8, so that no name is stored mangled. */
export function decodeCsv(bytes: Uint8Array, fileName: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InvalidInput(`${fileName}:1: the file is not UTF-8; save it as "CSV UTF-8"`, { cause: error });
  }
}

/** Splits the file into fields, keeping the number of the line each record begins on. */
function readLines(csv: string, report: Report): Line[] {
  let last = 0;
  const unreadable = new Set<number>();
  const onSkip = (error: CsvError | undefined): undefined => {
    const unclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = unclosed ? last + 1 : Number(error?.['lines'] ?? last + 1);
    if (unreadable.has(line) || (unclosed && unreadable.size > 0)) return;
    unreadable.add(line);
    report(
      line,
      `the quotes do not match; put a field with a quote or a comma into quotes and double the quotes in it`,
    );
  };
  const records: unknown = parse(csv, {
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: onSkip,
    on_record: (record: string[], { lines }) => {
      last = lines;
      return record;
    },
  });
  return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
    line: info.lines - (record.join('').match(/\r\n|\r|\n/g)?.length ?? 0),
    fields: record,
  }));
}

function readRows([header, ...lines]: Line[], report: Report): ReadRow[] {
  if (!header) {
    report(1, `the file is empty; begin with the header ${columns.join(',')}`);
    return [];
  }
  const names = header.fields.map((name) => name.toLowerCase());
  if (!isHeader(names, header.line, report)) return [];
  if (lines.length === 0) report(header.line, 'there is no order under the header; write one row an item');
  return lines.flatMap(({ line, fields }) => {
    if (fields.length !== names.length) {
      const hint = 'put a field with a comma into quotes, and leave nothing out';
      report(line, `${fields.length} fields under a header of ${names.length}; ${hint}`);
      return [];
    }
    const read = Row.safeParse(Object.fromEntries(names.map((name, index) => [name, fields[index]])));
    if (read.success) return { line, fields, row: read.data };
    for (const { path, message } of read.error.issues) report(line, `${String(path[0])}: ${message}`);
    return [];
  });
}

function isHeader(names: string[], line: number, report: Report): boolean {
  if (names.length === 1 && names[0]?.includes(';')) {
    report(line, 'the fields are separated by semicolons; save the file with commas');
    return false;
  }
  const known: readonly string[] = columns;
  const wrong = [
    ...names
      .filter((name) => !known.includes(name))
      .map(
        (name) => `${shown(name)} is not a column of an orders file; the columns are ${columns.join(', ')}`,
      ),
    ...columns
      .filter((name) => !names.includes(name) && !optional.includes(name))
      .map((name) => `${name}: the column is missing; add it to the header and to every row`),
    ...columns
      .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
      .map((name) => `${name}: the column is there twice; keep one`),
  ];
  for (const what of wrong) report(line, what);
  return wrong.length === 0;
}

function toOrders(rows: ReadRow[], report: Report): Order[] {
  const byNumber = Map.groupBy(rows, ({ row }) => row.order_number.toUpperCase());
  return [...byNumber.values()].flatMap((ofOrder) => {
    const [first] = ofOrder;
    if (!first) return [];
    contradictions(first, ofOrder, report);
    const { row, line } = first;
    if (row.delivered_on && row.delivered_on < row.purchased_on) {
      report(
        line,
        `delivered_on: ${row.delivered_on} is before the purchase on ${row.purchased_on}; correct one of them`,
      );
    }
    if (ofOrder.length > MAX_ITEMS) {
      report(
        line,
        `order_number: ${row.order_number} has ${ofOrder.length} items; an order holds at most ${MAX_ITEMS}`,
      );
    }
    return {
      number: row.order_number,
      customer: { address: row.customer_email, name: row.customer_name },
      purchasedOn: row.purchased_on,
      ...(row.delivered_on && { deliveredOn: row.delivered_on }),
      ...(row.channel && { channel: row.channel }),
      items: ofOrder.map((read) => toItem(read, report)),
    };
  });
}

function contradictions(first: ReadRow, ofOrder: ReadRow[], report: Report): void {
  for (const { row, line } of ofOrder) {
    for (const column of shared) {
      if ((row[column] ?? '') === (first.row[column] ?? '')) continue;
      const other = `line ${first.line} says ${shown(first.row[column] ?? '')} for the same order`;
      report(
        line,
        `${column}: ${shown(row[column] ?? '')}, but ${other}; write the same on every row of ${row.order_number}`,
      );
    }
  }
}

function toItem({ row, line }: ReadRow, report: Report): OrderItem {
  const digits = currencyDigits(row.currency);
  const [whole = '', fraction = ''] = row.price.split('.');
  if (fraction.length > digits) {
    report(
      line,
      `price: ${shown(row.price)} has ${fraction.length} decimal places; ${row.currency} has ${digits}`,
    );
  }
  return {
    product: row.product,
    category: row.category,
    price: { minor: Number(whole + fraction.slice(0, digits).padEnd(digits, '0')), currency: row.currency },
    finalSale: row.final_sale === 'yes',
  };
}
