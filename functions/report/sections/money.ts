import type { Month } from '../../domain/time.ts';
import { monthAfter } from '../months.ts';
import { columns } from '../plots.ts';
import type { Section, Told } from '../section.ts';
import { sumOf } from '../statistics.ts';
import { shownMonths, tellMonths } from '../tables.ts';

/** What goodwill cost: every currency by itself, since nobody here knows a rate. */
export function money(told: Told): Section {
  const { answers, month, words, ways, currency: own } = told;
  const says = words.money;
  const of = (currency: string, one: Month) =>
    answers.money.filter((row) => row.currency === currency && row.month === one);
  const granted = (currency: string, one: Month = month) => sumOf(of(currency, one), ({ amount }) => amount);
  const currencies = [...new Set(answers.money.map(({ currency }) => currency))].sort(
    (one, other) => Number(other === own) - Number(one === own) || (one < other ? -1 : 1),
  );
  const now = currencies.filter((currency) => granted(currency) > 0);
  const months = shownMonths(told, (one) => answers.money.some((row) => row.month === one));
  const before = monthAfter(month, -1);
  const only = now.length === 1 ? now[0] : undefined;
  return {
    id: 'money',
    heading: says.heading,
    title:
      now.length === 0
        ? says.nothing
        : says.title(
            ways.list(now.map((currency) => ways.money(granted(currency), currency))),
            only ? ways.compared(granted(only), granted(only, before), before, 'much') : '',
          ),
    alarms: [],
    paragraphs: [says.says],
    plots: currencies.map((currency) => ({
      says: says.plot(currency),
      drawing: columns(
        months.map(ways.shortMonth),
        [{ name: '', colour: 'one', values: months.map((one) => granted(currency, one)) }],
        (amount) => ways.roundMoney(amount, currency),
      ),
    })),
    tables: [
      ...tellMonths(told, months, says.heading, currencies, (one) =>
        currencies.map((currency) => ways.money(granted(currency, one), currency)),
      ),
      ...now.map((currency) => {
        const rows = of(currency, month).toSorted((one, other) => other.amount - one.amount);
        return {
          caption: now.length === 1 ? says.reasons : `${says.reasons} (${currency})`,
          head: [says.columns.reason, says.columns.cases, says.columns.amount, says.columns.mean],
          rows: rows.map(({ reason, cases, amount }) => [
            ways.reason(reason),
            ways.count(cases),
            ways.money(amount, currency),
            ways.money(amount / cases, currency),
          ]),
        };
      }),
    ],
  };
}
