import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toParquet } from '../../functions/export/parquet.ts';
import { cases } from '../../functions/export/tables/cases.ts';
import type { ColumnType, Row } from '../../functions/export/tables/column.ts';
import type { ReplayRow } from '../../functions/replay/row.ts';

/** What stands in the columns that a replay does not read. */
const anything: Record<ColumnType, string | number | boolean | bigint> = {
  text: 'received',
  boolean: false,
  integer: 0,
  number: 0,
  decimal: 0n,
  instant: '2026-11-02T10:00:00.000Z',
};
const others = Object.fromEntries(
  cases.columns.map(({ name, type, nullable }) => [name, nullable ? null : anything[type]]),
);

/** Writes rows as an export has them, by the day on which each case was opened. */
export function writeCases(folder: string, rows: readonly ReplayRow[]): void {
  for (const [day, some] of Map.groupBy(rows, (row) => row.opened_at.slice(0, 10))) {
    const path = join(folder, 'cases', `day=${day}`);
    mkdirSync(path, { recursive: true });
    const whole = some.map((row): Row => ({ ...others, ...row }));
    writeFileSync(join(path, 'cases.parquet'), toParquet(cases, whole));
  }
}
