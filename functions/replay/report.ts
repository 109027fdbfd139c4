import type { Language } from '../domain/language.ts';
import { formatDay, formatShare } from '../wording/format.ts';
import type { Limit } from './limits.ts';
import { flips, type Replayed } from './replayed.ts';
import {
  flowsSection,
  mismatchesSection,
  moneySection,
  peopleSection,
  touchedSection,
  workSection,
} from './report-sections.ts';
import { figures, type Section } from './section.ts';
import { replayWords } from './words.ts';

/** What a replay was about. */
export interface About {
  before: string;
  after: string;
  currency: string;
  /** The first and last day of opened cases that was read. */
  days?: { first: string; last: string } | undefined;
  limits: readonly Limit[];
  /** Why the published policies could not be asked for. */
  noHistory?: string | undefined;
}

/** Policies whose text is gone that are named; the others are in the JSON. */
const MOST_POLICIES = 10;

/** What a replay came to, in words and tables: the case by case list aside. */
export function reportOf(replayed: Replayed, about: About, language: Language) {
  const words = replayWords[language];
  return {
    title: words.title(about.after, about.before),
    lead: lead(replayed, about, language),
    sections: [
      ...(replayed.mismatched > 0 ? [mismatchesSection(replayed, language)] : []),
      ...(replayed.cases > 0
        ? [
            ...(replayed.flows.length > 0 ? [flowsSection(replayed, about, language)] : []),
            moneySection(replayed, about, language),
            peopleSection(replayed, about, language),
            workSection(replayed, about, language),
            touchedSection(replayed, about, language),
          ]
        : []),
    ],
    limits: {
      heading: words.limits.heading,
      paragraphs: [],
      list: [...about.limits.map((limit) => words.limits[limit]), words.limits.always],
    } satisfies Section,
  };
}

function lead(replayed: Replayed, { days, noHistory, currency }: About, language: Language): string[] {
  const words = replayWords[language];
  const { count } = figures(language, currency);
  const { cases, flipped, stirred, held, mismatched, leftOut, unheld } = replayed;
  const all = flips(replayed);
  const share = (part: number, of: number) => formatShare(of === 0 ? 0 : part / of, language);
  return [
    ...(days ? [words.period(formatDay(days.first, language), formatDay(days.last, language))] : []),
    cases === 0 ? words.none : words.weighed(count(cases)),
    ...(cases > 0
      ? all === 0
        ? [words.noFlips]
        : [
            words.flips(count(all), share(all, cases)),
            words.turns(count(flipped.better), count(flipped.worse), count(flipped.neither)),
          ]
      : []),
    ...(stirred > 0 ? [words.stirred(count(stirred))] : []),
    ...(held > 0 ? [words.held(count(held), count(held - mismatched), share(held - mismatched, held))] : []),
    ...unheld
      .slice(0, MOST_POLICIES)
      .map((one) => words.unheld(one.version, one.fingerprint, count(one.cases))),
    ...(noHistory && unheld.length > 0 ? [words.history(noHistory)] : []),
    ...(leftOut.withheld > 0 ? [words.withheld(count(leftOut.withheld))] : []),
    ...(leftOut.undecided + leftOut.withoutFacts > 0
      ? [words.leftOut(count(leftOut.undecided), count(leftOut.withoutFacts))]
      : []),
  ];
}
