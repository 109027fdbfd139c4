import type { Month } from '../../domain/time.ts';
import { terms } from '../../wording/terms.ts';
import { monthAfter } from '../months.ts';
import type { Colour } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';
import { plotMonths, shownMonths, tellMonths } from '../tables.ts';

const outcomes = ['approved', 'part-approved', 'alternative', 'declined'] as const;
const colours: Record<(typeof outcomes)[number], Colour> = {
  approved: 'one',
  'part-approved': 'two',
  alternative: 'three',
  declined: 'four',
};

/** What came in and how it ended, beside the months before. */
export function volumes(told: Told): Section {
  const { answers, month, language, words, ways } = told;
  const says = words.volumes;
  const named = terms[language].outcomes;
  type Row = (typeof answers.volumes)[number];
  const count = (which: (row: Row) => boolean) =>
    sumOf(answers.volumes, (row) => (which(row) ? row.cases : 0));
  const openedIn = (one: Month) => count(({ opened }) => opened === one);
  const withdrawnIn = (one: Month) => count((row) => row.withdrawn === one);
  const of = (outcome: Row['outcome'], one = month) =>
    count((row) => row.decided === one && row.outcome === outcome);
  const decidedIn = (one = month) => sumOf(outcomes, (outcome) => of(outcome, one));
  const [opened, decided, before] = [openedIn(month), decidedIn(), openedIn(monthAfter(month, -1))];
  const granted = of('approved') + of('part-approved');
  const waiting = count((row) => row.decided === null && row.withdrawn === null);
  const months = shownMonths(told, (one) => openedIn(one) + decidedIn(one) > 0);

  const ended =
    decided === 0
      ? says.noDecision
      : decided === 1
        ? granted === 1
          ? says.one.approved
          : says.one.not
        : says.decided(ways.count(decided), ways.share(granted, decided));
  const title =
    opened + decided === 0
      ? says.nothing(ways.monthYear(month))
      : says.title(
          says.opened(opened, ways.count(opened)),
          ways.compared(opened, before, monthAfter(month, -1), 'many'),
          ended,
        );
  const withdrawn = says.withdrawn(withdrawnIn(month), ways.count(withdrawnIn(month)));
  return {
    id: 'volumes',
    heading: says.heading,
    title,
    alarms: [],
    paragraphs: [
      [says.waiting(waiting, ways.count(waiting)), withdrawn].filter(Boolean).join(' '),
      ...(months.length === 1 ? [says.first] : []),
    ],
    plots: plotMonths(
      told,
      months,
      says.plot,
      outcomes.map((outcome) => ({
        name: named[outcome],
        colour: colours[outcome],
        values: months.map((one) => of(outcome, one)),
      })),
      ways.count,
      {
        name: says.columns.opened,
        colour: 'quiet',
        values: months.map((one) => openedIn(one)),
      },
    ),
    tables: tellMonths(
      told,
      months,
      says.heading,
      [
        says.columns.opened,
        says.columns.decided,
        ...outcomes.map((outcome) => named[outcome]),
        says.columns.withdrawn,
      ],
      (one) =>
        [openedIn(one), decidedIn(one), ...outcomes.map((outcome) => of(outcome, one)), withdrawnIn(one)].map(
          ways.count,
        ),
    ),
  };
}
