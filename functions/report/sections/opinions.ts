import { terms } from '../../wording/terms.ts';
import { rows } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { shareInterval, sumOf } from '../statistics.ts';
import { tableOf } from '../tables.ts';

const outcomes = ['approved', 'part-approved', 'alternative', 'declined'] as const;
/** Of fewer answers no share is told. */
const LEAST = 10;

/** What customers said of how their request was dealt with, by what was decided. */
export function opinions({ answers, month, language, words, ways }: Told): Section {
  const says = words.opinions;
  const named = terms[language].outcomes;
  const groups = outcomes.flatMap((outcome) =>
    answers.opinions.filter((row) => row.outcome === outcome && row.answered > 0),
  );
  const answered = sumOf(groups, (row) => row.answered);
  const satisfied = sumOf(groups, (row) => row.satisfied);
  const dissatisfied = sumOf(groups, (row) => row.dissatisfied);
  const isEnough = answered >= LEAST;
  const isDecided = (outcome: string) =>
    answers.volumes.some((row) => row.decided === month && row.outcome === outcome);
  return {
    id: 'opinions',
    heading: says.heading,
    title: isEnough
      ? says.title(ways.share(satisfied, answered), ways.count(answered))
      : words.tooFew(answered, says.few),
    alarms: groups
      .filter(({ outcome, stands_out }) => stands_out && isDecided(outcome))
      .map((row) =>
        says.low(
          named[row.outcome],
          ways.share(row.dissatisfied, row.answered),
          ways.share(dissatisfied - row.dissatisfied, answered - row.answered),
        ),
      ),
    paragraphs: isEnough ? [`${says.scale} ${words.chance}`] : [],
    plots: isEnough
      ? [
          {
            says: says.plot,
            drawing: rows(
              groups.map((row) => ({
                label: named[row.outcome],
                value: row.satisfied / row.answered,
                shown: `${ways.share(row.satisfied, row.answered)} (${ways.count(row.answered)})`,
                ...shareInterval(row.satisfied, row.answered),
                colour: row.stands_out ? 'three' : 'one',
              })),
              ways.percent,
              [0, 1],
            ),
          },
        ]
      : [],
    tables: tableOf(
      says.heading,
      [
        says.columns.outcome,
        says.columns.answers,
        says.columns.satisfied,
        says.columns.dissatisfied,
        says.columns.mean,
      ],
      groups.map((row) => [
        named[row.outcome],
        ways.count(row.answered),
        ways.count(row.satisfied),
        ways.count(row.dissatisfied),
        row.average_score === null ? words.none : ways.tenth(row.average_score),
      ]),
    ),
  };
}
