import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toParquet } from '../../functions/export/parquet.ts';
import { partitionPath } from '../../functions/export/partition.ts';
import { tables } from '../../functions/export/tables/index.ts';
import { askAll } from '../../functions/report/questions.ts';
import { reportOf } from '../../functions/report/report.tsx';
import { openQueries } from '../../infra/local/analytics/duckdb.ts';
import { defaultPolicy } from '../support/policy.ts';
import { daysOf } from '../support/year/year.ts';
import { median, printTable } from './measure.ts';

const CASES = Number(process.env['REPORT_CASES'] ?? 1_000_000);
const RUNS = 3;
const MONTH = '2026-10';
/** What a report cannot do without, as one plain query: the year by month, outcome and currency. */
const PLAIN = `select date_trunc('month', decided_at), outcome, refund_currency, count(*), sum(refund_amount), avg(hours_to_decision)
from cases where outcome is not null group by 1, 2, 3`;

/** The monthly report over a year's export of a million cases, each day a file, beside a plain query over the same files. */
export async function benchReport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-bench-report-'));
  try {
    for (const day of daysOf({ cases: CASES, only: ['events'] })) {
      for (const name of ['cases', 'events'] as const) {
        const file = join(folder, partitionPath(name, day.day));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, toParquet(tables[name], day[name]));
      }
    }
    const plain: number[] = [];
    const asked: number[] = [];
    const made: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const queries = await openQueries(folder);
      plain.push(await seconds(() => queries.run(PLAIN)));
      const { policy } = defaultPolicy;
      let answers: Awaited<ReturnType<typeof askAll>> | undefined;
      asked.push(
        await seconds(async () => {
          answers = await askAll(queries, MONTH, policy);
        }),
      );
      made.push(
        await seconds(async () => {
          if (!answers) throw new Error('the report has no answers');
          for (const language of ['en', 'pt-BR'] as const)
            reportOf(answers, MONTH, language, { shop: policy.shop, madeAt: '2026-11-01T06:00:00.000Z' });
        }),
      );
      queries.close();
    }
    const whole = median(asked) + median(made);
    printTable(`The monthly report over ${CASES.toLocaleString('en')} cases`, [
      { what: 'a plain query by DuckDB, over the same files', seconds: median(plain).toFixed(2), times: '1' },
      {
        what: 'what the report asks',
        seconds: median(asked).toFixed(2),
        times: (median(asked) / median(plain)).toFixed(1),
      },
      {
        what: 'both languages written',
        seconds: median(made).toFixed(2),
        times: (median(made) / median(plain)).toFixed(1),
      },
      {
        what: 'the report in all (at most 10 s)',
        seconds: whole.toFixed(2),
        times: (whole / median(plain)).toFixed(1),
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
