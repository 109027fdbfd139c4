import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, Month } from '../domain/time.ts';
import { formatDate, formatInstant } from '../wording/format.ts';
import { ReportPage } from './page.tsx';
import type { Answers } from './questions.ts';
import type { Section, SectionId, Told } from './section.ts';
import { sectionIds } from './section.ts';
import { appeals } from './sections/appeals.ts';
import { departures } from './sections/departures.ts';
import { exceptions } from './sections/exceptions.ts';
import { managers } from './sections/managers.ts';
import { money } from './sections/money.ts';
import { opinions } from './sections/opinions.ts';
import { repeats } from './sections/repeats.ts';
import { subjects } from './sections/subjects.ts';
import { volumes } from './sections/volumes.ts';
import { waits } from './sections/waits.ts';
import { waysOf } from './ways.ts';
import { words } from './words/index.ts';

const sections: Record<SectionId, (told: Told) => Section> = {
  volumes,
  waits,
  money,
  opinions,
  departures,
  managers,
  appeals,
  exceptions,
  subjects,
  repeats,
};

export interface Report {
  html: string;
  /** What it comes to, as sentences: how the month went, then what stands out. */
  findings: string[];
  sections: Section[];
}

/** The report of a month in a language, from the answers and from nothing else. */
export function reportOf(
  answers: Answers,
  month: Month,
  language: Language,
  {
    shop,
    madeAt,
    exportedUntil,
  }: {
    shop: Pick<Policy['shop'], 'name' | 'currency' | 'timeZone'>;
    madeAt: Instant;
    /** How far the tables are that it is made from, where that is known. */
    exportedUntil?: Instant | undefined;
  },
): Report {
  const said = words[language];
  const ways = waysOf(language, said);
  const told = { answers, month, language, words: said, ways, currency: shop.currency };
  const found = sectionIds.map((id) => sections[id](told));
  const page = (
    <ReportPage
      language={language}
      title={said.title(ways.monthYear(month))}
      made={said.made(
        formatDate(madeAt, language, shop.timeZone),
        shop.name,
        exportedUntil && formatInstant(exportedUntil, language, 'UTC'),
      )}
      sections={found}
      words={said}
    />
  );
  const alarms = found.flatMap((section) => section.alarms);
  const first = found[0];
  return {
    html: String(page),
    findings: first ? [`${first.title}.`, ...alarms] : alarms,
    sections: found,
  };
}
