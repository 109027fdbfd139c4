import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Environment } from '../../functions/runtime/environment.ts';
import { bundleFunction, functionNames } from '../../infra/bundle.ts';
import { build, resources, templates } from './synth.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodwill-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bundles = functionNames.map((name) => {
  const bundle = bundleFunction(name, join(folder, name));
  const file = join(bundle.directory, 'index.mjs');
  return { name, file, text: readFileSync(file, 'utf8'), ...bundle };
});

const deployed = resources(templates(build()), 'AWS::Lambda::Function');
const settingsOf = (name: string): string[] => {
  const id = name === 'export' ? 'ExportJobFunction' : `${name.replaceAll('-', '')}Function`;
  const found = deployed.find((one) => one.id.startsWith(id));
  return Object.keys(found?.properties['Environment'].Variables ?? {}).filter(
    (key) => !key.startsWith('POWERTOOLS_'),
  );
};

describe.each(bundles)('the bundle of $name', ({ name, text, directory, metafile, bytes }) => {
  it('needs nothing that is not in it, the AWS SDK included', () => {
    const needed = Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external }) => external)
      .map(({ path }) => path.replace(/^node:/, ''));
    expect(needed.filter((path) => !builtinModules.includes(path))).toEqual([]);
    const written = readdirSync(directory).map((file) => statSync(join(directory, file)).size);
    expect(bytes).toBe(written.reduce((sum, size) => sum + size, 0));
  });

  it('keeps the names of errors, which the state machine and the logs go by', () => {
    expect(text.includes('"InvalidInput"')).toBe(true);
  });

  it('reads just the settings that the stack gives the function', () => {
    const names = Object.keys(Environment.shape);
    const lists = [...text.matchAll(/\[("[A-Z_]+"(?:,"[A-Z_]+")*)\]/g)].map(
      ([whole]) => JSON.parse(whole) as string[],
    );
    const read = new Set(lists.flat().filter((one) => names.includes(one)));
    // A function that only answers a waiting flow reads its ARN and can do without.
    if (!['intake', 'review-quarantine', 'web'].includes(name)) read.delete('STATE_MACHINE_ARN');
    expect([...read].sort()).toEqual(settingsOf(name).sort());
  });
});

it('all bundles load in the Node they run on, and export a handler', () => {
  const files = bundles.map(({ file }) => pathToFileURL(file).href);
  const program = `for (const file of ${JSON.stringify(files)}) console.log(typeof (await import(file)).handler)`;
  const printed = execFileSync('node', ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(printed.trim().split('\n')).toEqual(bundles.map(() => 'function'));
});
