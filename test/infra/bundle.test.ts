import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createBoundedParser } from '../../functions/adapters/bounded-parser.ts';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
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
  const inAnalytics: Record<string, string> = { export: 'ExportJobFunction', report: 'ReportJobFunction' };
  const id = inAnalytics[name] ?? `${name.replaceAll('-', '')}Function`;
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

  it('holds no package twice, and no translations of messages that only logs have', () => {
    for (const { inputs } of Object.values(metafile.outputs)) {
      const copies = (file: RegExp) => Object.keys(inputs).filter((one) => file.test(one)).length;
      expect(copies(/iconv-lite\/lib\/index\.js$/)).toBeLessThanOrEqual(1);
      expect(copies(/html-to-text\/lib\/html-to-text\./)).toBeLessThanOrEqual(1);
      expect(copies(/zod\/v4\/locales\/(?!en\.)/)).toBe(0);
    }
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
    if (!['intake', 'review-quarantine', 'take-up', 'web'].includes(name)) read.delete('STATE_MACHINE_ARN');
    expect([...read].sort()).toEqual(settingsOf(name).sort());
  });
});

it('all bundles load in the Node they run on, and export a handler', () => {
  const files = bundles.map(({ file }) => pathToFileURL(file).href);
  const program = `for (const file of ${JSON.stringify(files)}) console.log(typeof (await import(file)).handler)`;
  const printed = execFileSync('node', ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(printed.trim().split('\n')).toEqual(bundles.map(() => 'function'));
});

it('the bundled thread reads mails as its source does', async () => {
  const file = pathToFileURL(join(folder, 'intake', 'parse-worker.mjs'));
  const parser = createBoundedParser({ file });
  const mail = (type: string, body: string) =>
    Buffer.from(
      `From: Ana <ana@mail.example>\r\nSubject: x\r\nContent-Type: ${type}\r\n\r\n${body}`,
      'latin1',
    );
  const mails = [
    mail('text/html', '<p>Ol&aacute;, <b>bom dia</b></p><blockquote>antes</blockquote>'),
    mail('text/plain; charset=iso-8859-1', 'N\xe3o funciona'),
    mail('text/plain; charset=gbk', '\xc4\xe3\xba\xc3'),
    mail('text/plain; charset=iso-2022-jp', '\x1b$B$3$s$K$A$O\x1b(B'),
    readFileSync('test/fixtures/mail/en-lamp-damaged-with-photo.eml'),
  ];
  for (const raw of mails) expect(await parser.parse(raw)).toEqual(await parseMail(raw));
  await parser.close();
});
