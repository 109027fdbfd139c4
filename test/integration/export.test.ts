import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

const exported = (port: number) =>
  run(process.execPath, ['--import', 'tsx', 'infra/local/export-cli.ts', folder], {
    env: { ...process.env, WEB_PORT: `${port}` },
  });

it('a decided case of the running shop is one row in both files, and DuckDB reads them', async () => {
  await shop.send({
    from: 'Emily Carter <emily.carter@mail.example>',
    subject: 'Kettle',
    text: 'The kettle from SH-10001 is broken. I would like a refund.',
  });
  const asked = await shop.mail('approval-request');
  await shop.fillIn(await shop.link(asked, 'decide'), { choice: 'part-approved', amount: '20,50' });
  await exported(Number(new URL(shop.goodwill.url).port));

  const database = await (await DuckDBInstance.create()).connect();
  for (const file of ['cases.parquet', 'cases.csv']) {
    const query = `select case_id, outcome, refund_amount::double as refund, reason from '${join(folder, file)}'`;
    const rows = (await database.runAndReadAll(query)).getRowObjectsJson();
    expect(rows).toEqual([
      { case_id: asked.case, outcome: 'part-approved', refund: 20.5, reason: 'defective' },
    ]);
  }
  database.closeSync();
});

it('without a running shop the command says what to do', async () => {
  const failed = await exported(1).catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Start Goodwill with "npm start"'),
  });
});
