import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { queryText } from '../../../functions/analytics/queries.ts';
import { literal, replaceNames } from '../../../functions/domain/placeholders.ts';
import { askAll } from '../../../functions/report/questions.ts';
import { reportOf } from '../../../functions/report/report.tsx';
import type { SectionId } from '../../../functions/report/section.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { plants } from '../../support/year/plants.ts';
import { openYear } from '../../support/year/queries.ts';
import { type YearOptions, yearOf } from '../../support/year/year.ts';
import { trinoMistakes } from '../analytics/trino.ts';

const { policy } = defaultPolicy;
const opened: LocalQueries[] = [];
afterAll(() => {
  for (const queries of opened) queries.close();
});

/** What the reports of a year say stands out, by section. */
async function reports(options: YearOptions) {
  const { days } = yearOf({ ...options, only: ['events'] });
  const queries = await openYear(days);
  opened.push(queries);
  return async (month: string): Promise<Partial<Record<SectionId, readonly string[]>>> => {
    const answers = await askAll(queries, month, policy);
    const madeAt = '2026-11-01T06:00:00.000Z';
    const { sections } = reportOf(answers, month, 'en', { shop: policy.shop, madeAt });
    const out = sections.filter(({ alarms }) => alarms.length > 0);
    return Object.fromEntries(out.map(({ id, alarms }) => [id, alarms]));
  };
}

describe('in a year with everything hidden in it', () => {
  const year = reports({ seed: 1, cases: 20_000 });
  /** What holds all year is found in every month. */
  const always = {
    waits: [
      expect.stringMatching(
        /^Within three months, level 2 took [\d.]+ hours for a decision \(the median\), level 1 took/,
      ),
    ],
    opinions: [
      expect.stringMatching(
        /^Within three months, \d\d% were dissatisfied where the decision was “Alternative offered”/,
      ),
    ],
    managers: [
      expect.stringMatching(
        new RegExp(
          `^Within a year, approver ${plants.biasedManager.approver.slice(0, 10)} approved \\d\\d% of [\\d,]+ cases; colleagues`,
        ),
      ),
    ],
    exceptions: [
      expect.stringMatching(
        /^Changed their mind, clothing, 1 to 14 days past the window: of \d+ exceptions decided in the last half year, \d+/,
      ),
    ],
  };

  /** From May on. */
  const worse = {
    departures: [
      expect.stringMatching(
        /^Since the guidelines 2026-05-01 came into use, people follow \d\d% of the recommendations; under those before, 2026-02-01, it was \d\d%\.$/,
      ),
    ],
  };

  it.each([
    [
      'June',
      '2026-06',
      { ...worse, subjects: [expect.stringMatching(/^Defective, electronics: \d+ requests, where about/)] },
    ],
    [
      'March',
      '2026-03',
      { appeals: [expect.stringMatching(/^Of the requests of March 2026, \d+ of \d+ appeals/)] },
    ],
    [
      'August',
      '2026-08',
      {
        ...worse,
        waits: [expect.stringMatching(/^The deadline of an approver passed in \d\d% of/), ...always.waits],
      },
    ],
    ['October', '2026-10', worse],
  ])('the report of %s tells of just that', async (_, month, own) => {
    expect(await (await year)(month)).toEqual({ ...always, ...own });
  });
});

it('in a year with nothing hidden in it, nothing stands out', async () => {
  const year = await reports({ seed: 4, cases: 10_000, plant: [] });
  for (const month of ['2026-02', '2026-06', '2026-10'])
    expect([month, await year(month)]).toEqual([month, {}]);
});

const own = readdirSync('functions/analytics/queries/report').map(
  (file) => `report/${file.replace('.sql', '')}`,
);
it.each(own)('%s is what Athena understands too', (file) => {
  const given = {
    since: '2026-01-01',
    until: '2026-02-01',
    month: '2026-01-01',
    line: 4,
    share: 0.8,
    often: 5,
  };
  const written = replaceNames(queryText(file), given, (name) =>
    literal(Object.entries(given).find(([one]) => one === name)?.[1] ?? ''),
  );
  expect(trinoMistakes(written)).toEqual([]);
});
