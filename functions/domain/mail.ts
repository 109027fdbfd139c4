import * as z from 'zod';
import type { Attachment } from './request.ts';
import { Instant } from './time.ts';

/** A mail that was read: what the rest of the product needs of it, and nothing a parser's library knows. */
export interface ParsedMail {
  messageId: string | undefined;
  /** The one sender; undefined where there is none, or more than one. */
  from: { address: string; name: string } | undefined;
  /** Why nobody can be taken for the sender, where the From header does name addresses. */
  noSender?: string;
  subject: string;
  /** Message-IDs this mail answers. */
  answers: string[];
  /** Header values by lower-case name, the first occurrence of each. */
  headers: ReadonlyMap<string, string>;
  text: string;
  /** The SHA-256 of the HTML, where there is any: two mails may say the same in their text and differ there. */
  htmlSha256?: string | undefined;
  attachments: Attachment[];
  /** How many of them the case cannot have; absent until that was decided, and where it is none. */
  attachmentsNotKept?: number | undefined;
  /** What the attachments hold, by their SHA-256, for those that a case may have; absent where there are none. */
  contents?: ReadonlyMap<string, Uint8Array<ArrayBuffer>> | undefined;
  /** Parts that servers write for servers (reports, returned mails, calendar answers), from their beginning; absent where there are none. */
  machineParts?: MachinePart[] | undefined;
  /** Whom the sender wants answers to go to, where they say so. */
  replyTo?: { address: string; name: string } | undefined;
  /** Mails attached whole (message/rfc822) by a person; absent where there are none. */
  enclosed?: ParsedMail[] | undefined;
}

/** A part of a report: its type in lower case, and its text, cut at a limit. */
export interface MachinePart {
  type: string;
  text: string;
}

/** Who decided about a quarantined mail, when, and for what reason it had been in quarantine. */
const Review = z.object({ reason: z.string(), by: z.string(), at: Instant });
export type Review = z.infer<typeof Review>;

/**
 * What became of a received mail. Every mail ends in a case, as words on a case, or in quarantine with a reason; a person may
 * dismiss it from there.
 */
export const MailFate = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stored') }),
  z.object({ state: z.literal('opened-case'), caseId: z.string() }),
  z.object({ state: z.literal('joined-case'), caseId: z.string() }),
  z.object({ state: z.literal('quarantined'), reason: z.string() }),
  Review.extend({ state: z.literal('dismissed') }),
]);
export type MailFate = z.infer<typeof MailFate>;

export const ReceivedMail = z.object({
  id: z.string(),
  rawKey: z.string(),
  receivedAt: Instant,
  from: z.string(),
  subject: z.string(),
  fate: MailFate,
  /** Somebody said that this is a person's mail after all. With the fate `stored`, the release has begun and is not done yet. */
  released: Review.optional(),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** By the first word of a quarantined mail's reason: why it can never go into a case. */
const NEVER_RELEASED = new Map([
  ['virus', 'it carries a virus, as SES says'],
  ['too large', 'it is larger than what is read'],
  ['limit', 'it takes more to read than a person’s mail does'],
  ['unreadable', 'nothing can be made of its bytes'],
  ['no-sender', 'it does not say who could be answered'],
  ['no-customer', 'it does not say whose mail was passed on; ask for it to be passed on as an attachment'],
  ['own', 'it is one of our own, and answering it would be answering ourselves'],
]);

/** Why a mail that is in quarantine for this reason cannot be released, or undefined where it can. */
export function whyNotReleased(reason: string): string | undefined {
  return NEVER_RELEASED.get(reason.split(':', 1)[0] ?? '');
}
