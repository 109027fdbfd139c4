import { closeSync, openSync, writeSync } from 'node:fs';
import { parquetFile } from '../../functions/export/parquet.ts';
import type { CaseRow } from '../../functions/export/tables/cases.ts';
import { tables } from '../../functions/export/tables/index.ts';
import { daysOf } from '../support/year/year.ts';

/** What is printed. */
export interface Written {
  ms: number;
  cpuMs: number;
  peakBytes: number;
}

/** So many cases of the year are different; they come back under other references and customers. */
const DIFFERENT = 2_000;

const [, , file = '', count = ''] = process.argv;
const rows = [...daysOf({ cases: DIFFERENT, only: ['cases'] })].flatMap(({ cases }) => cases);
const handle = openSync(file, 'w');
const parquet = parquetFile(tables.cases, (bytes) => {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
});
let [ms, cpuMs] = [0, 0];
const timed = (run: () => void) => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  run();
  ms += performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  cpuMs += (user + system) / 1_000;
};
for (let made = 0; made < Number(count); made += rows.length) {
  const batch = rows.slice(0, Number(count) - made).map((row, index) => again(row, made + index));
  // What is measured is writing, not making rows.
  timed(() => {
    for (const row of batch) parquet.add(row);
  });
}
timed(() => parquet.finish());
closeSync(handle);
const written: Written = { ms, cpuMs, peakBytes: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(written));

function again(row: CaseRow, index: number): CaseRow {
  return {
    ...row,
    case_id: `RX-${index.toString(32).toUpperCase().padStart(8, '0')}`,
    customer: `c_${((index * 2_654_435_761) % 400_000).toString(16).padStart(32, '0')}`,
  };
}
