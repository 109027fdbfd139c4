import { terms } from '../../wording/terms.ts';
import { monthAfter } from '../months.ts';
import { type Colour, columns } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';
import { shownMonths, tellMonths } from '../tables.ts';

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
  const of = (what: string, one = month) =>
    sumOf(answers.volumes, (row) => (row.what === what && row.month === one ? row.cases : 0));
  const decidedIn = (one = month) => sumOf(outcomes, (outcome) => of(outcome, one));
  const [opened, decided, before] = [of('opened'), decidedIn(), of('opened', monthAfter(month, -1))];
  const granted = of('approved') + of('part-approved');
  const waiting = sumOf(answers.volumes, ({ what, cases }) => (what === 'waiting' ? cases : 0));
  const months = shownMonths(told, (one) => of('opened', one) + decidedIn(one) > 0);

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
  const withdrawn = says.withdrawn(of('withdrawn'), ways.count(of('withdrawn')));
  return {
    id: 'volumes',
    heading: says.heading,
    title,
    alarms: [],
    paragraphs: [
      [says.waiting(waiting, ways.count(waiting)), withdrawn].filter(Boolean).join(' '),
      ...(months.length === 1 ? [says.first] : []),
    ],
    plots:
      months.length === 0
        ? []
        : [
            {
              says: says.plot,
              drawing: columns(
                months.map(ways.shortMonth),
                outcomes.map((outcome) => ({
                  name: named[outcome],
                  colour: colours[outcome],
                  values: months.map((one) => of(outcome, one)),
                })),
                ways.count,
                {
                  name: says.columns.opened,
                  colour: 'quiet',
                  values: months.map((one) => of('opened', one)),
                },
              ),
            },
          ],
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
        [
          of('opened', one),
          decidedIn(one),
          ...outcomes.map((outcome) => of(outcome, one)),
          of('withdrawn', one),
        ].map(ways.count),
    ),
  };
}
