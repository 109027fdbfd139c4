import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { EVER, parseQuery, queryNames, readQuery, writtenOut } from '../../../functions/analytics/queries.ts';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { everyPlant } from '../../support/year/plants.ts';
import { openYear } from '../../support/year/queries.ts';
import { type YearOptions, yearOf } from '../../support/year/year.ts';
import { everyApprover, finds } from './finds.ts';
import { CUT, commandsOf, examplesOf } from './guide.ts';
import { trinoMistakes } from './trino.ts';

const opened: LocalQueries[] = [];
afterAll(() => {
  for (const queries of opened) queries.close();
});
/** The year of the guide, which others ask as well. */
const madeUp = open({});
async function open(options: YearOptions) {
  const year = yearOf(options);
  const queries = await openYear(year.days);
  opened.push(queries);
  const ask = (name: string, period = EVER) => queries.run(readQuery(name).sql, period);
  return { ...year, ask, queries };
}

const half = everyPlant.filter((_, index) => index % 2 === 0);
const years: ReadonlyArray<[string, YearOptions]> = [
  [half.join(', '), { seed: 2, cases: 8_000, only: ['events'], plant: half }],
  ['nothing', { seed: 4, cases: 8_000, only: ['events'], plant: [] }],
];

describe.each([
  ['everything', madeUp] as const,
  ...years.map(([what, options]) => [what, open(options)] as const),
])('in a year with %s hidden in it', (_, year) => {
  it.each(Object.entries(finds))('%s finds just that', async (name, { found, planted }) => {
    const { ask, planted: hidden } = await year;
    expect(found(await ask(name))).toEqual(planted(hidden));
  });

  it('what managers approve of like cases is known within an interval', async () => {
    const { ask, planted } = await year;
    const rows = await ask('approval-by-manager');
    expect(rows.map(({ approver }) => approver).sort()).toEqual(everyApprover.toSorted());
    for (const { low, difference, high } of rows) {
      expect(Number(low)).toBeLessThan(Number(difference));
      expect(Number(difference)).toBeLessThan(Number(high));
    }
    // Where nobody is biased, the truth is no difference: 95 of 100 intervals hold it (227 of 240, over thirty years).
    if (planted.biasedManager) return;
    const holding = rows.filter(({ low, high }) => Number(low) <= 0 && Number(high) >= 0);
    expect(holding.length).toBeGreaterThanOrEqual(rows.length - 2);
  });
});

it('of all that changes in a year, a change of the guidelines that has other words only is not blamed', async () => {
  const plant = everyPlant.filter((one) => one !== 'badPolicyChange');
  const { ask } = await open({ seed: 3, cases: 8_000, only: ['cases'], plant });
  const versions = (await ask('policy-versions')).map((row) => [row['policy_version'], row['got_worse']]);
  expect(versions).toEqual([
    ['2025-11-01', false],
    ['2026-02-01', false],
  ]);
});

