import type { Month } from '../../domain/time.ts';
import { monthsUntil } from '../months.ts';
import type { Answers } from '../questions.ts';
import type { Section, Told } from '../section.ts';
import { shareDifference, sumOf } from '../statistics.ts';
import { plotMonths, shownMonths, tellMonths } from '../tables.ts';

type Row = Answers['departures'][number];
const LEAST = 10;
const CLEARLY = 4;
/** Half as often again as before is worth a word, less is not. */
const MORE = 1.5;

/** Where people decide otherwise than the guidelines pointed, and than earlier cases did. */
export function departures(told: Told): Section {
  const { answers, month, words, ways } = told;
  const says = words.departures;
  const of = (one: Month) => answers.departures.filter((row) => row.month === one);
  const months = shownMonths(told, (one) => pointed(of(one)) > 0);
  const before = monthsUntil(month, 13).slice(0, -1).flatMap(of);
  const now = of(month);
  const isMore = isClearlyMore(now, before);
  const policies = [...Map.groupBy(answers.departures, ({ policy }) => policy ?? words.unknown)];
  const inUse = new Set(now.map(({ policy }) => policy));
  const worse = answers.policies.flatMap((one, index) => {
    const former = answers.policies[index - 1];
    return former && one.got_worse && inUse.has(one.policy_version) ? [{ one, former }] : [];
  });
  const lined = sumOf(now, (row) => row.lined);
  const offLine = sumOf(now, (row) => row.off_line);
  const share = (rows: readonly Row[]) => ways.share(otherwise(rows), pointed(rows));
  const cells = (rows: readonly Row[]) => [
    ways.count(pointed(rows)),
    ways.count(sumOf(rows, (row) => row.declined_against)),
    ways.count(sumOf(rows, (row) => row.approved_against)),
    share(rows),
    ways.count(sumOf(rows, (row) => row.lined)),
    ways.count(sumOf(rows, (row) => row.off_line)),
  ];
  const head = [
    says.columns.pointed,
    says.columns.declined,
    says.columns.approved,
    says.columns.share,
    says.columns.lined,
    says.columns.offLine,
  ];
  const part = (rows: readonly Row[], value: (row: Row) => number) =>
    pointed(rows) === 0 ? 0 : sumOf(rows, value) / pointed(rows);
  return {
    id: 'departures',
    heading: says.heading,
    title:
      pointed(now) < LEAST
        ? words.tooFew(pointed(now), says.few)
        : says.title(share(now), ways.count(pointed(now))),
    alarms:
      worse.length > 0
        ? worse.map(({ one, former }) =>
            says.policy(
              one.policy_version,
              ways.percent(one.followed_share ?? 0),
              former.policy_version,
              ways.percent(former.followed_share ?? 0),
            ),
          )
        : isMore
          ? [says.more(share(now), share(before))]
          : [],
    paragraphs: [lined === 0 ? says.noLines : says.lines(offLine, ways.count(lined), ways.count(offLine))],
    plots: plotMonths(
      told,
      months,
      says.plot,
      [
        {
          name: says.declined,
          colour: 'four',
          values: months.map((one) => part(of(one), (row) => row.declined_against)),
        },
        {
          name: says.approved,
          colour: 'one',
          values: months.map((one) => part(of(one), (row) => row.approved_against)),
        },
      ],
      ways.percent,
    ),
    tables: [
      ...tellMonths(told, months, says.heading, head, (one) => cells(of(one))),
      ...(policies.length < 2
        ? []
        : [
            {
              caption: says.policies,
              head: [says.columns.policy, ...head],
              rows: policies.map(([policy, rows]) => [policy, ...cells(rows)]),
            },
          ]),
    ],
  };
}

const pointed = (rows: readonly Row[]) => sumOf(rows, (row) => row.pointed);
const otherwise = (rows: readonly Row[]) => sumOf(rows, (row) => row.declined_against + row.approved_against);

function isClearlyMore(now: readonly Row[], before: readonly Row[]): boolean {
  if (pointed(now) < LEAST || pointed(before) < LEAST) return false;
  const ratio = otherwise(now) / pointed(now) / (otherwise(before) / pointed(before));
  const difference = shareDifference([otherwise(now), pointed(now)], [otherwise(before), pointed(before)]);
  return ratio >= MORE && difference > CLEARLY;
}
