import { topOf } from '../adapters/mail-head.ts';
import type { MailParser } from '../domain/ports.ts';

/** Kept of a subject (characters); RFC 5322 allows lines of 998. */
export const MAX_SUBJECT = 500;

export interface Summary {
  from: string;
  subject: string;
}

/** Who wrote a mail that is not read whole, and about what, so that a person knows whether to look at it; '' where it does not say. */
export async function summarize(parser: Pick<MailParser, 'parse'>, raw: Uint8Array): Promise<Summary> {
  const top = await parser.parse(topOf(raw)).catch(() => undefined);
  return { from: top?.from?.address ?? '', subject: top?.subject.slice(0, MAX_SUBJECT) ?? '' };
}
