import { rows } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { tableOf } from '../tables.ts';

/** Of fewer like cases nothing is said. */
const LEAST = 30;
/** The picture shows the ends of the list; the table has everybody. */
const DRAWN = 16;

/** Whether people decide like cases alike, by pseudonym; a difference is a reason to talk and no verdict. */
export function managers({ answers, words, ways }: Told): Section {
  const says = words.managers;
  const compared = answers.managers.filter(({ decisions }) => decisions >= LEAST);
  const now = compared.filter((one) => answers.managersNow.some(({ approver }) => approver === one.approver));
  const apart = now.filter(({ stands_out }) => stands_out);
  const isEnough = compared.length > 1;
  const shown =
    compared.length <= DRAWN ? compared : [...compared.slice(0, DRAWN / 2), ...compared.slice(-DRAWN / 2)];
  const furthest = Math.max(0.1, ...compared.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const some = says.some(apart.length, ways.count(apart.length));
  // Both of two differ by as much: it is told once.
  const two = new Set(
    now
      .filter(({ two_differ }) => two_differ)
      .map(({ difference }) => says.two(ways.points(Math.abs(difference)).replace('+', ''))),
  );
  return {
    id: 'managers',
    heading: says.heading,
    title: isEnough
      ? apart.length > 0
        ? some
        : two.size > 0
          ? says.twoTitle
          : says.title
      : words.tooFew(compared.length, says.few),
    alarms: isEnough
      ? [
          ...apart.map((one) =>
            says.found(
              ways.person(one.approver),
              ways.percent(one.approved_share),
              ways.count(one.decisions),
              ways.percent(one.colleagues_share),
            ),
          ),
          ...two,
        ]
      : [],
    paragraphs: isEnough ? [says.fair, words.chance] : [],
    plots: isEnough
      ? [
          {
            says: says.plot,
            drawing: rows(
              shown.map(({ approver, difference, low, high, stands_out }) => ({
                label: ways.person(approver),
                value: difference,
                shown: ways.points(difference),
                low,
                high,
                colour: stands_out ? 'three' : 'one',
              })),
              ways.points,
              [-furthest, furthest],
              true,
            ),
          },
        ]
      : [],
    tables: tableOf(
      says.heading,
      [
        says.columns.who,
        says.columns.cases,
        says.columns.approved,
        says.columns.expected,
        says.columns.difference,
        says.columns.range,
      ],
      isEnough
        ? compared.map((one) => [
            one.approver,
            ways.count(one.decisions),
            ways.percent(one.approved_share),
            ways.percent(one.colleagues_share),
            ways.points(one.difference),
            says.range(ways.points(one.low), ways.points(one.high)),
          ])
        : [],
    ),
  };
}
