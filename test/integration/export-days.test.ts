import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import type { Case } from '../../functions/domain/case.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { Log } from '../../functions/domain/ports.ts';
import type { Instant } from '../../functions/domain/time.ts';
import { exportChanged } from '../../functions/export/export-days.ts';
import type { ExportFiles } from '../../functions/export/export-files.ts';
import { exportFolder } from '../../infra/local/export-folder.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { received } from '../support/cases.ts';

const KEY = 'a-key-of-at-least-thirty-two-characters';
const silent: Log = { info: () => {}, warn: () => {}, error: () => {}, count: () => {} };
const HOUR = 3_600_000;

let table: Awaited<ReturnType<typeof openTable>>;
let folder: string;
let files: ExportFiles;
let services: ReturnType<typeof createRecords> & { log: Log };
beforeEach(async () => {
  table = await openTable();
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  files = exportFolder(folder);
  services = { ...createRecords(table.client, TABLE_NAME), log: silent };
});
afterEach(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

let count = 0;
async function opened(day: string): Promise<Case> {
  const id = `RX-DAYS-${String(count++).padStart(4, '0')}`;
  const found = replay(id, [received({}, `${day}T10:00:00.000Z`)]);
  await services.cases.create(found);
  return found;
}
async function changed(found: Case): Promise<void> {
  const more = replay(found.id, [...found.history, { type: 'withdrawn', at: found.openedAt, mailId: 'w' }]);
  await services.cases.save(more, found.version);
}

/** A run that begins so many hours from now, since changes are told by the machine's clock. */
const run = (hours = 0, options: { files?: ExportFiles; key?: string; days?: number } = {}) => {
  let begun = 0;
  return exportChanged(
    services,
    { files: options.files ?? files, pseudonymKey: options.key ?? KEY },
    {
      startedAt: new Date(Date.now() + hours * HOUR).toISOString() as Instant,
      isOver: () => begun++ >= (options.days ?? Number.POSITIVE_INFINITY),
    },
  );
};

/** What is in the partitions, by their bytes. */
async function partitions(): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.parquet'));
  const read = names.map(
    async (name) => [name, (await readFile(join(folder, name))).toString('hex')] as const,
  );
  return new Map((await Promise.all(read)).sort());
}
async function statuses(): Promise<unknown> {
  const database = await (await DuckDBInstance.create()).connect();
  const read = await database.runAndReadAll(
    `SELECT day::VARCHAR AS day, status FROM read_parquet('${folder}/cases/*/*.parquet', hive_partitioning = true) ORDER BY ALL`,
  );
  database.closeSync();
  return read.getRowObjectsJson().map(({ day, status }) => `${day} ${status}`);
}

describe('an hourly run', () => {
  it('writes every day at first, then those that have changed, and late changes among them', async () => {
    const old = await opened('2026-01-05');
    await opened('2026-01-06');
    expect(await run()).toEqual({ days: 2, files: 8, left: 0 });
    await changed(old);
    await opened('2026-01-07');
    expect(await run(2)).toMatchObject({ days: 3, files: 2 + 4 });
    expect(await statuses()).toEqual(['2026-01-05 withdrawn', '2026-01-06 received', '2026-01-07 received']);
  });

  it('looks once more at what has just changed, and then at nothing; what is the same is not written', async () => {
    await opened('2026-01-05');
    await run();
    const before = await partitions();
    expect(await run(2)).toEqual({ days: 1, files: 0, left: 0 });
    expect(await run(4)).toEqual({ days: 0, files: 0, left: 0 });
    expect(await partitions()).toEqual(before);
  });

  it('takes out of its day what was forgotten', async () => {
    const gone = await opened('2026-01-05');
    await run();
    await createPersonalRecords(table.client, TABLE_NAME).removeCase(gone);
    await run(2);
    expect(await statuses()).toEqual([]);
  });

  it('goes on where its time was over, or it was killed', async () => {
    for (const day of ['2026-01-05', '2026-01-06', '2026-01-07']) await opened(day);
    const counted: string[] = [];
    services.log = { ...silent, count: (metric) => void counted.push(metric) };
    expect(await run(0, { days: 1 })).toMatchObject({ days: 1, left: 2 });
    expect(counted).toEqual(['ExportBehind']);
    const replace = async () => {
      throw new Error('killed');
    };
    await expect(run(3, { files: { ...files, replace } })).rejects.toThrow('killed');
    expect(await run(6)).toMatchObject({ days: 2, files: 8, left: 0 });
    expect(counted).toEqual(['ExportBehind']);
    expect(await statuses()).toHaveLength(3);
  });

  it('ends the same where two run at once, and one writes what the other has overtaken', async () => {
    const found = await opened('2026-01-05');
    // The slow one has read the day before the change and replaces it after the fast one has.
    const [isAtIt, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held: ExportFiles = {
      ...files,
      async replace(...file) {
        isAtIt.resolve();
        await goOn.promise;
        await files.replace(...file);
      },
    };
    const slow = run(0, { files: held });
    await isAtIt.promise;
    await changed(found);
    await run(0);
    goOn.resolve();
    await slow;
    expect(await statuses()).toEqual(['2026-01-05 received']);
    await run(1);
    expect(await statuses()).toEqual(['2026-01-05 withdrawn']);
  });

  it('writes everything again under another key, which cuts the thread to the files of before', async () => {
    await opened('2026-01-05');
    await opened('2026-01-06');
    await run();
    const before = await partitions();
    expect(await run(5, { key: `${KEY}!` })).toMatchObject({ days: 2, files: 2 });
    const after = await partitions();
    const cases = [...before.keys()].filter((name) => name.startsWith('cases'));
    expect(cases.filter((name) => before.get(name) !== after.get(name))).toEqual(cases);
  });

  it('writes everything again with other columns, and where nobody can tell how far it was', async () => {
    await opened('2026-01-05');
    await run();
    const state = JSON.parse((await files.readText('export-state.json')) ?? '');
    await files.writeText('export-state.json', JSON.stringify({ ...state, schemaVersion: 1 }));
    expect(await run(5)).toMatchObject({ days: 1 });
    await files.writeText('export-state.json', 'half of i');
    expect(await run(10)).toMatchObject({ days: 1, files: 0 });
  });
});
