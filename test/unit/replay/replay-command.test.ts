import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { draft } from '../../../infra/local/policy/draft.ts';
import { replay } from '../../../infra/local/policy/replay.ts';
import { changedPolicy, defaultPolicy, defaultPolicyText } from '../../support/policy.ts';
import { writeCases } from '../../support/replay-files.ts';
import { rowOf } from '../../support/replay-rows.ts';
import { yearPolicies } from '../../support/year/policies.ts';
import { yearOf } from '../../support/year/year.ts';

const longer = changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 28'], ['"2026-11-01"', 'longer']);
let folder: string;
let said: string[];
const at = (name: string) => join(folder, name);
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodwill-replay-'));
  write('now.yaml', defaultPolicyText);
  write('longer.yaml', longer);
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  // Nobody listens there: no Goodwill runs, and its published policies cannot be asked for.
  vi.stubEnv('WEB_PORT', '1');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const hardship = { reason: { source: 'mail', value: 'hardship' } } as const;
/** A kettle 28 days past the window: hardship +3, first-request +1; with the longer window +1. */
const aCase = (id: string, opened = '2026-11-02T10:00:00.000Z') =>
  rowOf(id, defaultPolicy, { request: hardship, at: opened, background: { customer: ASKED_BEFORE } });
const ASKED_BEFORE = {
  orders: 1,
  spend: 89.9,
  earlierRequests: 1,
  earlierExceptions: 0,
  daysSinceLastRequest: 40,
};

const run = (...args: string[]) => replay([...args, '--folder', folder]);

