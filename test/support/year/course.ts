import type { MailKind } from '../../../functions/domain/case.ts';
import type { Outcome } from '../../../functions/domain/decision.ts';
import type { EventRow } from '../../../functions/export/tables/events.ts';
import type { MailRow } from '../../../functions/export/tables/mails.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Instants are milliseconds while a course is made up, so that they can be reckoned with. */
export type Happened = Pick<EventRow, 'type' | 'actor'> &
  Partial<Omit<EventRow, 'case_id' | 'position' | 'at' | 'type' | 'actor' | 'schema_version'>> & {
    at: number;
  };
export type Mailed = Omit<MailRow, 'case_id' | 'position' | 'at' | 'schema_version'> & { at: number };

export interface Decided {
  at: number;
  round: number;
  level: number;
  approver: string;
  outcome: Outcome;
  /** Granted, in cents. */
  cents: number | undefined;
  offer: string | undefined;
}

/** All that happens to one case, in any order. */
export interface Course {
  currency: string;
  events: Happened[];
  mails: Mailed[];
  decisions: Decided[];
  rounds: number;
}

export function happen(
  course: Course,
  at: number,
  type: string,
  actor: EventRow['actor'],
  more: Partial<Happened> = {},
) {
  course.events.push({ ...more, at, type, actor });
}

/** A mail of ours: an event of the case, and a mail. */
export function mail(course: Course, at: number, kind: MailKind, party: MailRow['party']): void {
  happen(course, at, 'mail-sent', 'flow', { mail_kind: kind });
  course.mails.push({ at, direction: 'out', party, kind, state: 'sent', attachments: 0 });
}

export function mailFromCustomer(course: Course, at: number, attachments = 0): void {
  course.mails.push({ at, direction: 'in', party: 'customer', kind: null, state: 'received', attachments });
}

export const thousandths = (cents: number | undefined) => (cents === undefined ? null : BigInt(cents) * 10n);
