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
    const files = join(folder, table.name, '*', '*.parquet').replaceAll('\\', '/');
    const found = await connection.runAndReadAll(
      `select count(*)::int as files from glob(${literal(files)})`,
    );
    const count = Number(found.getRowObjectsJS()[0]?.['files'] ?? 0);
    counts.set(table.name, count);
    await connection.run(count > 0 ? await overFiles(connection, table, files) : empty(table));
  }
  return counts;
}

/** Files of one version are read as the first; where they differ, by the names of their columns, which takes a look into each. */
async function overFiles(connection: DuckDBConnection, table: Table, files: string): Promise<string> {
  const read = `read_parquet(${literal(files)}, hive_partitioning = true, union_by_name = true)`;
  const described = await connection.runAndReadAll(`describe select * from ${read}`);
  const there = new Set(described.getRowObjectsJS().map((row) => String(row['column_name'])));
  const columns = table.columns.map(({ name, type }) => {
    const value = there.has(name) ? quoted(name) : 'NULL';
    return `cast(${value} as ${types[type]}) as ${quoted(name)}`;
  });
  return `create view ${table.name} as select ${columns.join(', ')}, cast(day as DATE) as day from ${read}`;
}

function empty(table: Table): string {
  const columns = table.columns.map(({ name, type }) => `cast(NULL as ${types[type]}) as ${quoted(name)}`);
  return `create view ${table.name} as select ${columns.join(', ')}, cast(NULL as DATE) as day where false`;
}

const quoted = (name: string) => `"${name}"`;