describe('sums', () => {
  const year = open({ seed: 5, cases: 2_000 });
  const isApproved = (outcome: unknown) => outcome === 'approved' || outcome === 'part-approved';

  it('of volumes are those of the rows', async () => {
    const { ask, rows } = await year;
    const volumes = await ask('volumes-and-outcomes');
    const kettles = rows.cases.filter(
      (one) => one.reason === 'defective' && one.product_category === 'kitchen',
    );
    expect(
      volumes.find((row) => row['reason'] === 'defective' && row['category'] === 'kitchen'),
    ).toMatchObject({
      requests: kettles.length,
      decided: kettles.filter(({ outcome }) => outcome !== null).length,
      approved: kettles.filter(({ outcome }) => isApproved(outcome)).length,
      declined: kettles.filter(({ outcome }) => outcome === 'declined').length,
      withdrawn: kettles.filter(({ status }) => status === 'withdrawn').length,
    });
    expect(volumes.reduce((sum, row) => sum + Number(row['requests']), 0)).toBe(2_000);
  });

  it('of money are exact, and each currency stands alone', async () => {
    const { ask, rows } = await year;
    const cost = await ask('cost-of-goodwill');
    for (const currency of ['USD', 'BRL']) {
      const theirs = rows.cases.filter((one) => one.refund_currency === currency);
      const total = (all: typeof theirs) =>
        Number(all.reduce((sum, one) => sum + (one.refund_amount ?? 0n), 0n)) / 1000;
      const sum = (column: string) =>
        cost.filter((row) => row['currency'] === currency).reduce((all, row) => all + Number(row[column]), 0);
      expect(sum('granted_amount')).toBeCloseTo(total(theirs), 6);
      expect(sum('goodwill_amount')).toBeCloseTo(
        total(theirs.filter(({ route }) => route !== 'within-policy')),
        6,
      );
      expect(sum('against_advice_amount')).toBeCloseTo(
        total(theirs.filter(({ route }) => route === 'recommend-declining')),
        6,
      );
    }
  });

  it('of what decides are those of the factors that spoke', async () => {
    const { ask, rows } = await year;
    const decided = new Map(
      rows.cases.filter((one) => one.outcome !== null).map((one) => [one.case_id, one.outcome]),
    );
    for (const { factor, spoke, approved_share } of await ask('what-decides')) {
      const cases = rows.factors.filter((one) => one.factor === factor && decided.has(one.case_id));
      const approved = cases.filter((one) => isApproved(decided.get(one.case_id)));
      expect([factor, spoke]).toEqual([factor, cases.length]);
      expect(Number(approved_share)).toBeCloseTo(approved.length / cases.length, 3);
    }
  });

  it('are those of the days that are asked for', async () => {
    const { ask, rows } = await year;
    const period = { since: '2026-03-01', until: '2026-04-01' };
    const march = rows.cases.filter((one) => one.opened_at.startsWith('2026-03'));
    expect(await ask('months', period)).toMatchObject([{ month: '2026-03-01', requests: march.length }]);
  });

  it.each(queryNames())(
    '%s has the columns that its file names, also where there is nothing to tell',
    async (name) => {
      const { queries } = await year;
      const { sql, columns } = readQuery(name);
      for (const period of [EVER, { since: '2001-01-01', until: '2001-01-02' }]) {
        const answered = await queries.ask(sql, period);
        expect(answered.columns).toEqual(columns.map((column) => column.name));
      }
    },
  );
});

describe('the file of a query', () => {
  it.each(queryNames())('%s is SQL that Athena reads too', (name) => {
    const query = readQuery(name);
    expect(trinoMistakes(writtenOut(query))).toEqual([]);
    expect(query.question).toMatch(/\?$/);
    expect(query.reading.length).toBeGreaterThan(80);
    for (const { says } of query.columns) expect(says).not.toBe('');
  });

  it('would not be, in words that only DuckDB knows', () => {
    for (const sql of [
      'select 1::int',
      'from cases',
      'select * from cases qualify true',
      'select * exclude (a) from cases',
    ])
      expect(trinoMistakes(sql)).not.toEqual([]);
  });

  it('has its days written out for the console, and no other text of it changed', () => {
    const query = parseQuery(
      'x',
      "-- Why?\n-- Columns\n--   a  a column\n-- How to read it\n--   So.\nselect ':since' as a where day >= cast(:since as date)",
    );
    expect(writtenOut(query, { since: '2026-01-01', until: '2026-02-01' })).toBe(
      "-- Why?\nselect ':since' as a where day >= cast('2026-01-01' as date)",
    );
  });

  it('that is not there is answered with those that are', () => {
    expect(() => readQuery('precedent-creeps')).toThrow(InvalidInput);
    expect(() => readQuery('../queries/months')).toThrow('There are: approval-by-manager, ');
  });
});

describe('docs/analysts.md', () => {
  const guide = readFileSync('docs/analysts.md', 'utf8');
  const examples = examplesOf(guide);

  it.each(examples)('$given', async ({ run, shown, sql }) => {
    const { queries } = await madeUp;
    const answer = (await run(queries)).split('\n');
    let at = 0;
    for (const line of shown.filter((one) => one !== CUT)) {
      const found = answer.indexOf(line, at);
      expect(answer.slice(at), `the guide shows: ${line}`).toContain(line);
      at = found + 1;
    }
    expect(trinoMistakes(sql.replace(/:(since|until)\b/g, "'2026-01-01'"))).toEqual([]);
  });

  it('shows the answer to every question there is, and to no other', () => {
    const asked = examples.flatMap(({ given, shown }) =>
      shown.length > 2 ? (/^--query (\S+)/.exec(given)?.[1] ?? []) : [],
    );
    expect(asked.toSorted()).toEqual(queryNames());
    for (const name of queryNames()) expect(guide).toContain(`### ${name}: `);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...guide.matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    expect(commandsOf('npm run analyze -- --query "a b" c # d', 'analyze')).toEqual([
      ['--query', 'a b', 'c'],
    ]);
  });
});
