import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { type Column, type ColumnType, columns, type Row, SCHEMA_VERSION } from './columns.ts';
import { DECIMAL_PLACES } from './rows.ts';

const elements: Record<ColumnType, Partial<SchemaElement>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  decimal: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: DECIMAL_PLACES },
  instant: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
};

/** The rows as a Parquet file, compressed with Snappy. Without rows it still has its schema. */
export function toParquet(rows: readonly Row[]): Uint8Array {
  const file = parquetWriteBuffer({
    columnData: columns.map((column) => ({ name: column.name, data: rows.map((row) => cell(column, row)) })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(element)],
    codec: 'SNAPPY',
    kvMetadata: [{ key: 'goodwill.schema_version', value: String(SCHEMA_VERSION) }],
    createdBy: 'goodwill',
  });
  return new Uint8Array(file);
}

function element({ name, type, nullable }: Column): SchemaElement {
  return { ...elements[type], name, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' };
}

function cell({ name, type }: (typeof columns)[number], row: Row): unknown {
  const value = row[name];
  return type === 'instant' && value !== null ? new Date(String(value)) : value;
}
