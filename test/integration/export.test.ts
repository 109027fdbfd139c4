import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeWhole } from '../../infra/local/files.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const run = promisify(execFile);

let shop: Shop;
let folder: string;
beforeAll(async () => {
  shop = await openShop();
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

const exported = (port: number, ...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'infra/local/export-cli.ts', ...args], {
    env: { ...process.env, WEB_PORT: `${port}` },
  });
const portOf = ({ goodwill }: Shop) => Number(new URL(goodwill.url).port);

it('before the first case there is nothing to export, and that is no mistake', async () => {
  expect((await exported(portOf(shop), folder)).stdout).toContain(`${folder}: 0 files`);
});

it('a case of the running shop is a row in its day, and in a spreadsheet', async () => {
  await shop.send({
    from: 'Emily Carter <emily.carter@mail.example>',
    subject: 'Kettle',
    text: 'The kettle from SH-10001 is broken. I would like a refund.',
  });
  const asked = await shop.mail('approval-request');
  await shop.fillIn(await shop.link(asked, 'decide'), {
    choice: 'part-approved',
    amount: '20,50',
    note: 'It was used.',
  });
  const { stdout } = await exported(portOf(shop), folder);
  expect(stdout).toContain(`${folder}: 4 files`);
  await exported(portOf(shop), '--csv', '--bom', '--table', 'cases', folder);

  const database = await (await DuckDBInstance.create()).connect();
  const read = async (sql: string) => (await database.runAndReadAll(sql)).getRowObjectsJson();
  for (const file of ['cases/*/cases.parquet', 'cases.csv']) {
    const select = `select case_id, outcome, refund_amount::double as refund, reason from '${join(folder, file)}'`;
    expect(await read(select)).toEqual([
      { case_id: asked.case, outcome: 'part-approved', refund: 20.5, reason: 'defective' },
    ]);
  }
  const joined = `select distinct e.day = c.day as same from '${join(folder, 'events/*/*.parquet')}' e join '${join(folder, 'cases/*/*.parquet')}' c using (case_id)`;
  expect(await read(joined)).toEqual([{ same: true }]);
  database.closeSync();
  expect((await readFile(join(folder, 'cases.csv'))).subarray(0, 3).toString('hex')).toBe('efbbbf');
});

it('the folder in which the shop keeps them may be named, and is the one that analysts ask', async () => {
  const { stdout } = await exported(portOf(shop));
  const own = stdout.slice(0, stdout.indexOf(': '));
  expect((await exported(portOf(shop), own)).stdout).toContain(`${own}: 4 files`);
  const cli = ['--import', 'tsx', 'infra/local/analyze-cli.ts', '--folder', own, '--json'];
  const asked = await run(process.execPath, [...cli, 'select outcome, refund_amount from cases']);
  expect(JSON.parse(asked.stdout)).toEqual([{ outcome: 'part-approved', refund_amount: 20.5 }]);
});

it('the days of another shop, or of nobody knows whose, are not mixed with those of this one', async () => {
  const state = { schemaVersion: 3, key: 'another', since: '2026-11-02T00:00:00.000Z', pending: [] };
  const others = [
    ['another', 'export-state.json', JSON.stringify(state)],
    ['unknown', 'cases/day=2026-01-01/cases.parquet', 'PAR1'],
  ] as const;
  for (const [name, file, content] of others) {
    const place = join(folder, name);
    await writeWhole(join(place, file), content);
    const before = await readdir(place, { recursive: true });
    const failed = await exported(portOf(shop), place).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('Name a folder of its own') });
    expect(await readdir(place, { recursive: true })).toEqual(before);
  }
});

it('a spreadsheet is put beside them where no folder is named, whichever folder that is', async () => {
  const { stdout } = await exported(portOf(shop), '--csv', '--language', 'pt-BR', '--table', 'mails');
  expect(stdout.trim()).not.toContain(join('.goodwill', 'export'));
  expect(await readFile(stdout.trim(), 'utf8')).toContain(';"acknowledgement";');
});

it.each([
  ['without a running shop', [], 'Start Goodwill with "npm start"'],
  ['of a table that there is not', ['--csv', '--table', 'orders'], '--table is one of cases, factors'],
  ['of one table as partitions', ['--table', 'cases'], '--bom, --language and --table go with --csv'],
])('%s the command says what to do', async (_, args, says) => {
  const failed = await exported(1, ...args).catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining(says) });
});
