import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Certainty, Fact } from '../../domain/request.ts';
import type { Day } from '../../domain/time.ts';
import { deliveryWords, expectedWords, otherWords, purchaseWords } from './date-words.ts';
import { remembered } from './lexicon.ts';
import { fromMail, nothing } from './said.ts';
import { quote, type Read, type Word } from './words.ts';
import { type FoundDay, findDays } from './written-days.ts';

/** When it was bought and when it came, as the customer says it. */
export interface SaidDates {
  purchasedOn: Fact<Day>;
  deliveredOn: Fact<Day>;
}

/** How many words away still say what happened on a day. */
const BEFORE = 14;
const AFTER = 7;
/** What a comma or an "and" between adds to the distance. */
const CLAUSE = 3;

const joins = new Set(['and', 'but', 'e', 'mas']);

type Kind = 'purchase' | 'delivery' | 'other';
const sureness: readonly Certainty[] = ['stated', 'likely', 'guess'];

/**
 * The day of buying and of arriving. `today` is the day the mail was written: days after it, and days no calendar has, are
 * not facts. Of several days for the same thing the surest is taken, then the first.
 */
export function findDates(read: Read, today: Day | undefined, language: Language, policy: Policy): SaidDates {
  const order = orderOfNumbers(language, policy);
  const said: SaidDates = { purchasedOn: nothing, deliveredOn: nothing };
  for (const found of findDays(read.words, today, order, language)) {
    const kind = kindOf(read.words, found);
    if (kind === 'purchase') said.purchasedOn = surer(said.purchasedOn, read, found);
    if (kind === 'delivery') said.deliveredOn = surer(said.deliveredOn, read, found);
  }
  return said;
}

/** How somebody who writes in a language means `03/04`. */
export function orderOfNumbers(language: Language, policy: Policy): 'day-first' | 'month-first' {
  return language === 'pt-BR' || !isAmerican(policy) ? 'day-first' : 'month-first';
}

/**
 * Whether `03/04` is the fourth of March in English: in the United States only, where the shop is when its dollars or
 * its clocks are theirs. Portuguese, and English everywhere else, puts the day first.
 */
function isAmerican({ shop }: Policy): boolean {
  return shop.currency === 'USD' || AMERICAN_ZONES.test(shop.timeZone);
}
const AMERICAN_ZONES =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/Honolulu)/;

function surer(there: Fact<Day>, read: Read, { day, certainty, from, to }: FoundDay): Fact<Day> {
  const old = there.source === 'mail' ? sureness.indexOf(there.certainty ?? 'stated') : sureness.length;
  return sureness.indexOf(certainty) < old ? fromMail(day, quote(read, from, to), certainty) : there;
}

/** What happened on a day: what the nearest word that says so says, before the day rather than after it. */
function kindOf(words: readonly Word[], { from, to }: FoundDay): Kind {
  const sentence = words[from]?.sentence;
  let nearest: { kind: Kind; at: number; distance: number } | undefined;
  let joined = 0;
  const look = (at: number, steps: number, edge: number) => {
    const word = words[at];
    if (!word || word.sentence !== sentence) return false;
    const kind = kindOfWord(word);
    if (kind === 'join') joined = CLAUSE;
    if (kind === undefined || kind === 'join') return true;
    const distance =
      steps + joined + CLAUSE * Math.min(2, Math.abs(word.clause - (words[edge]?.clause ?? 0)));
    if (!nearest || distance < nearest.distance) nearest = { kind, at, distance };
    return true;
  };
  for (let step = 1; step <= BEFORE && look(from - step, step, from); step++);
  joined = 0;
  for (let step = 1; step <= AFTER && look(to + step, step * 1.5, to); step++);
  if (!nearest) return 'other';
  const { kind, at } = nearest;
  return kind === 'delivery' && isOnlyExpected(words, at, from) ? 'other' : kind;
}

const kindOfWord = remembered((text): Kind | 'join' | undefined => {
  if (purchaseWords.has(text)) return 'purchase';
  if (deliveryWords.has(text)) return 'delivery';
  if (joins.has(text)) return 'join';
  return otherWords.has(text) ? 'other' : undefined;
});

const DENIALS = new Set('not never hasnt havent didnt hadnt wasnt nao nunca nem'.split(' '));

/** `Was supposed to arrive on`, `should have been here by`, `não chegou até`. */
function isOnlyExpected(words: readonly Word[], cue: number, day: number): boolean {
  const sentence = words[day]?.sentence;
  for (let at = Math.min(cue, day) - 4; at < Math.max(cue, day); at++) {
    const word = words[at];
    if (word?.sentence !== sentence || !word) continue;
    if (expectedWords.has(word.text) || (at < cue && DENIALS.has(word.text))) return true;
  }
  return false;
}
