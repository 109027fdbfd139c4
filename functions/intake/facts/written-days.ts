import type { Language } from '../../domain/language.ts';
import type { Certainty } from '../../domain/request.ts';
import type { Day } from '../../domain/time.ts';
import { type DayParts, dayOf, daysBefore, fullYear, monthsBefore, partsOf, weekdayOf } from './calendar.ts';
import {
  ambiguousMonths,
  monthByName,
  numberByName,
  unitByName,
  vagueCounts,
  weekdayByName,
} from './date-words.ts';
import { remembered } from './lexicon.ts';
import type { Word } from './words.ts';

/** A day as it was written, from one word to another, both included. */
export interface FoundDay {
  day: Day;
  certainty: Certainty;
  from: number;
  to: number;
}

type Order = 'day-first' | 'month-first';
/** What a reader sees: the words, where it stands, the day of writing, and how numbers are meant. */
interface Place {
  words: readonly Word[];
  at: number;
  today: Day | undefined;
  order: Order;
  language: Language;
}
type Reader = (place: Place) => FoundDay | undefined;

/** More days than this in one mail are a diary. */
const MAX_DAYS = 100;
/** Further back in time nobody counts. */
const MAX_COUNT = 400;

/** Every day named in the words that is not after today, in the order they stand there. */
export function findDays(
  words: readonly Word[],
  today: Day | undefined,
  order: Order,
  language: Language,
): FoundDay[] {
  const found: FoundDay[] = [];
  for (let at = 0; at < words.length && found.length < MAX_DAYS; at++) {
    const word = words[at];
    const reader = word && readerOf(word);
    const day = reader?.({ words, at, today, order, language });
    if (!day) continue;
    found.push(day);
    at = Math.max(at, day.to);
  }
  return found.filter(({ day }) => today === undefined || day <= today);
}

const readerOf = remembered((text) => (isDigit(text) ? readNumber : byWord.get(text)));

/** `3/3/2026`, `2026-03-03`, `3 March`, `3rd of March 2026`, `3 de março`, `two weeks ago` with a number. */
const readNumber: Reader = (place) => readNumeric(place) ?? readDayMonth(place) ?? readAgo(place);

const readNumeric: Reader = ({ words, at, today, order, language }) => {
  const text = words[at]?.text ?? '';
  if (text.length < 3 || text.length > 10 || !/[-/.]/.test(text)) return undefined;
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    return made(
      dayOf({ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }),
      'stated',
      at,
      at,
    );
  }
  const found = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!found) return undefined;
  const [, one = '', separator, other = '', year] = found;
  if (year === undefined && !(separator === '/' && isSaidAsDay(words[at - 1]?.text))) return undefined;
  const read = (day: string, month: string) => withYear(Number(day), Number(month), year, today);
  const dayFirst = read(one, other);
  const monthFirst = read(other, one);
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) {
    return made(dayFirst ?? monthFirst, year === undefined ? 'likely' : 'stated', at, at);
  }
  // Dots stand between days and months where the day comes first.
  const dayIsFirst = order === 'day-first' || separator === '.';
  const [meant, else_] = dayIsFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (today && meant > today && else_ <= today) return made(else_, 'likely', at, at);
  return made(meant, language === 'pt-BR' ? 'stated' : today && else_ > today ? 'likely' : 'guess', at, at);
};

function isSaidAsDay(before: string | undefined): boolean {
  return before !== undefined && ['on', 'dia', 'em', 'no', 'date', 'data', 'desde', 'since'].includes(before);
}

const readDayMonth: Reader = ({ words, at, today }) => {
  const day = ordinal(words[at]?.text);
  if (day === undefined) return undefined;
  let next = at + 1;
  if (words[next]?.text === 'of' || words[next]?.text === 'de' || words[next]?.text === 'day') next++;
  const month = monthByName.get(words[next]?.text ?? '');
  if (month === undefined || words[next]?.sentence !== words[at]?.sentence) return undefined;
  // `3 may not` and `2 out of 3` are no dates.
  if (
    ambiguousMonths.has(words[next]?.text ?? '') &&
    /^(?:not|of|be|have)$/.test(words[next + 1]?.text ?? '')
  ) {
    return undefined;
  }
  const { year, to } = yearAfter(words, next);
  return made(withYear(day, month, year, today), year === undefined ? 'likely' : 'stated', at, to);
};

