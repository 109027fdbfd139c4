import type { AwaitingCase, Case, DecidedCase, MailKind, ToldCase } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { Attachment, Learned } from '../domain/request.ts';
import type { Question } from '../domain/round.ts';
import type { Refund } from '../domain/settlement.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { formatDay } from '../wording/format.ts';
import type { ScorePoint } from '../wording/terms.ts';
import type { AttachmentLinks } from './attachments.ts';
import type { Block, MailDocument } from './blocks.ts';
import type { Beside } from './case-blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { acknowledgement } from './kinds/acknowledgement.ts';
import { alreadyDecided } from './kinds/already-decided.ts';
import { approval } from './kinds/approval.ts';
import { customerQuestion } from './kinds/customer-question.ts';
import { customerReply } from './kinds/customer-reply.ts';
import { customerUnreachable } from './kinds/customer-unreachable.ts';
import { decision } from './kinds/decision.ts';
import { delayNotice } from './kinds/delay-notice.ts';
import { feedbackReceived } from './kinds/feedback-received.ts';
import { followUp } from './kinds/follow-up.ts';
import { newPromise } from './kinds/new-promise.ts';
import { objectionReceived } from './kinds/objection-received.ts';
import { offerAccepted } from './kinds/offer-accepted.ts';
import { offerToFulfil } from './kinds/offer-to-fulfil.ts';
import { offersReminder } from './kinds/offers-reminder.ts';
import { refundFailed } from './kinds/refund-failed.ts';
import { refundLate } from './kinds/refund-late.ts';
import { refundPaid } from './kinds/refund-paid.ts';
import { refundRequest } from './kinds/refund-request.ts';
import { requestJoined } from './kinds/request-joined.ts';
import { requestReopened } from './kinds/request-reopened.ts';
import { staffNote } from './kinds/staff-note.ts';
import { withdrawal } from './kinds/withdrawal.ts';
import { withinPolicy } from './kinds/within-policy.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';
import { headerText } from './subject.ts';

/** What a mail of each kind is written from. Links come from here and from nowhere else. */
export type MailContent =
  | { kind: 'acknowledgement'; found: Case; policy: Policy; answerBy: Instant }
  | { kind: 'request-reopened'; found: Case; policy: Policy; answerBy: Instant }
  | (Beside & {
      kind: 'approval-request' | 'approval-reminder' | 'overdue-notice';
      found: AwaitingCase;
      policy: Policy;
      approver: string;
      link: string;
      attachmentLinks: AttachmentLinks;
    })
  /** Links to choose an offer, and to object, where the customer can. */
  | {
      kind: 'decision';
      found: DecidedCase;
      policy: Policy;
      offers?: string | undefined;
      object?: string | undefined;
    }
  /** `link`: where whoever pays says that they have. `isForFinance`: to whoever sees to it because finance takes no mail. */
  | {
      kind: 'refund-request' | 'refund-reminder';
      found: Case;
      policy: Policy;
      refund: Pick<Refund, 'number' | 'amount' | 'way' | 'dueBy'>;
      link: string;
      isForFinance?: boolean;
    }
  /** Wherever the case itself is meanwhile. */
  | { kind: 'refund-paid'; found: Case; policy: Policy; refund: Refund }
  | { kind: 'refund-late'; found: Case; policy: Policy; refund: Refund }
  | { kind: 'refund-failed'; found: Case; policy: Policy; refund: Refund }
  /** Somebody looks at a decided request again, and until when there is an answer. */
  | { kind: 'objection-received'; found: Case; policy: Policy; answerBy: Instant }
  | { kind: 'offers-reminder'; found: ToldCase; policy: Policy; link: string }
  | { kind: 'offer-accepted'; found: ToldCase; policy: Policy }
  | { kind: 'offer-to-fulfil'; found: ToldCase; policy: Policy }
  | {
      kind: 'follow-up';
      found: DecidedCase;
      policy: Policy;
      scoreLinks: Record<ScorePoint, string>;
      commentLink: string;
    }
  | { kind: 'feedback-received'; found: DecidedCase; policy: Policy }
  | {
      kind: 'customer-reply';
      found: Case;
      policy: Policy;
      /** What was written now, and by whom; `stranger` when the case does not know them. */
      text: string;
      from: string;
      attachments: Attachment[];
      stranger: boolean;
      /** The facts these words added. */
      learned?: Learned | undefined;
      /** What the customer no longer asks for. */
      tookBack?: 'objection' | 'request' | undefined;
    }
  /** `answerBy`: undefined where that day has passed. */
  | { kind: 'request-joined'; found: Case; policy: Policy; answerBy: Instant | undefined }
  | {
      kind: 'already-decided';
      found: DecidedCase;
      policy: Policy;
      /** What the customer no longer asks for. */
      tookBack?: 'objection' | 'request' | undefined;
    }
  | { kind: 'withdrawal'; found: Case; policy: Policy }
  | { kind: 'within-policy'; found: Case; policy: Policy }
  | { kind: 'staff-note'; found: Case; policy: Policy }
  /**
   * `undelivered`: which mail it was that did not reach them, or that they called spam. rejected: the provider took it, and then would
   * not deliver what is in it. refused: it did not take it.
   */
  | {
      kind: 'customer-unreachable';
      found: Case;
      policy: Policy;
      why: 'bounced' | 'complained' | 'rejected' | 'refused' | 'suppressed';
      undelivered: MailKind;
    }
  /** An approver's question, in their own words. */
  | { kind: 'customer-question'; found: Case; policy: Policy; question: Pick<Question, 'text' | 'until'> }
  /** `promised`: the instant until which an answer was promised. */
  | { kind: 'delay-notice'; found: Case; policy: Policy; promised: Instant }
  /** `why`: what became of the question for which the case had waited. */
  | {
      kind: 'new-promise';
      found: Case;
      policy: Policy;
      why: 'answered' | 'unanswered';
      answerBy: Instant;
    };

