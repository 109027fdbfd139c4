import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { hostileMails, largeMails } from './hostile-mails.ts';
import type { Reading } from './hostile-reader.ts';
import { printTable, quantile } from './measure.ts';

const TIMES = 5;
/** What reading a hostile mail may take: 99 of 100 times (ms), and the whole process with its thread (MB). */
const P99_MS = 250;
const PEAK_MB = 256;
const SHOWN = 12;
const files = {
  reader: 'test/bench/hostile-reader.ts',
  'parse-worker': 'functions/adapters/parse-worker.ts',
};

/** Time and memory of reading mails that are made to take much, and of large ones that nobody is to blame for. */
export function benchHostile(): void {
  const sets = [
    ['hostile', hostileMails],
    ['large', largeMails],
  ] as const;
  const all = sets.map(([set, mails]) => ({ set, outcomes: readApart(mails) }));
  const overview = all.map(({ set, outcomes }) => {
    const times = outcomes.flatMap(({ ms }) => ms);
    const most = (of: (one: Outcome) => number) => Math.max(...outcomes.map(of)).toFixed(0);
    return {
      set,
      mails: outcomes.length,
      'p50 ms': quantile(times, 0.5).toFixed(1),
      'p99 ms': quantile(times, 0.99).toFixed(0),
      'p99 at most': set === 'hostile' ? P99_MS : '-',
      'max ms': Math.max(...times).toFixed(0),
      'peak MB, one mail': most(({ aloneMb }) => aloneMb),
      'peak at most': set === 'hostile' ? PEAK_MB : '-',
      'peak MB, all in a row': most(({ peakMb }) => peakMb),
    };
  });
  printTable('Hostile and large mails', overview);
  const slowest = all
    .flatMap(({ outcomes }) => outcomes)
    .map(({ name, ms, aloneMb, end }) => ({
      mail: name,
      'median ms': quantile(ms, 0.5).toFixed(0),
      'max ms': Math.max(...ms).toFixed(0),
      'peak MB': aloneMb.toFixed(0),
      end: end.slice(0, 60),
    }))
    .sort((one, other) => Number(other['median ms']) - Number(one['median ms']));
  printTable(`The ${SHOWN} that take longest`, slowest.slice(0, SHOWN));
}

interface Outcome extends Reading {
  /** The most memory of a process that read this mail and no other (MB). */
  aloneMb: number;
}

/**
 * Reads mails one after the other in one process, and each in a process of its own, bundled as it is deployed: from source, what strips
 * the types takes memory, too. They are written to files first, so that making them is no part of it.
 */
function readApart(mails: Readonly<Record<string, () => string | Buffer>>): Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-hostile-'));
  const names = Object.keys(mails);
  const written = names.map((name, index) => {
    const file = join(folder, `${index}.eml`);
    writeFileSync(file, mails[name]?.() ?? '');
    return file;
  });
  const { directory } = bundle(files, folder);
  const read = (chosen: readonly string[]) => readIn(join(directory, 'reader.mjs'), chosen);
  const outcomes = read(written).map((one, index) => {
    const [alone] = read(written.slice(index, index + 1));
    return { ...one, name: names[index] ?? one.name, aloneMb: alone?.peakMb ?? Number.NaN };
  });
  rmSync(folder, { recursive: true });
  return outcomes;
}

function readIn(reader: string, chosen: readonly string[]): Reading[] {
  const printed = execFileSync(process.execPath, [reader, String(TIMES), ...chosen], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}
