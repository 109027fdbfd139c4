import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toParquet } from '../../../functions/export/parquet.ts';
import type { Row } from '../../../functions/export/tables/column.ts';
import { must } from '../../../functions/export/tables/column.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import { type LocalQueries, openQueries } from '../../../infra/local/analytics/duckdb.ts';
import type { Day } from './year.ts';

const day = must('day', 'text', 'The partition, in the file here.');

/**
 * Opens a year as an analyst does. Its days stand in one file a table, as a column, and not in a file a day: nothing else differs,
 * and it takes a hundredth of the time.
 */
export async function openYear(days: readonly Day[]): Promise<LocalQueries> {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-year-'));
  for (const name of Object.keys(tables) as TableName[]) {
    const rows = days.flatMap((one) => one[name].map((row): Row => ({ ...row, day: one.day })));
    const table = { ...tables[name], columns: [...tables[name].columns, day] };
    mkdirSync(join(folder, name, 'all'), { recursive: true });
    writeFileSync(join(folder, name, 'all', `${name}.parquet`), toParquet(table, rows));
  }
  const queries = await openQueries(folder);
  const close = () => {
    queries.close();
    rmSync(folder, { recursive: true });
  };
  return { ...queries, close };
}
