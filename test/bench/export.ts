import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copied } from './export-baseline.ts';
import type { Written } from './export-writer.ts';
import { median, printTable } from './measure.ts';

const ROWS = 1_000_000;
const TURNS = 3;
/** What the heap of the writer may have, old and young (MB), so that its peak says what it needs and not how lazily memory is given back. */
const HEAP = ['--max-old-space-size=96', '--max-semi-space-size=16'];
const MB = 1024 * 1024;

/** A million rows of the widest table as a Parquet file, and the same rows by DuckDB's own COPY, by turns, each in a process of its own. */
export function benchExport(rows = ROWS, turns = TURNS): void {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-bench-'));
  const [ours, theirs] = [join(folder, 'ours.parquet'), join(folder, 'theirs.parquet')];
  try {
    const measured = Array.from({ length: turns }, () => ({
      ours: run<Written>('test/bench/export-writer.ts', ours, String(rows)),
      theirs: run<Copied>('test/bench/export-baseline.ts', ours, theirs),
    }));
    const of = (read: (turn: (typeof measured)[number]) => number) => median(measured.map(read));
    const seconds = (ms: number) => (ms / 1_000).toFixed(1);
    const line = (writer: string, ms: number, cpuMs: number | undefined, file: string, peak: string) => ({
      [`${rows.toLocaleString('en')} rows of cases`]: writer,
      s: seconds(ms),
      's of a processor': cpuMs === undefined ? '-' : seconds(cpuMs),
      ratio: (of(({ theirs: { one } }) => one) / ms).toFixed(2),
      'ratio of processor time':
        cpuMs === undefined ? '-' : (of(({ theirs: { cpuMs: its } }) => its) / cpuMs).toFixed(2),
      'file, MB': (statSync(file).size / MB).toFixed(0),
      'peak, MB': peak,
    });
    const peak = Math.max(...measured.map(({ ours: { peakBytes } }) => peakBytes));
    printTable('Export against DuckDB', [
      line(
        'the export',
        of((t) => t.ours.ms),
        of((t) => t.ours.cpuMs),
        ours,
        (peak / MB).toFixed(0),
      ),
      line(
        'DuckDB COPY, one thread',
        of((t) => t.theirs.one),
        of((t) => t.theirs.cpuMs),
        theirs,
        '-',
      ),
      line(
        'DuckDB COPY, all threads',
        of((t) => t.theirs.all),
        undefined,
        theirs,
        '-',
      ),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run<T>(script: string, ...args: string[]): T {
  const flags = [...(script.endsWith('writer.ts') ? HEAP : []), '--import', 'tsx'];
  const output = execFileSync(process.execPath, [...flags, script, ...args], { encoding: 'utf8' });
  return JSON.parse(output) as T;
}
