import type { Day } from '../../domain/time.ts';
import { daysBefore } from '../facts/calendar.ts';
import { readWords } from '../facts/words.ts';
import { findDays } from '../facts/written-days.ts';

/** A date line is short (characters). */
const MAX_DATE = 200;

/**
 * The day a passed-on mail was sent, from its date as written. `03/04/2026` is read both ways, and the later one that is not
 * after `passedOn` taken: mails are passed on soon.
 */
export function sentOn(written: string, passedOn: Day | undefined): Day | undefined {
  // "20 de nov. de 2026", "20. November 2026": a full stop there ends no sentence.
  const { words } = readWords(written.slice(0, MAX_DATE).replace(/(?<=\p{L})\.|(?<=\d)\.(?=\s)/gu, ' '));
  // The sender's clock may be a day ahead of the forwarder's.
  const latest = passedOn && daysBefore(passedOn, -1);
  const days = (['day-first', 'month-first'] as const)
    .flatMap((order) => findDays(words, undefined, order, 'en').slice(0, 1))
    .map(({ day }) => day)
    .filter((day) => latest === undefined || day <= latest);
  return days.sort().at(-1);
}
