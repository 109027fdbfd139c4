import type { Case, CaseEvent, MailKind } from '../domain/case.ts';
import type { MailRow } from './tables/mails.ts';
import { SCHEMA_VERSION } from './tables/version.ts';

type Party = 'customer' | 'approver' | 'finance' | 'staff' | 'stranger';
type Mail = Omit<MailRow, 'case_id' | 'position' | 'schema_version'>;

const recipients: Record<MailKind, Party> = {
  acknowledgement: 'customer',
  'approval-request': 'approver',
  'approval-reminder': 'approver',
  'overdue-notice': 'approver',
  decision: 'customer',
  'refund-request': 'finance',
  'follow-up': 'customer',
  'customer-reply': 'approver',
  'request-joined': 'customer',
  'already-decided': 'customer',
  withdrawal: 'customer',
  'within-policy': 'customer',
  'request-reopened': 'customer',
  'staff-note': 'staff',
  'feedback-received': 'approver',
  'customer-question': 'customer',
  'delay-notice': 'customer',
  'refund-reminder': 'finance',
  'refund-paid': 'customer',
  'refund-late': 'customer',
  'refund-failed': 'approver',
  'offers-reminder': 'customer',
  'offer-accepted': 'customer',
  'offer-to-fulfil': 'approver',
  'objection-received': 'customer',
  'new-promise': 'customer',
  'customer-unreachable': 'approver',
};

const sendingStates = {
  'mail-sent': 'sent',
  'mail-failed': 'failed',
  'mail-uncertain': 'uncertain',
  'mail-held': 'held',
} as const;

/** The mails of a case in the order in which each is first heard of, with the last that is known of it. */
export function mailRows(found: Case): MailRow[] {
  const mails = new Map<string, Mail>();
  for (const event of found.history) apply(mails, event);
  return [...mails.values()].map((mail, index) => ({
    case_id: found.id,
    position: index + 1,
    ...mail,
    schema_version: SCHEMA_VERSION,
  }));
}

function apply(mails: Map<string, Mail>, event: CaseEvent): void {
  switch (event.type) {
    case 'received':
      // Where somebody of the shop passed it on, it is theirs.
      return void mails.set(
        event.mailId,
        incoming(event.at, event.request.contact ? 'staff' : 'customer', event.request),
      );
    case 'customer-wrote':
      return void mails.set(event.mailId, incoming(event.at, 'customer', event));
    case 'staff-wrote':
      return void mails.set(event.mailId, incoming(event.at, 'staff', event));
    case 'stranger-wrote':
      return void mails.set(event.mailId, incoming(event.at, 'stranger', event));
    case 'mail-sent':
    case 'mail-failed':
    case 'mail-uncertain':
    case 'mail-held':
      return void mails.set(event.mailId, {
        at: event.at,
        direction: 'out',
        party: recipients[event.kind],
        kind: event.kind,
        state: sendingStates[event.type],
        attachments: 0,
      });
    case 'mail-returned': {
      const mail = mails.get(event.about);
      if (mail) mails.set(event.about, { ...mail, at: event.at, state: event.why });
      return;
    }
    default:
  }
}

function incoming(
  at: string,
  party: Party,
  came: { attachments: readonly unknown[]; attachmentsNotKept?: number | undefined },
): Mail {
  const attachments = came.attachments.length + (came.attachmentsNotKept ?? 0);
  return { at, direction: 'in', party, kind: null, state: 'received', attachments };
}