export type ContentOf<K extends MailContent['kind']> = Extract<MailContent, { kind: K }>;

export interface WrittenMail {
  subject: string;
  html: string;
  text: string;
  language: Language;
}

/** Writes a mail in its reader's language: the customer's for customers, the shop's staff language for staff. */
export function writeMail(content: MailContent): WrittenMail {
  return renderMail(documentOf(content));
}

/**
 * Writes a mail that is written at an instant and leaves on a later day: it says so at its top, because days that it names may have passed.
 */
export function writeLate(content: MailContent, writtenAt: Instant): WrittenMail {
  const mail = documentOf(content);
  const says = catalogue[mail.language].late;
  const wrote = says.wrote(formatDay(dayOf(writtenAt, content.policy.shop.timeZone), mail.language));
  const note: Block = { type: 'paragraph', text: `${wrote} ${says.days}` };
  return renderMail({ ...mail, preheader: wrote, blocks: [note, ...mail.blocks] });
}

/** A mail as it is sent: both its parts, from what it is made of. */
export function renderMail(written: MailDocument): WrittenMail {
  const mail = { ...written, subject: headerText(written.subject) };
  return { subject: mail.subject, html: renderHtml(mail), text: renderText(mail), language: mail.language };
}

function documentOf(content: MailContent): MailDocument {
  switch (content.kind) {
    case 'acknowledgement':
      return acknowledgement(content);
    case 'approval-request':
    case 'approval-reminder':
    case 'overdue-notice':
      return approval(content);
    case 'decision':
      return decision(content);
    case 'refund-request':
    case 'refund-reminder':
      return refundRequest(content);
    case 'refund-paid':
      return refundPaid(content);
    case 'refund-late':
      return refundLate(content);
    case 'refund-failed':
      return refundFailed(content);
    case 'offers-reminder':
      return offersReminder(content);
    case 'offer-accepted':
      return offerAccepted(content);
    case 'offer-to-fulfil':
      return offerToFulfil(content);
    case 'objection-received':
      return objectionReceived(content);
    case 'follow-up':
      return followUp(content);
    case 'feedback-received':
      return feedbackReceived(content);
    case 'customer-reply':
      return customerReply(content);
    case 'request-joined':
      return requestJoined(content);
    case 'already-decided':
      return alreadyDecided(content);
    case 'request-reopened':
      return requestReopened(content);
    case 'withdrawal':
      return withdrawal(content);
    case 'within-policy':
      return withinPolicy(content);
    case 'staff-note':
      return staffNote(content);
    case 'customer-unreachable':
      return customerUnreachable(content);
    case 'customer-question':
      return customerQuestion(content);
    case 'delay-notice':
      return delayNotice(content);
    case 'new-promise':
      return newPromise(content);
    default:
      return content satisfies never;
  }
}
