import type { ParsedMail } from '../domain/mail.ts';
import type { ReplyAddresses } from '../domain/ports.ts';
import { findReference } from '../domain/reference.ts';

/** What shows which case a mail answers, in the order we trust it. */
export interface Thread {
  caseId: string;
  by: 'reply-address' | 'references' | 'subject';
}

/** Headers that name who a mail was delivered to; servers write the one or the other. */
const RECIPIENTS = ['delivered-to', 'x-original-to', 'to', 'cc', 'received'];
/** An address list longer than this is no answer to us (characters). */
const MAX_RECIPIENTS = 10_000;

/** The case a mail says it answers. Whether its sender may write into that case is not decided here. */
export function threadOf(mail: ParsedMail, replyAddresses: ReplyAddresses): Thread | undefined {
  for (const name of RECIPIENTS) {
    const header = (mail.headers.get(name) ?? '').slice(0, MAX_RECIPIENTS);
    for (const [address] of header.matchAll(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g)) {
      const caseId = replyAddresses.caseOf(address);
      if (caseId) return { caseId, by: 'reply-address' };
    }
  }
  const referred = findReference(mail.answers.join(' '));
  if (referred) return { caseId: referred, by: 'references' };
  const named = findReference(mail.subject);
  return named ? { caseId: named, by: 'subject' } : undefined;
}
