import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../../functions/domain/placeholders.ts';
import type { ColumnType, Table } from '../../../functions/export/tables/column.ts';
import { tables } from '../../../functions/export/tables/index.ts';

/** How DuckDB keeps a column. An instant has no zone here, as in Athena: it is UTC. */
const types: Record<ColumnType, string> = {
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  number: 'DOUBLE',
  decimal: 'DECIMAL(18,3)',
  instant: 'TIMESTAMP',
};

/**
 * Makes a view of each table of the star over the files below a folder, with `day` as its last column. What a file does not have, as
 * it is of before the column was added, is NULL. Returns how many files each has.
 */
export async function createViews(
  connection: DuckDBConnection,
  folder: string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of Object.values(tables)) {
    const files = literal(join(folder, table.name, '*', '*.parquet').replaceAll('\\', '/'));
    const found = await connection.runAndReadAll(`select count(*) as files from glob(${files})`);
    const count = Number(found.getRowObjectsJS()[0]?.['files'] ?? 0);
    counts.set(table.name, count);
    await connection.run(count > 0 ? await overFiles(connection, table, files, count) : empty(table));
  }
  return counts;
}

/** Where all files have the same columns, one tells of all; else each has to be looked into at every query, which takes four times as long. */
async function overFiles(
  connection: DuckDBConnection,
  table: Table,
  files: string,
  count: number,
): Promise<string> {
  const found = await connection.runAndReadAll(
    `select name, count(distinct file_name) as files from parquet_schema(${files}) group by name`,
  );
  const there = new Map(found.getRowObjectsJS().map((row) => [String(row['name']), Number(row['files'])]));
  const differ = [...there.values()].some((having) => having < count);
  const columns = table.columns.map(({ name, type }) => {
    const value = there.has(name) ? quoted(name) : 'NULL';
    return `cast(${value} as ${types[type]}) as ${quoted(name)}`;
  });
  const read = `read_parquet(${files}, hive_partitioning = true, union_by_name = ${differ})`;
  return `create view ${table.name} as select ${columns.join(', ')}, cast(day as DATE) as day from ${read}`;
}

function empty(table: Table): string {
  const columns = table.columns.map(({ name, type }) => `cast(NULL as ${types[type]}) as ${quoted(name)}`);
  return `create view ${table.name} as select ${columns.join(', ')}, cast(NULL as DATE) as day where false`;
}

const quoted = (name: string) => `"${name}"`;
