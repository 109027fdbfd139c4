import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, bundleFunction, functionNames } from '../../infra/bundle.ts';
import { median, printTable } from './measure.ts';

const IMPORTS = 11;
const EMPTY = 'empty handler';
/** As anybody would bundle it: without what is done in infra/bundle.ts to hold nothing twice. */
const MAILPARSER = 'mailparser alone';
/** A part of intake's bundle; it is loaded beside the handler, when the first mail comes. */
const THREAD = "intake's thread";

/** Bundle bytes and cold import of every deployed function, against a handler that does nothing and against mailparser alone. */
export function benchBundles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => {};\n');
  const files = [
    { name: EMPTY, file: empty, bytes: 40 },
    ...functionNames.map((name) => {
      const { directory, bytes } = bundleFunction(name, join(folder, name));
      return { name, file: join(directory, 'index.mjs'), bytes };
    }),
  ];
  const mailparser = bundle({ index: 'node_modules/mailparser/index.js' }, join(folder, 'mailparser'), {});
  files.push({ name: MAILPARSER, file: join(mailparser.directory, 'index.mjs'), bytes: mailparser.bytes });
  files.push({ name: THREAD, file: join(folder, 'intake', 'parse-worker.mjs'), bytes: Number.NaN });
  // By turns, as the other measurements.
  const times = new Map<string, number[]>(files.map(({ name }) => [name, []]));
  for (let round = 0; round < IMPORTS; round++) {
    for (const { name, file } of files) times.get(name)?.push(coldImport(file));
  }
  const measured = files.map(({ name, file, bytes }) => ({
    name,
    bytes: Number.isNaN(bytes) ? statSync(file).size : bytes,
    ms: median(times.get(name) ?? []),
  }));
  const of = (name: string) =>
    measured.find((one) => one.name === name) ?? { bytes: Number.NaN, ms: Number.NaN };
  const rows = measured.map(({ name, bytes, ms }) => ({
    bundle: name,
    KB: (bytes / 1024).toFixed(1),
    'cold import ms': ms.toFixed(1),
    'times empty': (ms / of(EMPTY).ms).toFixed(1),
    'KB to mailparser': (bytes / of(MAILPARSER).bytes).toFixed(2),
    'import to mailparser': (ms / of(MAILPARSER).ms).toFixed(2),
  }));
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
