import { z } from 'zod';
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

/** What became of a received mail. Every mail ends in a case, as words on a case, or in quarantine with a reason. */
export const MailFate = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stored') }),
  z.object({ state: z.literal('opened-case'), caseId: z.string() }),
  z.object({ state: z.literal('joined-case'), caseId: z.string() }),
  z.object({ state: z.literal('quarantined'), reason: z.string() }),
]);
export type MailFate = z.infer<typeof MailFate>;

export const ReceivedMail = z.object({
  id: z.string(),
  rawKey: z.string(),
  receivedAt: Instant,
  from: z.string(),
  subject: z.string(),
  fate: MailFate,
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;
