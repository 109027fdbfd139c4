import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column, ColumnType, Table } from './tables/column.ts';
import { SCHEMA_VERSION } from './tables/version.ts';
import { DECIMAL_PLACES } from './values.ts';

/** Rows that are held in memory at a time: what a reader skips or reads at once, too. */
const ROW_GROUP = 20_000;

/** What a file says of itself beside its rows. */
export const VERSION_KEY = 'goodwill.schema_version';
export const TABLE_KEY = 'goodwill.table';

export type Row = Readonly<Record<string, Cell>>;

/** One Parquet file that is being written. Rows go to `write` a group at a time; `finish` writes the rest. */
export interface ParquetFile {
  add(row: Row): void;
  finish(): void;
}

const elements: Record<ColumnType, Partial<SchemaElement>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  decimal: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: DECIMAL_PLACES },
  instant: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
};

/**
 * Writes rows of a table as a Parquet file, compressed with zstd, through `write`, whose bytes may be overwritten once it returns.
 * The same rows are the same bytes. Without rows the file still has its schema.
 */
export function parquetFile(table: Table, write: (bytes: Uint8Array) => void): ParquetFile {
  const buffer = new ByteWriter(1 << 20);
  const flush = () => {
    write(buffer.getBytes());
    buffer.index = 0;
  };
  const file = new ParquetWriter({
    writer: Object.assign(buffer, { flush, finish: flush }),
    schema: schemaOf(table),
    codec: 'ZSTD',
    compressors: { ZSTD: compress },
    kvMetadata: [
      { key: VERSION_KEY, value: String(SCHEMA_VERSION) },
      { key: TABLE_KEY, value: table.name },
    ],
    createdBy: 'goodwill',
  });
  let columns = emptyColumns(table);
  let rows = 0;
  const writeGroup = () => {
    if (rows === 0) return;
    const columnData: ColumnSource[] = columns.map(({ name, data }) => ({ name, data }));
    file.write({ columnData, rowGroupSize: rows });
    columns = emptyColumns(table);
    rows = 0;
  };
  return {
    add(row) {
      for (const { name, type, data } of columns) data.push(cellOf(type, row[name] ?? null));
      rows += 1;
      if (rows === ROW_GROUP) writeGroup();
    },
    finish() {
      writeGroup();
      file.finish();
    },
  };
}

/** The rows as a whole Parquet file. */
export function toParquet(table: Table, rows: Iterable<Row>): Uint8Array {
  const parts: Uint8Array[] = [];
  const file = parquetFile(table, (bytes) => parts.push(bytes.slice()));
  for (const row of rows) file.add(row);
  file.finish();
  return new Uint8Array(Buffer.concat(parts));
}

function emptyColumns({ columns }: Table) {
  return columns.map(({ name, type }) => ({ name, type, data: [] as unknown[] }));
}

/** The schema as Parquet has it; the partition's day is in the file's place, not in the file. */
export function schemaOf({ columns }: Table): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(element)];
}

function element({ name, type, nullable }: Column): SchemaElement {
  return { ...elements[type], name, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' };
}

function cellOf(type: ColumnType, value: Cell): unknown {
  return type === 'instant' && value !== null ? new Date(String(value)) : value;
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}
