import type { Policy } from '../../domain/policy.ts';
import { type Day, dayAfter, dayOf, type Instant } from '../../domain/time.ts';
import { weekdayByName } from './date-words.ts';
import { orderOfNumbers } from './dates.ts';
import { detectLanguage } from './language.ts';
import { readWords, type Word } from './words.ts';
import { findDays } from './written-days.ts';

const untilWords = new Set('until till til through ate'.split(' '));
/** What may stand between those and the day. */
const between = new Set('the and including dia o inclusive e feira'.split(' '));
const MAX_BETWEEN = 4;
/** Nobody is on holiday for longer; a day beyond is a slip (days). */
const MAX_AWAY = 366;

/**
 * The last day that a note of absence says its writer is away: the one day with its year that stands behind an `until`. A day
 * without a year could be the last one there was, one as the day of return says something else, and of several nobody can tell.
 */
export function lastDayAway(note: string, at: Instant, policy: Policy): Day | undefined {
  const read = readWords(note);
  const language = detectLanguage(read, policy.shop.staffLanguage);
  // Without a today days to come are read as well, and none that is reckoned from it.
  const days = findDays(read.words, undefined, orderOfNumbers(language, policy), language);
  const today = dayOf(at, policy.shop.timeZone);
  const said = new Set(
    days
      .filter(({ certainty, from }) => certainty === 'stated' && standsBehindUntil(read.words, from))
      .map(({ day }) => day)
      .filter((day) => day >= today && day <= dayAfter(today, MAX_AWAY)),
  );
  const [last, another] = said;
  return another === undefined ? last : undefined;
}

function standsBehindUntil(words: readonly Word[], day: number): boolean {
  for (let at = day - 1; at >= day - 1 - MAX_BETWEEN; at--) {
    const word = words[at];
    if (!word || word.sentence !== words[day]?.sentence) return false;
    if (untilWords.has(word.text)) return true;
    if (!between.has(word.text) && !weekdayByName.has(word.text)) return false;
  }
  return false;
}
