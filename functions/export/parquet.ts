import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { columnBuffer, physical } from './column-chunk.ts';
import type { Column, ColumnType, Row, Table } from './tables/column.ts';
import { SCHEMA_VERSION } from './tables/version.ts';
import { DECIMAL_PLACES } from './values.ts';

/** Rows that are written at a time: what a reader skips or reads at once, too. A multiple of the block. */
const ROW_GROUP = 20_480;
/** Rows that are taken apart into columns at a time: few enough to be in the processor's cache still. */
const BLOCK = 256;

/** What a file says of itself beside its rows. */
const VERSION_KEY = 'goodwill.schema_version';
const TABLE_KEY = 'goodwill.table';

/** One Parquet file that is being written, a group of rows at a time. A row is read when it is added or later; `finish` writes the rest. */
export interface ParquetFile {
  add(row: Row): void;
  finish(): void;
}

/** What a column's physical type stands for. */
const elements: Record<ColumnType, Partial<SchemaElement>> = {
  text: { converted_type: 'UTF8' },
  boolean: {},
  integer: {},
  number: {},
  decimal: { converted_type: 'DECIMAL', precision: 18, scale: DECIMAL_PLACES },
  instant: { logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
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
  const scratch = { compress, page: new ByteWriter(), levels: new ByteWriter() };
  const columns = table.columns.map((column) => columnBuffer(column, ROW_GROUP, scratch));
  const block: Row[] = [];
  let rows = 0;
  const takeBlock = () => {
    for (const column of columns) column.add(block);
    rows += block.length;
    block.length = 0;
  };
  const writeGroup = () => {
    if (rows === 0) return;
    const start = buffer.offset;
    const chunks = columns.map((column) => column.write(buffer));
    const sizes = chunks.map(({ meta_data }) => meta_data?.total_uncompressed_size ?? 0n);
    file.num_rows += BigInt(rows);
    file.row_groups.push({
      columns: chunks,
      num_rows: BigInt(rows),
      total_byte_size: sizes.reduce((sum, size) => sum + size, 0n),
      total_compressed_size: BigInt(buffer.offset - start),
    });
    rows = 0;
    flush();
  };
  return {
    add(row) {
      if (block.push(row) < BLOCK) return;
      takeBlock();
      if (rows === ROW_GROUP) writeGroup();
    },
    finish() {
      takeBlock();
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

/** The schema as Parquet has it; the partition's day is in the file's place, not in the file. */
function schemaOf({ columns }: Table): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(element)];
}

function element({ name, type, nullable }: Column): SchemaElement {
  return {
    type: physical[type],
    ...elements[type],
    name,
    repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
  };
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}
