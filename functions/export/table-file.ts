import type { Case } from '../domain/case.ts';
import { type CsvForm, csvHeader, csvLines } from './csv.ts';
import { parquetFile } from './parquet.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { starOf } from './star.ts';
import type { Row } from './tables/column.ts';
import { type TableName, tables } from './tables/index.ts';

/** How a whole table is handed over in one file, and its media type. */
export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;
export type FileType = keyof typeof fileTypes;

/** So many cases are made lines of at a time: a few hundred KB. */
const BATCH = 500;

/** A table of all cases as one CSV file, piece by piece. `bom` and `language`: for spreadsheets (csv.ts). */
export async function* csvFile(
  cases: AsyncIterable<Case>,
  pseudonyms: Pseudonyms,
  { table, bom = false, ...form }: CsvForm & { table: TableName; bom?: boolean },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvHeader(tables[table], { bom, ...form }));
  let rows: Row[] = [];
  for await (const found of cases) {
    rows.push(...starOf(found, pseudonyms)[table]);
    if (rows.length < BATCH) continue;
    yield encoder.encode(csvLines(tables[table], rows, form));
    rows = [];
  }
  yield encoder.encode(csvLines(tables[table], rows, form));
}

/** A table of all cases as one Parquet file, a group of rows at a time. */
export async function* wholeParquetFile(
  cases: AsyncIterable<Case>,
  pseudonyms: Pseudonyms,
  { table }: { table: TableName },
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const file = parquetFile(tables[table], (bytes) => written.push(bytes.slice()));
  for await (const found of cases) {
    for (const row of starOf(found, pseudonyms)[table]) file.add(row);
    yield* written.splice(0);
  }
  file.finish();
  yield* written;
}
