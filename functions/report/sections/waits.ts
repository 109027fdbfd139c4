import type { Month } from '../../domain/time.ts';
import { lines } from '../plots.ts';
import type { Section, Table, Told } from '../section.ts';
import { quantileOf, sumOf } from '../statistics.ts';
import { shownMonths, tableOf, tellMonths } from '../tables.ts';

/** A median of fewer says more of the few than of the many. */
const LEAST = 5;

/** How long people waited, and which promises were not kept. */
export function waits(told: Told): Section {
  const { answers, month, words, ways } = told;
  const says = words.waits;
  const of = (one: Month) => answers.waits.filter((row) => row.month === one);
  const decided = (...months: Month[]) => sumOf(months.flatMap(of), ({ cases }) => cases);
  const missed = (...months: Month[]) => sumOf(months.flatMap(of), (row) => row.missed);
  const within = (one: Month, share: number) =>
    decided(one) < LEAST
      ? undefined
      : quantileOf(
          of(one).map(({ hours, cases }) => [hours + 1, cases]),
          share,
        );
  const months = shownMonths(told, (one) => decided(one) > 0);

  const isEnough = decided(month) >= LEAST;
  const deadlines = deadlinesOf(told);
  const levels = levelsOf(told);
  return {
    id: 'waits',
    heading: says.heading,
    title: isEnough
      ? says.title(
          ways.hours(within(month, 0.5)),
          says.missed(missed(month), ways.count(missed(month)), ways.share(missed(month), decided(month))),
        )
      : words.tooFew(decided(month), says.few),
    alarms: [...deadlines.alarms, ...levels.alarms],
    paragraphs: [],
    plots: months.some((one) => within(one, 0.5) !== undefined)
      ? [
          {
            says: says.plot,
            drawing: lines(
              months.map(ways.shortMonth),
              [
                { name: says.half, colour: 'one', values: months.map((one) => inDays(within(one, 0.5))) },
                { name: says.most, colour: 'three', values: months.map((one) => inDays(within(one, 0.9))) },
              ],
              ways.days,
            ),
          },
        ]
      : [],
    tables: [
      ...tellMonths(
        told,
        months,
        says.heading,
        [says.columns.cases, says.columns.half, says.columns.most, says.columns.missed, says.columns.share],
        (one) => [
          ways.count(decided(one)),
          ways.hours(within(one, 0.5)),
          ways.hours(within(one, 0.9)),
          ways.count(missed(one)),
          ways.share(missed(one), decided(one)),
        ],
      ),
      ...deadlines.tables,
      ...levels.tables,
    ],
  };
}

const inDays = (hours: number | undefined) => (hours === undefined ? Number.NaN : hours / 24);

/** How long each level takes by itself, and whether one keeps people waiting. */
function levelsOf({ answers, words, ways }: Told): { alarms: string[]; tables: Table[] } {
  const says = words.waits;
  const { levels } = answers;
  const known = levels.filter(({ median_hours }) => median_hours !== null);
  const quickest = known.toSorted((one, other) => (one.median_hours ?? 0) - (other.median_hours ?? 0))[0];
  return {
    alarms: levels
      .filter((one) => one.slow && answers.levelsNow.some(({ level }) => level === one.level))
      .map(({ level, median_hours }) =>
        says.slow(
          ways.count(level),
          ways.hours(median_hours),
          ways.count(quickest?.level ?? level),
          ways.hours(quickest?.median_hours),
        ),
      ),
    tables: tableOf(
      says.levels,
      [says.level, says.columns.asked, says.columns.cases, says.columns.half, says.columns.most],
      levels.map(({ level, asked, decided, median_hours, p90_hours }) => [
        ways.count(level),
        ways.count(asked),
        ways.count(decided),
        ways.hours(median_hours),
        ways.hours(p90_hours),
      ]),
    ),
  };
}

/** How often the deadlines of approvers passed, and whether it was more than in the months before. */
function deadlinesOf({ answers, month, words, ways }: Told): { alarms: string[]; tables: Table[] } {
  const says = words.waits;
  const { deadlines } = answers;
  const others = deadlines.filter((row) => row.month !== month);
  const usual = ways.share(
    sumOf(others, ({ missed }) => missed),
    sumOf(others, ({ asked }) => asked),
  );
  return {
    alarms: deadlines
      .filter((row) => row.month === month && row.stands_out)
      .map(({ asked, missed }) => says.deadlines(ways.share(missed, asked), usual)),
    tables: tableOf(
      says.approvers,
      [
        words.month,
        says.columns.requests,
        says.columns.reminded,
        says.columns.passedOn,
        says.columns.overdue,
      ],
      deadlines
        .toReversed()
        .map((row) => [
          ways.monthInTable(row.month),
          ...[row.asked, row.reminded, row.passed_on, row.overdue].map(ways.count),
        ]),
    ),
  };
}
