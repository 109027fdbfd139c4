import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toParquet } from '../../../functions/export/parquet.ts';
import { partitionPath } from '../../../functions/export/partition.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import type { Day } from './year.ts';

/** Writes days as the partitions that an export leaves in its folder, each a file. Tables without a row that day are left out. */
export function writeDays(folder: string, days: Iterable<Day>): void {
  for (const day of days) {
    for (const name of Object.keys(tables) as TableName[]) {
      if (day[name].length === 0) continue;
      const file = join(folder, partitionPath(name, day.day));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, toParquet(tables[name], day[name]));
    }
  }
}
