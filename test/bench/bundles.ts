import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction, functionNames } from '../../infra/bundle.ts';
import { median, printTable } from './measure.ts';

const IMPORTS = 7;

/** Bundle bytes and cold import of every deployed function, against a handler that does nothing. */
export function benchBundles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => {};\n');
  const files = [
    { name: 'empty handler', file: empty, bytes: 40 },
    ...functionNames.map((name) => {
      const { directory, bytes } = bundleFunction(name, join(folder, name));
      return { name, file: join(directory, 'index.mjs'), bytes };
    }),
  ];
  // By turns, as the other measurements.
  const times = new Map<string, number[]>(files.map(({ name }) => [name, []]));
  for (let round = 0; round < IMPORTS; round++) {
    for (const { name, file } of files) times.get(name)?.push(coldImport(file));
  }
  const base = median(times.get('empty handler') ?? []);
  const rows = files.map(({ name, bytes }) => {
    const time = median(times.get(name) ?? []);
    return {
      function: name,
      'bundle KB': (bytes / 1024).toFixed(1),
      'cold import ms': time.toFixed(1),
      'times empty': (time / base).toFixed(1),
    };
  });
  rmSync(folder, { recursive: true });
  printTable('Bundles', rows);
}

/** Milliseconds a fresh node takes to import a file. */
function coldImport(file: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const env = { ...process.env, AWS_REGION: 'us-east-1', POWERTOOLS_DEV: 'false', NODE_OPTIONS: '' };
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  return Number(printed.trim().split('\n').at(-1));
}
