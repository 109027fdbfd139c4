import { columns } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';
import { shownMonths, tableOf } from '../tables.ts';

/** Pictures of the largest rises; the table has all. */
const DRAWN = 3;
const MOST = 10;
/** Months it takes to know what is usual. */
const KNOWN = 3;

/** What was asked about more often than usual: a fault of a product, a carrier in trouble. */
export function subjects(told: Told): Section {
  const { answers, month, words, ways } = told;
  const says = words.subjects;
  const months = shownMonths(told, (one) => answers.subjects.some((row) => row.month === one));
  const rises =
    months.length > KNOWN ? answers.faults.filter((row) => row.month === month && row.stands_out) : [];
  const now = answers.subjects.filter((row) => row.month === month);
  const all = sumOf(now, ({ cases }) => cases);
  const most = now.toSorted((one, other) => other.cases - one.cases).slice(0, MOST);
  const some = says.some(rises.length, ways.count(rises.length));
  return {
    id: 'subjects',
    heading: says.heading,
    title: months.length <= KNOWN ? says.first : rises.length === 0 ? says.title : some,
    alarms: rises.map(({ reason, category, requests, expected }) =>
      says.found(ways.about(reason, category), ways.count(requests), ways.count(expected)),
    ),
    paragraphs: [],
    plots: rises.slice(0, DRAWN).map(({ reason, category, expected }) => ({
      says: says.plot(ways.about(reason, category)),
      drawing: columns(
        months.map(ways.shortMonth),
        [
          {
            name: says.columns.cases,
            colour: 'three',
            values: months.map((one) =>
              sumOf(answers.subjects, (row) =>
                row.month === one && row.reason === reason && row.category === category ? row.cases : 0,
              ),
            ),
          },
        ],
        ways.count,
        { name: says.usual, colour: 'quiet', values: months.map(() => expected) },
      ),
    })),
    tables: [
      ...tableOf(
        says.heading,
        [says.columns.what, says.columns.cases, says.columns.usual, says.columns.times],
        rises.map(({ reason, category, requests, expected, times }) => [
          ways.about(reason, category),
          ways.count(requests),
          ways.count(expected),
          times === null ? words.none : ways.tenth(times),
        ]),
      ),
      ...tableOf(
        says.most,
        [says.columns.what, says.columns.cases, says.columns.share],
        most.map(({ reason, category, cases }) => [
          ways.about(reason, category),
          ways.count(cases),
          ways.share(cases, all),
        ]),
      ),
    ],
  };
}
