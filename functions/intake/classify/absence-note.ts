import { ABSENCE_SUBJECT, ABSENT, NOT_READING, UNTIL_BACK } from './absence-words.ts';
import { CUSTOMER_ASKS, CUSTOMER_TELLS } from './customer-words.ts';
import { fold } from './look-at.ts';

/** A note says what it is in its first sentences (characters). */
const MAX_NOTE = 1_500;

/**
 * Whether a person's mail by all its signs only says that nobody has read ours yet. Where a customer speaks in it as well it says
 * more than that: things break on holidays, too.
 */
export function isAbsenceNote(text: string): boolean {
  const words = fold(text.trim().slice(0, MAX_NOTE));
  const [firstLine = ''] = words.split('\n', 1);
  const away =
    ABSENCE_SUBJECT.test(firstLine) ||
    [ABSENT, NOT_READING, UNTIL_BACK].some((pattern) => pattern.test(words));
  return away && !CUSTOMER_ASKS.test(words) && !CUSTOMER_TELLS.test(words);
}