/** `March 3rd, 2026`, and `in January`, `em janeiro`: the first of the month, as a guess. */
const readMonth: Reader = ({ words, at, today }) => {
  const text = words[at]?.text ?? '';
  const month = monthByName.get(text);
  if (month === undefined) return undefined;
  const next = words[at + 1]?.text === 'the' ? at + 2 : at + 1;
  const day = words[next]?.sentence === words[at]?.sentence ? ordinal(words[next]?.text) : undefined;
  if (day !== undefined) {
    const { year, to } = yearAfter(words, next);
    return made(withYear(day, month, year, today), year === undefined ? 'likely' : 'stated', at, to);
  }
  const { year, to } = yearAfter(words, at);
  const before = words[at - 1]?.text ?? '';
  const said = ['in', 'em', 'last', 'during', 'de', 'since', 'desde', 'of'].includes(before);
  if (!said || (ambiguousMonths.has(text) && year === undefined && before !== 'in' && before !== 'last')) {
    return undefined;
  }
  return made(withYear(1, month, year, today), 'guess', at - 1, to);
};

function yearAfter(words: readonly Word[], at: number): { year: string | undefined; to: number } {
  let next = at + 1;
  if (words[next]?.text === 'de' || words[next]?.text === 'of') next++;
  const text = words[next]?.text ?? '';
  if (words[next]?.sentence === words[at]?.sentence && /^(?:19|20)\d{2}$/.test(text))
    return { year: text, to: next };
  const relative = `${text} ${words[next + 1]?.text ?? ''}`;
  return { year: /^(?:last year|ano passado)$/.test(relative) ? 'last' : undefined, to: at };
}

