import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { InvalidInput, NothingExported } from '../../functions/domain/errors.ts';
import { toParquet } from '../../functions/export/parquet.ts';
import { partitionPath } from '../../functions/export/partition.ts';
import { type TableName, tables } from '../../functions/export/tables/index.ts';
import { openQueries } from '../../infra/local/analytics/duckdb.ts';
import { firstDays } from '../support/year/first-days.ts';
import { writeDays } from '../support/year/write.ts';
import { queriesContract } from './suites/queries.ts';

const folders: string[] = [];
/** Names of folders are people's: one with a quote in it is none that SQL may trip over. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "goodwill's queries-"));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

queriesContract('DuckDB', async (days) => {
  const folder = mkdtempSync(join(tmpdir(), "goodwill's queries-"));
  writeDays(folder, days);
  const queries = await openQueries(folder);
  const close = async () => {
    queries.close();
    rmSync(folder, { recursive: true });
  };
  return { queries, close };
});

describe('the files of one machine', () => {
  it('are read where older ones have fewer columns, and none is in another', async () => {
    const folder = newFolder();
    const [first, second, third] = firstDays(3);
    if (!first || !second || !third) throw new Error('there are three days');
    writeDays(folder, [first, third]);
    const older = {
      ...tables.cases,
      columns: tables.cases.columns.filter(({ name }) => name !== 'feedback_left'),
    };
    mkdirSync(join(folder, 'cases', `day=${second.day}`));
    writeFileSync(
      join(folder, 'cases', `day=${second.day}`, 'cases.parquet'),
      toParquet(older, second.cases),
    );
    const queries = await openQueries(folder);
    const found = await queries.run(
      'select day, count(*) as cases, count(feedback_left) as left_known from cases group by 1 order by 1',
    );
    expect(found).toMatchObject(
      [first, second, third].map((day) => ({
        day: day.day,
        cases: day.cases.length,
        left_known: day === second ? 0 : day.cases.filter((one) => one.feedback_left !== null).length,
      })),
    );
    queries.close();
  });

  it('may all lack a column, or a table: what nobody wrote is NULL', async () => {
    const folder = newFolder();
    const [first] = firstDays(1);
    if (!first) throw new Error('there is a day');
    const older = {
      ...tables.cases,
      columns: tables.cases.columns.filter(({ name }) => name !== 'feedback_left'),
    };
    mkdirSync(join(folder, 'cases', `day=${first.day}`), { recursive: true });
    writeFileSync(join(folder, 'cases', `day=${first.day}`, 'cases.parquet'), toParquet(older, first.cases));
    const queries = await openQueries(folder);
    expect(await queries.run('select distinct feedback_left from cases')).toEqual([{ feedback_left: null }]);
    for (const name of Object.keys(tables) as TableName[]) {
      const [{ n } = {}] = await queries.run(`select count(*) as n from ${name}`);
      expect(n).toBe(name === 'cases' ? first.cases.length : 0);
    }
    queries.close();
  });

  it('are nowhere before anything was exported, which is said with what to do', async () => {
    const empty = newFolder();
    await expect(openQueries(empty)).rejects.toThrow(NothingExported);
    await expect(openQueries(join(empty, 'none'))).rejects.toThrow('"npm run export"');
  });

  it.each([
    ['half of one', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['nothing', () => Buffer.alloc(0)],
  ])('are not asked where a file has %s in it: it is named, with what to do', async (_, left) => {
    const folder = newFolder();
    const [first] = firstDays(1);
    writeDays(folder, first ? [first] : []);
    const file = join(folder, partitionPath('events', first?.day ?? ''));
    writeFileSync(file, left(readFileSync(file)));
    const failed = openQueries(folder);
    await expect(failed).rejects.toThrow(InvalidInput);
    await expect(failed).rejects.toThrow(partitionPath('events', first?.day ?? ''));
    await expect(failed).rejects.toThrow('write the export again with "npm run export"');
  });

  it('are only read, and no others are: not by a copy, not by a setting, not by the network', async () => {
    const folder = newFolder();
    writeDays(folder, firstDays(1));
    const queries = await openQueries(folder);
    const outside = join(newFolder(), 'x.csv').replaceAll("'", "''");
    for (const sql of [
      `copy cases to '${outside}'`,
      `copy cases to '${folder.replaceAll("'", "''")}/x.csv'`,
      "select * from read_csv('/etc/hostname')",
      "select * from read_parquet('https://example.com/x.parquet')",
      "select * from read_text('package.json')",
      "attach '/tmp/x.db'",
      'install httpfs',
      'load httpfs',
      "set memory_limit = '90GB'",
      'set enable_external_access = true',
      'drop view cases',
      'create table copied as select * from cases',
      'select 1; drop view cases',
    ]) {
      await expect(queries.run(sql), sql).rejects.toThrow();
    }
    expect(await queries.run('select count(*) > 0 as there from cases')).toEqual([{ there: true }]);
    queries.close();
  });
});
