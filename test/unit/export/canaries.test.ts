import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../functions/domain/case.ts';
import { languages } from '../../../functions/domain/language.ts';
import type { Log } from '../../../functions/domain/ports.ts';
import { exportAll } from '../../../functions/export/export-days.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { csvFile } from '../../../functions/export/table-file.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import { askAll } from '../../../functions/report/questions.ts';
import { reportOf } from '../../../functions/report/report.tsx';
import { openQueries } from '../../../infra/local/analytics/duckdb.ts';
import { exportFolder } from '../../../infra/local/export-folder.ts';
import { replay } from '../../../infra/local/policy/replay.ts';
import { everyEvent, type Words } from '../../support/every-event.ts';
import { changedPolicy, defaultPolicy, defaultPolicyText } from '../../support/policy.ts';

const KEY = 'a-key-of-at-least-thirty-two-characters';
const names = Object.keys(tables) as TableName[];

/** Words that nothing else is made of, each of them once. */
function canaries() {
  const planted: string[] = [];
  const words: Words = (kind) => {
    const canary = randomBytes(9).toString('hex');
    planted.push(canary);
    const forms = {
      text: `${canary}, they said`,
      name: `Ana ${canary}`,
      address: `${canary}@mail.example`,
      number: `SH-${canary}`,
    };
    return forms[kind];
  };
  return { planted, words };
}

async function exported(cases: Case[]): Promise<string> {
  const said: unknown[] = [];
  const say = (...words: unknown[]) => void said.push(words);
  const log: Log = { info: say, warn: say, error: say, count: say };
  const each = async function* () {
    yield* cases;
  };
  const services = {
    cases: { all: each, openedOn: each } as never,
    caseDays: {
      async *all() {
        yield '2026-11-02';
      },
      changedSince: async () => [],
    },
    log,
  };
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  try {
    await exportAll(
      services,
      { files: exportFolder(folder), pseudonymKey: KEY },
      { startedAt: '2026-12-01T00:00:00.000Z' },
    );
    expect(await exportFolder(folder).readText('export-state.json')).toContain(
      '"since":"2026-12-01T00:00:00.000Z"',
    );
    const parts = [JSON.stringify(said)];
    for (const file of await readdir(folder, { recursive: true })) {
      parts.push(file);
      if (file.endsWith('.parquet')) parts.push(await readFile(join(folder, file), 'latin1'));
    }
    const database = await (await DuckDBInstance.create()).connect();
    for (const table of names) {
      // Pages are compressed; what is in them is read as a reader does.
      const rows = await database.runAndReadAll(`FROM '${folder}/${table}/*/*.parquet'`);
      parts.push(JSON.stringify(rows.getRowObjectsJson()));
      const pieces = await Array.fromAsync(csvFile(each(), createPseudonyms(KEY), { table, bom: true }));
      parts.push(Buffer.concat(pieces).toString());
    }
    database.closeSync();
    parts.push(...(await reported(folder)), ...(await replayed(folder)));
    return parts.join('\n').toLowerCase();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The report of the month, in every language. */
async function reported(folder: string): Promise<string[]> {
  const { policy } = defaultPolicy;
  const queries = await openQueries(folder);
  try {
    const answers = await askAll(queries, '2026-11', policy);
    const about = { shop: policy.shop, madeAt: '2026-12-01T00:00:00.000Z' };
    return languages.map((language) => reportOf(answers, '2026-11', language, about).html);
  } finally {
    queries.close();
  }
}

/** What a changed policy does to the cases: in the terminal, as JSON and as a page. */
async function replayed(folder: string): Promise<string[]> {
  const at = (name: string) => join(folder, name);
  const said: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  // Nobody listens there, so nothing but the files is asked.
  vi.stubEnv('WEB_PORT', '1');
  try {
    await writeFile(at('now.yaml'), defaultPolicyText);
    await writeFile(at('other.yaml'), changedPolicy(['scoreAtLeast: 4', 'scoreAtLeast: 40']));
    await replay([
      at('now.yaml'),
      at('other.yaml'),
      '--folder',
      folder,
      '--json',
      at('r.json'),
      '--page',
      at('r.html'),
    ]);
    return [...said, await readFile(at('r.json'), 'utf8'), await readFile(at('r.html'), 'utf8')];
  } finally {
    spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

describe('what people wrote', () => {
  it('is in no file, no CSV, no log, no report and no replay, wherever they could write it', async () => {
    const { planted, words } = canaries();
    const cases = [...everyEvent(words), ...everyEvent(words, { id: 'RX-0M5C-J6P' })];
    const stored = JSON.stringify(cases.map(({ history }) => history));
    const kept = planted.filter((canary) => stored.includes(canary));
    expect(kept.length).toBeGreaterThanOrEqual(200);
    const all = await exported(cases);
    expect(all).toContain('rx-7k3f-9q21');
    expect(kept.filter((canary) => all.includes(canary))).toEqual([]);
    expect(all).not.toMatch(/mail\.example|maria|souza/);
  });
});