/** A day whose year may be missing is the last such day there was. */
function withYear(
  day: number,
  month: number,
  year: string | undefined,
  today: Day | undefined,
): Day | undefined {
  if (year !== undefined && year !== 'last') return dayOf({ year: fullYear(year), month, day });
  if (today === undefined) return undefined;
  const now = partsOf(today).year;
  if (year === 'last') return dayOf({ year: now - 1, month, day });
  // 29 February may be up to eight years back; further than a few nobody means.
  const parts = (back: number): DayParts => ({ year: now - back, month, day });
  for (let back = 0; back < 4; back++) {
    const found = dayOf(parts(back));
    if (found && found <= today) return found;
  }
  return undefined;
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function ordinal(text: string | undefined): number | undefined {
  if (!text || text.length > 4 || !isDigit(text)) return undefined;
  const found = /^(\d{1,2})(?:st|nd|rd|th|o|a)?$/.exec(text ?? '');
  const day = Number(found?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
}

/** `dia 16`, `the 16th`: of the last month that had that day behind it. */
const readDayAlone: Reader = (place) => {
  const { words, at, today } = place;
  const text = words[at + 1]?.text ?? '';
  const day = ordinal(text);
  if (day === undefined || today === undefined || words[at + 1]?.sentence !== words[at]?.sentence)
    return undefined;
  const dated = readDayMonth({ ...place, at: at + 1 });
  if (dated) return { ...dated, from: at + 1 };
  if (words[at]?.text === 'the' && !/(?:st|nd|rd|th)$/.test(text)) return undefined;
  if (words[at]?.text === 'the' && words[at - 1]?.text !== 'on') return undefined;
  const { year, month } = partsOf(today);
  for (let back = 0; back < 3; back++) {
    const index = year * 12 + month - 1 - back;
    const found = dayOf({ year: Math.floor(index / 12), month: (index % 12) + 1, day });
    if (found && found <= today) return made(found, 'likely', at, at + 1);
  }
  return undefined;
};

/** `two weeks ago`, `3 dias atrás`, `a couple of months back`. */
const readAgo: Reader = ({ words, at, today }) => {
  const count = countAt(words, at);
  if (!count || !today) return undefined;
  const after = words[count.next + 1]?.text ?? '';
  if (after !== 'ago' && after !== 'atras' && after !== 'back' && after !== 'earlier') return undefined;
  return counted(today, count, at, count.next + 1);
};

/** `há duas semanas`, `faz 3 dias`, `a 2 semanas atrás`. */
const readSince: Reader = ({ words, at, today }) => {
  let start = at + 1;
  while (start < at + 4 && roughly.has(words[start]?.text ?? '')) start++;
  const count = countAt(words, start);
  if (!count || !today || words[start]?.sentence !== words[at]?.sentence) return undefined;
  const after = words[count.next + 1]?.text === 'atras' ? count.next + 1 : count.next;
  // A bare `a` is only `há` misspelt when `atrás` follows.
  if (words[at]?.text === 'a' && after === count.next) return undefined;
  return counted(today, { ...count, vague: count.vague || start > at + 1 }, at, after);
};

const roughly = new Set('uns umas cerca quase mais de ja exatamente aproximadamente'.split(' '));

interface Count {
  count: number;
  unit: { days?: number; months?: number };
  next: number;
  vague: boolean;
}

function countAt(words: readonly Word[], at: number): Count | undefined {
  let start = at;
  if (
    words[start]?.text === 'a' &&
    words[start + 1]?.text !== 'a' &&
    numberByName.has(words[start + 1]?.text ?? '')
  )
    start++;
  const text = words[start]?.text ?? '';
  const count = isDigit(text) ? (text.length < 4 ? Number(text) : undefined) : numberByName.get(text);
  if (count === undefined || !(count >= 1 && count <= MAX_COUNT)) return undefined;
  let next = start + 1;
  if (words[next]?.text === 'of') next++;
  const unit = unitByName.get(words[next]?.text ?? '');
  if (!unit || words[next]?.sentence !== words[at]?.sentence) return undefined;
  return { count, unit, next, vague: vagueCounts.has(text) };
}

function counted(today: Day, { count, unit, vague }: Count, from: number, to: number): FoundDay | undefined {
  const day = unit.months
    ? monthsBefore(today, unit.months * count)
    : daysBefore(today, (unit.days ?? 1) * count);
  // Who counts in months or years does not count days.
  return made(day, vague || unit.months ? 'guess' : 'likely', from, to);
}

/** `last Friday`, `on Friday`, `na sexta passada`: the last one before the day of writing. */
const readWeekday: Reader = ({ words, at, today }) => {
  const weekday = weekdayByName.get(words[at]?.text ?? '');
  if (weekday === undefined || !today) return undefined;
  const before = words[at - 1]?.text ?? '';
  let to = at;
  if (words[to + 1]?.text === 'feira') to++;
  const passed = /^(?:passad[oa]|ultim[oa])$/.test(words[to + 1]?.text ?? '');
  if (passed) to++;
  const said = ['last', 'on', 'this', 'na', 'no', 'ultima', 'ultimo', 'nesta', 'neste', 'past'].includes(
    before,
  );
  if (!said && !passed) return undefined;
  // A weekday before a date of its own adds nothing to it: `on Friday 6 March`.
  if (ordinal(words[to + 1]?.text) !== undefined || monthByName.has(words[to + 1]?.text ?? ''))
    return undefined;
  const back = (weekdayOf(today) - weekday + 7) % 7 || 7;
  return made(daysBefore(today, back), 'likely', said ? at - 1 : at, to);
};

/** `last week`, `semana passada`, `mês passado`: about then. */
const readLast: Reader = ({ words, at, today }) => {
  if (!today) return undefined;
  const unit = unitByName.get(words[at + 1]?.text ?? '');
  if (unit && !(unit.months && unit.months > 1))
    return counted(today, { count: 1, unit, next: at + 1, vague: true }, at, at + 1);
  return undefined;
};

const readUnit: Reader = (place) => {
  const { words, at, today } = place;
  const unit = unitByName.get(words[at]?.text ?? '');
  if (words[at]?.text === 'dia') {
    const day = readNumeric({ ...place, at: at + 1 }) ?? readDayAlone(place);
    if (day) return day;
  }
  if (!unit || !today || !/^passad[oa]$/.test(words[at + 1]?.text ?? '')) return undefined;
  return unit.months && unit.months > 1
    ? undefined
    : counted(today, { count: 1, unit, next: at + 1, vague: true }, at, at + 1);
};

const nearDays = new Map(
  Object.entries({ yesterday: 1, ontem: 1, anteontem: 2, antontem: 2, today: 0, hoje: 0, tonight: 0 }),
);
const readNear: Reader = ({ words, at, today }) => {
  const back = nearDays.get(words[at]?.text ?? '');
  if (back === undefined || !today) return undefined;
  const eve = words[at - 1]?.text === 'before' && words[at - 2]?.text === 'day' ? 1 : 0;
  return made(daysBefore(today, back + eve), 'likely', eve ? at - 2 : at, at);
};

function made(day: Day | undefined, certainty: Certainty, from: number, to: number): FoundDay | undefined {
  return day === undefined ? undefined : { day, certainty, from, to };
}

const byWord = new Map<string, Reader>();
for (const name of unitByName.keys()) byWord.set(name, readUnit);
for (const name of numberByName.keys()) byWord.set(name, readAgo);
for (const name of monthByName.keys()) byWord.set(name, readMonth);
// Ten, and December.
byWord.set('dez', (place) => readAgo(place) ?? readMonth(place));
for (const name of weekdayByName.keys()) byWord.set(name, readWeekday);
for (const name of nearDays.keys()) byWord.set(name, readNear);
for (const name of ['ha', 'faz', 'fazem', 'tem']) byWord.set(name, readSince);
byWord.set('a', (place) => {
  // The commonest word that begins a date, and nearly always begins none.
  const next = place.words[place.at + 1]?.text ?? '';
  const counts = isDigit(next) || numberByName.has(next) || unitByName.has(next) || roughly.has(next);
  return counts ? (readAgo(place) ?? readSince(place)) : undefined;
});
byWord.set('last', readLast);
byWord.set('the', readDayAlone);
byWord.set('past', readLast);