describe('npm run policy -- replay', () => {
  it('says what flips, with the line of what turned it, and writes all of it as JSON and a page', async () => {
    writeCases(folder, [
      aCase('RX-1'),
      aCase('RX-2', '2026-11-01T23:59:00.000Z'),
      rowOf('RX-3', defaultPolicy),
    ]);
    await run(at('now.yaml'), at('longer.yaml'), '--json', at('out.json'), '--page', at('out.html'));
    const text = said.join('\n');
    expect(text).toContain('Decided cases of the export that both policies weighed: 3.');
    expect(text).toContain(
      'Weighed once more by the policy of then: 3. Of these, 3 came out just as they were recorded (100%).',
    );
    const line = longer.split('\n').findIndex((one) => one.includes('just-missed')) + 1;
    expect(text).toContain(`just-missed (line ${line}) now speaks with +1`);
    const { flips, summary } = JSON.parse(readFileSync(at('out.json'), 'utf8'));
    expect(flips.map(({ caseId }: { caseId: string }) => caseId)).toEqual(['RX-2', 'RX-1']);
    expect(summary).toMatchObject({
      cases: 3,
      flipped: { better: 2 },
      money: { granted: 179.8, after: 179.8 },
    });
    const page = readFileSync(at('out.html'), 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/RX-1.*No clear recommendation/s);
    expect(page).not.toMatch(/<script|https?:|src=/);
  });

  it('lists just the cases of a year that a bad change of the guidelines turned', async () => {
    const { rows, planted } = yearOf({ cases: 2_000, only: ['cases'] });
    const cases = rows.cases.filter(({ opened_at: at }) => at >= '2026-04-28' && at < '2026-05-15');
    writeCases(folder, cases);
    const worse = write('worse.yaml', yearPolicies.worse.text);
    const former = write('former.yaml', yearPolicies.reworded.text);
    await run(worse, former, '--since', planted.badPolicyChange?.months[0] ?? '', '--json', at('out.json'));
    const { flips, summary } = JSON.parse(readFileSync(at('out.json'), 'utf8'));
    const turned = new Set(planted.badPolicyChange?.flipped);
    const expected = cases.filter((row) => row.outcome !== null && turned.has(row.case_id));
    expect(flips.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual(
      expected.map((row) => row.case_id).sort(),
    );
    expect(summary).toMatchObject({
      held: summary.cases,
      mismatched: 0,
      flipped: { worse: expected.length },
    });
  });

  it('reads the days that are asked for, and names those there are', async () => {
    writeCases(folder, [aCase('RX-1'), aCase('RX-2', '2026-10-01T12:00:00.000Z')]);
    await run(at('now.yaml'), at('longer.yaml'), '--until', '2026-10-31');
    expect(said.join('\n')).toContain('both policies weighed: 1.');
    await expect(run(at('now.yaml'), at('longer.yaml'), '--since', '2027-01-01')).rejects.toThrow(
      /was opened since 2027-01-01: it has the days from 2026-10-01 to 2026-11-02/,
    );
    await expect(run(at('now.yaml'), at('longer.yaml'), '--since', 'May')).rejects.toThrow(
      /--since May: a day such as 2026-11-02/,
    );
  });

  it('says of which policies the text is gone', async () => {
    const gone = loadPolicy(changedPolicy(['"2026-11-01"', 'gone']), 'gone');
    writeCases(folder, [rowOf('RX-1', gone)]);
    await run(at('now.yaml'), at('longer.yaml'));
    expect(said.join('\n')).toContain(
      `because its text is not among those published: 1 of gone (${gone.fingerprint}).`,
    );
    expect(said.join('\n')).toContain(
      'The policies published earlier could not be asked for: Nothing answers at',
    );
  });

  it('names what is wrong before it reads anything', async () => {
    await expect(run(at('now.yaml'), at('longer.yaml'))).rejects.toThrow(
      /There is no export in .*npm run export/,
    );
    await expect(run()).rejects.toThrow(/Which policy\?/);
    await expect(run(write('bad.yaml', longer.replace('weight: 4', 'wieght: 4')))).rejects.toThrow(
      /bad\.yaml:\d+: factors\[0\]\.wieght: is no field here/,
    );
    writeCases(folder, [aCase('RX-1')]);
    await expect(run(at('longer.yaml'))).rejects.toThrow(/Nothing answers at/);
    const reais = write('reais.yaml', longer.replace('currency: USD', 'currency: BRL'));
    await expect(run(at('now.yaml'), reais)).rejects.toThrow(
      /shop.currency is BRL, and the cases were weighed in USD/,
    );
  });

  it.each([
    ['is no Parquet', Buffer.from('PAR1 and no more'), /cases\.parquet cannot be read as Parquet/],
    ['is empty', Buffer.alloc(0), /cases\.parquet cannot be read as Parquet/],
    [
      'is of something else',
      new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'case_id', data: [1, 2], type: 'INT32' }] })),
      /is no file of cases: case_id is INT32 and has to be BYTE_ARRAY/,
    ],
  ])('names a file that %s', async (_, content, message) => {
    mkdirSync(at('cases/day=2026-11-02'), { recursive: true });
    write('cases/day=2026-11-02/cases.parquet', content);
    await expect(run(at('now.yaml'), at('longer.yaml'))).rejects.toThrow(message);
  });

  it('counts the cases of a file from before facts were kept, and reads a day without any', async () => {
    writeCases(folder, [aCase('RX-1')]);
    mkdirSync(at('cases/day=2020-01-01'), { recursive: true });
    const old = [
      { name: 'case_id', data: ['RX-0'], type: 'STRING' as const, nullable: false },
      { name: 'opened_at', data: [new Date(0)], type: 'TIMESTAMP' as const, nullable: false },
      { name: 'outcome', data: ['approved'], type: 'STRING' as const },
    ];
    write('cases/day=2020-01-01/cases.parquet', new Uint8Array(parquetWriteBuffer({ columnData: old })));
    await run(at('now.yaml'), at('now.yaml'));
    expect(said.join('\n')).toContain(
      'Left out: 0 that nobody decided, 1 that were weighed before the facts',
    );
    expect(said.join('\n')).toContain('Every one of them would be recommended as before.');
  });
});

describe('npm run policy -- draft', () => {
  it('drafts a factor, says what it would have changed, and writes a policy that replays so', async () => {
    writeCases(
      folder,
      Array.from({ length: 30 }, (_, index) => aCase(`RX-${index}`)),
    );
    await draft([at('now.yaml'), '--folder', folder, '--write', at('draft.yaml')]);
    const text = said.join('\n');
    expect(text).toContain('30 of 30 were approved');
    expect(text).toContain('Replayed: 30 of 30 cases flip.');
    expect(text).toContain('Decided the other way: none.');
    await run(at('now.yaml'), at('draft.yaml'));
    expect(said.join('\n')).toContain('The recommendation would be another in 30 of them (100%).');
    await expect(
      draft([at('now.yaml'), '--folder', folder, '--write', at('x.yaml'), '--take', '2']),
    ).rejects.toThrow('--take 2: there are 1 drafts');
  });

  it('says so where nothing speaks for one', async () => {
    writeCases(folder, [aCase('RX-1')]);
    await draft([at('now.yaml'), '--folder', folder]);
    expect(said.join('\n')).toMatch(/No group of like cases speaks for a factor.*at least 20 cases/);
  });
});
