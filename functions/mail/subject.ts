import { oneLine, shorten } from '../wording/plain.ts';

/** Longer subjects are cut by most mailboxes, and none of ours needs more. */
const MAX_SUBJECT = 150;

/** A text as a header may hold it: one line, without control characters, so that it cannot begin another header. */
export function headerText(text: string): string {
  return shorten(oneLine(text), MAX_SUBJECT);
}
