import type { Month } from '../../domain/time.ts';
import { monthAfter } from '../months.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';
import { plotMonths, shownMonths, tellMonths } from '../tables.ts';

/** What became of decisions when somebody else looked again, by the month in which the request came in. */
export function appeals(told: Told): Section {
  const { answers, month, words, ways } = told;
  const says = words.appeals;
  const of = (one: Month) => answers.appeals.filter((row) => row.month === one);
  const answered = (one: Month) => sumOf(of(one), (row) => row.appeals);
  const changed = (one: Month) => sumOf(of(one), (row) => row.overturned);
  const months = shownMonths(told, (one) => answered(one) > 0);
  const count = sumOf(months, answered);
  const all = sumOf(months, changed);
  // Most appeals are answered in the month after the request: so the month before is looked at once more.
  const out = [monthAfter(month, -1), month].flatMap(of).filter((row) => row.stands_out);
  return {
    id: 'appeals',
    heading: says.heading,
    title: count === 0 ? says.none : says.title(ways.count(all), ways.count(count), count),
    alarms: out.map((row) =>
      says.more(
        ways.monthYear(row.month),
        ways.count(row.overturned),
        ways.count(row.appeals),
        ways.share(all - row.overturned, count - row.appeals),
      ),
    ),
    paragraphs: [],
    plots: plotMonths(
      told,
      months,
      says.plot,
      [
        { name: says.changed, colour: 'three', values: months.map(changed) },
        {
          name: says.kept,
          colour: 'four',
          values: months.map((one) => answered(one) - changed(one)),
        },
      ],
      ways.count,
    ),
    tables: tellMonths(
      told,
      months,
      says.heading,
      [says.columns.cases, says.columns.changed, says.columns.share],
      (one) => [ways.count(answered(one)), ways.count(changed(one)), ways.share(changed(one), answered(one))],
    ),
  };
}
