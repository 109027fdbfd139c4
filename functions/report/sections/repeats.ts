import { rows as drawRows } from '../plots.ts';
import { OFTEN } from '../questions.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';

/** Who asks again and again, told without a verdict. */
export function repeats({ answers, words, ways }: Told): Section {
  const says = words.repeats;
  const counts = answers.repeats
    .filter(({ customer }) => customer === '')
    .sort((one, other) => one.requests - other.requests);
  const people = answers.repeats
    .filter(({ customer }) => customer !== '')
    .sort((one, other) => other.requests - one.requests);
  const lately = sumOf(counts, (row) => row.lately);
  const often = counts.filter(({ requests }) => requests >= OFTEN);
  const customers = sumOf(often, (row) => row.customers);
  const bars = [
    ...counts
      .filter(({ requests }) => requests < OFTEN)
      .map(({ requests, customers }) => ({ label: says.times(requests, ways.count(requests)), customers })),
    { label: says.timesOrMore(ways.count(OFTEN)), customers },
  ];
  return {
    id: 'repeats',
    heading: says.heading,
    title:
      customers === 0
        ? says.none(OFTEN)
        : says.title(
            customers,
            ways.count(customers),
            OFTEN,
            ways.share(
              sumOf(often, (row) => row.lately),
              lately,
            ),
          ),
    alarms: [],
    paragraphs: customers === 0 ? [] : [says.says],
    plots:
      counts.length === 0
        ? []
        : [
            {
              says: says.plot,
              drawing: drawRows(
                bars.map(({ label, customers }) => ({
                  label,
                  value: customers,
                  shown: ways.count(customers),
                  colour: 'one',
                })),
                ways.count,
                [0, Math.max(...bars.map((bar) => bar.customers))],
              ),
            },
          ],
    tables: [
      ...(counts.length === 0
        ? []
        : [
            {
              caption: says.heading,
              head: [
                says.columns.requests,
                says.columns.customers,
                says.columns.lately,
                says.columns.approved,
              ],
              rows: counts.map((row) => [
                ways.count(row.requests),
                ways.count(row.customers),
                ways.count(row.lately),
                ways.count(row.approved),
              ]),
            },
          ]),
      ...(people.length === 0
        ? []
        : [
            {
              caption: says.most,
              head: [
                says.columns.customer,
                says.columns.requests,
                says.columns.lately,
                says.columns.approved,
              ],
              rows: people.map((row) => [
                row.customer,
                ways.count(row.requests),
                ways.count(row.lately),
                ways.count(row.approved),
              ]),
            },
          ]),
    ],
  };
}
