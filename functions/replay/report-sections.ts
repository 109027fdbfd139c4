import type { Language } from '../domain/language.ts';
import type { Route } from '../domain/policy.ts';
import { formatShare } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import { type Agreements, dimensions, flips, type Group, type Replayed } from './replayed.ts';
import { figures, type Section, type Table } from './section.ts';
import { replayWords } from './words.ts';

/** Groups shown of each kind; the others are in the JSON. */
const MOST_GROUPS = 12;

/** A category is a word; what is longer is cut (characters). */
export const MAX_CATEGORY = 60;

type Of = { currency: string };

export function mismatchesSection({ mismatches: found }: Replayed, language: Language): Section {
  const { mismatches: words } = replayWords[language];
  const shown = (one: (typeof found)[number]['recorded']) =>
    [one.route, one.score, one.confidence, ...one.factors.split(';')].filter(Boolean).join(', ');
  return {
    heading: words.heading,
    paragraphs: [words.says],
    tables: [
      {
        caption: words.heading,
        columns: [{ label: words.case }, { label: words.recorded }, { label: words.replayed }],
        rows: found.map((one) => [one.caseId, shown(one.recorded), shown(one.replayed)]),
      },
    ],
  };
}

export function flowsSection(replayed: Replayed, { currency }: Of, language: Language): Section {
  const { flows: words } = replayWords[language];
  const { routes, outcomes } = terms[language];
  const { count, money } = figures(language, currency);
  const rows = replayed.flows.map((flow) => [
    routes[flow.from],
    routes[flow.to],
    count(flow.cases),
    Object.entries(flow.outcomes)
      .map(([outcome, cases]) => `${outcomes[outcome as keyof typeof outcomes]}: ${count(cases)}`)
      .join('; '),
    money(flow.money.granted),
    money(flow.money.before),
    money(flow.money.after),
  ]);
  const columns = [
    { label: words.from },
    { label: words.to },
    { label: words.cases, isNumber: true },
    { label: words.decided },
    { label: words.granted, isNumber: true },
    { label: words.before, isNumber: true },
    { label: words.after, isNumber: true },
  ];
  return { heading: words.heading, paragraphs: [], tables: [{ caption: words.heading, columns, rows }] };
}

export function moneySection(replayed: Replayed, { currency }: Of, language: Language): Section {
  const { money: words } = replayWords[language];
  const { count, money: shown, moneyChange } = figures(language, currency);
  const { granted, before, after, otherCurrency, unknownAmount } = replayed.money;
  if (replayed.flows.length === 0) return { heading: words.heading, paragraphs: [words.none] };
  return {
    heading: words.heading,
    paragraphs: [
      words.granted(shown(granted)),
      words.followed(shown(before), shown(after), moneyChange(after - before)),
      words.reckoned,
      ...(otherCurrency > 0 ? [words.otherCurrency(count(otherCurrency))] : []),
      ...(unknownAmount > 0 ? [words.unknownAmount(count(unknownAmount))] : []),
    ],
  };
}

export function peopleSection(replayed: Replayed, { currency }: Of, language: Language): Section {
  const { people: words } = replayWords[language];
  const { count } = figures(language, currency);
  const shown = ({ recommended, agreed }: Agreements['before']) =>
    recommended === 0
      ? words.nothing
      : words.agreed(count(agreed), count(recommended), formatShare(agreed / recommended, language));
  const row = (label: string, { before, after }: Agreements) => [label, shown(before), shown(after)];
  const columns = [{ label: words.of }, { label: words.before }, { label: words.after }];
  const rows = [
    row(words.all, replayed.agreement),
    ...(replayed.flows.length > 0 ? [row(words.flipped, replayed.agreementOfFlips)] : []),
  ];
  return {
    heading: words.heading,
    paragraphs: [words.says],
    tables: [{ caption: words.heading, columns, rows }],
  };
}

export function workSection({ routes: counted }: Replayed, { currency }: Of, language: Language): Section {
  const { work: words } = replayWords[language];
  const { routes } = terms[language];
  const { count, change } = figures(language, currency);
  const rows = (Object.keys(counted.before) as Route[]).map((route) => {
    const [before, after] = [counted.before[route], counted.after[route]];
    return [routes[route], count(before), count(after), change(after - before)];
  });
  const columns = [
    { label: words.route },
    { label: words.before, isNumber: true },
    { label: words.after, isNumber: true },
    { label: words.difference, isNumber: true },
  ];
  return {
    heading: words.heading,
    paragraphs: [words.says],
    tables: [{ caption: words.heading, columns, rows }],
  };
}

export function touchedSection(replayed: Replayed, { currency }: Of, language: Language): Section {
  const { touched: words } = replayWords[language];
  const { reasons, unknown } = terms[language];
  const { count } = figures(language, currency);
  if (replayed.flows.length === 0) return { heading: words.heading, paragraphs: [words.none] };
  const names = {
    reason: (value: string) => (Object.hasOwn(reasons, value) ? reasons[value as 'other'] : value),
    category: (value: string) => shorten(oneLine(value), MAX_CATEGORY),
    history: (value: string) => words.history[value] ?? value,
  };
  const numbers = [words.cases, words.flips, words.better, words.worse, words.neither];
  const all = dimensions.map((dimension) => {
    const { shown, more } = mostTouched(replayed.groups[dimension]);
    const name = (value: string) =>
      value === 'unknown' ? unknown : value === '…' ? words.others : names[dimension](value);
    const table: Table = {
      caption: words.dimensions[dimension],
      columns: [
        { label: words.dimensions[dimension] },
        ...numbers.map((label) => ({ label, isNumber: true })),
      ],
      rows: shown.map((group) => {
        const { better, worse, neither } = group.flipped;
        return [name(group.value), ...[group.cases, flips(group), better, worse, neither].map(count)];
      }),
    };
    return { table, more };
  });
  return {
    heading: words.heading,
    paragraphs: [],
    tables: all.map(({ table }) => table),
    list: all
      .filter(({ more }) => more > 0)
      .map(({ table, more }) => `${table.caption}: ${words.more(count(more))}`),
  };
}

function mostTouched(groups: readonly Group[]): { shown: Group[]; more: number } {
  if (groups.length <= MOST_GROUPS) return { shown: [...groups], more: 0 };
  const shown = groups.toSorted((one, other) => flips(other) - flips(one)).slice(0, MOST_GROUPS);
  return { shown, more: groups.length - shown.length };
}
