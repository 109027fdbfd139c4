import { isSameAddress } from './address.ts';
import type { Case, CaseEvent, MailKind, Objection } from './case.ts';
import { isDecided, isUndecided, newsOf } from './case.ts';
import type { Decision } from './decision.ts';
import { Evaluation } from './evaluation.ts';
import { objectTo } from './objections.ts';
import { firstRound } from './open-round.ts';
import type { Policy } from './policy.ts';
import type { Attachment, Learned } from './request.ts';
import type { Rules } from './round-rules.ts';
import { answerRound, askCustomer, type Leaving, leaveRound, passDeadline, resumed } from './rounds.ts';
import {
  chooseOffer,
  confirmRefund,
  isAnnounced,
  passTime,
  type RefundSaid,
  settlementOf,
} from './settlement.ts';
import { daysAfter, type Instant } from './time.ts';

/** What is asked of a case. `at` is the time it is asked; commands whose work is done already change nothing. */
export type Command =
  | ({ type: 'record-evaluation'; evaluation: Evaluation } & Rules)
  | ({ type: 'pass-deadline'; round: number } & Rules)
  /** `seen`: what the approver had seen of the case (newsOf). */
  | ({
      type: 'decide-round';
      round: number;
      by: string;
      decision: Decision;
      seen?: number | undefined;
    } & Rules)
  | ({ type: 'ask-customer'; round: number; by: string; text: string } & Rules)
  /** The customer could not be asked: the mail with the question that was asked then was refused. */
  | { type: 'give-up-question'; at: Instant; policy: Policy; round: number; asked: Instant }
  | ({ type: 'leave-round' } & Leaving & Rules)
  | { type: 'record-mail'; at: Instant; mailId: string; kind: MailKind; to: string }
  | { type: 'record-uncertain-mail'; at: Instant; mailId: string; kind: MailKind; to: string }
  | { type: 'record-held-mail'; at: Instant; mailId: string; kind: MailKind; to: string }
  | {
      type: 'record-mail-failure';
      at: Instant;
      mailId: string;
      kind: MailKind;
      to: string;
      error: string;
      refused?: true | undefined;
    }
  /** `unreached`: the customer's address takes no mail. */
  | { type: 'record-told'; at: Instant; policy: Policy; unreached?: boolean | undefined }
  /** The money of a decision, before anybody is told of it. */
  | { type: 'ask-refund'; at: Instant; policy: Policy }
  /** Whatever listens to the events was told of a refund. */
  | { type: 'record-announcement'; at: Instant; refund: number }
  | { type: 'record-follow-up'; at: Instant }
  /** After a decision was told: reminders, offers that run out, money that is late. */
  | { type: 'pass-time'; at: Instant }
  | ({ type: 'confirm-refund' } & RefundSaid)
  | {
      type: 'object';
      at: Instant;
      about: Objection['about'];
      says: string;
      learned?: Learned | undefined;
      policy: Policy;
    }
  /** `offer` undefined: none of them. */
  | { type: 'choose-offer'; at: Instant; offer: string | undefined; policy: Policy }
  | ({
      type: 'record-words';
      mailId: string;
      from: string;
      by: 'customer' | 'stranger' | 'staff';
      text: string;
      attachments: Attachment[];
      attachmentsNotKept?: number | undefined;
      /** What the customer adds to what was known. */
      learned?: Learned | undefined;
      /** A customer who withdraws, or only says thanks. */
      says?: 'withdraw' | 'thanks' | undefined;
    } & Rules)
  | { type: 'record-new-evaluation'; at: Instant; evaluation: Evaluation }
  | ({ type: 'record-return' } & Omit<CaseEvent & { type: 'mail-returned' }, 'type'> & Rules)
  | { type: 'give-feedback'; at: Instant; score: number; comment: string; left?: boolean | undefined }
  | { type: 'report-failure'; at: Instant; step: string; error: string };

/**
 * The events a command leads to: none when it was carried out before. Throws RoundOver where an approver comes too late, NotAsked
 * where they are asked no longer, CaseMovedOn where they answer what they have not seen.
 */
export function decide(command: Command, found: Case): CaseEvent[] {
  const { at } = command;
  switch (command.type) {
    case 'record-evaluation':
      if (found.status !== 'received') return [];
      return [{ type: 'evaluated', at, evaluation: command.evaluation }, ...firstRound(found, command)];
    case 'pass-deadline':
      if (found.status !== 'awaiting-decision' || found.round.number !== command.round) return [];
      // Money of an earlier decision is still to be paid while somebody looks at the case again.
      return [...passTime({ refunds: found.refunds }, at), ...passDeadline(found, command)];
    case 'decide-round':
      return answerRound(found, { ...command, news: newsOf(found) }, command);
    case 'ask-customer':
      return askCustomer(found, command, command);
    case 'give-up-question': {
      if (found.status !== 'awaiting-decision' || found.round.number !== command.round) return [];
      if (found.round.question?.at !== command.asked) return [];
      return [resumed(found, command, 'unreachable')];
    }
    case 'leave-round': {
      const { round, person, why, to, until, note } = command;
      return leaveRound(found, { round, person, why, to, until, note }, command);
    }
    case 'record-mail':
      return onceOfMail(found, { ...command, type: 'mail-sent' });
    case 'record-uncertain-mail':
      return onceOfMail(found, { ...command, type: 'mail-uncertain' });
    case 'record-held-mail':
      return onceOfMail(found, { ...command, type: 'mail-held' });
    case 'record-mail-failure':
      return onceOfMail(found, { ...command, type: 'mail-failed' });
    case 'record-told':
      if (found.status !== 'decided') return [];
      return [
        {
          type: 'told',
          at,
          followUpAt: daysAfter(at, command.policy.followUp.afterDays),
          ...(command.unreached && { unreached: true as const }),
          ...settlementOf(found, at, command.policy),
        },
      ];
    case 'ask-refund': {
      if (found.status !== 'decided') return [];
      const { refund } = settlementOf(found, at, command.policy);
      return refund ? [{ type: 'refund-asked', at, refund }] : [];
    }
    case 'record-announcement': {
      const { refund } = command;
      return isAnnounced(found, refund) ? [] : [{ type: 'refund-announced', at, refund }];
    }
    case 'pass-time':
      return found.status === 'told' ? passTime(found, at) : [];
    case 'record-follow-up':
      return found.status === 'told' && !found.isFollowedUp ? [{ type: 'followed-up', at }] : [];
    case 'confirm-refund':
      return confirmRefund(found, command);
    case 'choose-offer':
      return chooseOffer(found, command, command.policy);
    case 'object': {
      const { about, says, learned } = command;
      return objectTo(found, { at, about, says, ...(learned && { learned }) }, command.policy);
    }
    case 'record-words':
      return recordWords(command, found);
    case 'record-new-evaluation':
      if (found.status !== 'awaiting-decision' || isSame(found.evaluation, command.evaluation)) return [];
      return [{ type: 'evaluated', at, evaluation: command.evaluation }];
    case 'record-return':
      return recordReturn(command, found);
    case 'give-feedback': {
      if (!isDecided(found) || found.feedback) return [];
      const { score, comment, left } = command;
      return [{ type: 'feedback-given', at, score, comment, ...(left !== undefined && { left }) }];
    }
    case 'report-failure':
      if (found.problem?.step === command.step && found.problem.error === command.error) return [];
      return [{ type: 'step-failed', at, step: command.step, error: command.error }];
    default:
      return command satisfies never;
  }
}

type MailEvent = Extract<CaseEvent, { type: 'mail-sent' | 'mail-failed' | 'mail-uncertain' | 'mail-held' }>;

/** The event, unless the case says the same of the same mail already. */
function onceOfMail(found: Case, event: MailEvent): CaseEvent[] {
  const isRefused = (one: MailEvent) => one.type === 'mail-failed' && one.refused === true;
  const known = found.history.some(
    (one) => one.type === event.type && one.mailId === event.mailId && (isRefused(one) || !isRefused(event)),
  );
  return known ? [] : [event];
}

/** A mail came back. An approver it was to cannot answer, and a question it carried will not be answered. */
function recordReturn(command: Command & { type: 'record-return' }, found: Case): CaseEvent[] {
  // Reports are easily made: however many there are of one mail, the case says once that it came back, and once more at most where
  // the one that is believed comes after one that is not.
  const believed = command.believed === true;
  const isKnown = (one: CaseEvent) =>
    one.type === 'mail-returned' && isAbout(one, command) && (one.believed === true || !believed);
  if (found.history.some(isKnown)) return [];
  const { policy: _, absences: __, conflicted: ___, ...returned } = command;
  const event: CaseEvent = { ...returned, type: 'mail-returned' };
  if (found.status !== 'awaiting-decision' || command.why !== 'bounced' || !believed) return [event];
  const { round, request } = found;
  if (isSameAddress(command.to, request.customer.address))
    return [event, ...(round.question ? [resumed(found, command, 'unreachable')] : [])];
  const leaving = { round: round.number, person: command.to, why: 'unreachable' } as const;
  return [event, ...leaveRound(found, leaving, command)];
}

/** What somebody wrote later; where the customer takes the request back, or up again, that too. */
function recordWords(command: Command & { type: 'record-words' }, found: Case): CaseEvent[] {
  const { at, by, says, learned, type: _, policy: __, absences: ___, conflicted: ____, ...words } = command;
  if (found.history.some((event) => isWords(event) && event.mailId === words.mailId)) return [];
  if (by !== 'customer') return [{ type: `${by}-wrote`, at, ...words }];
  const wrote = { type: 'customer-wrote', at, ...words, ...(learned && { learned }) } as const;
  if (isUndecided(found) && says === 'withdraw')
    return [wrote, { type: 'withdrawn', at, mailId: words.mailId }];
  if (found.status === 'withdrawn' && !says) return [wrote, { type: 'reopened', at, mailId: words.mailId }];
  if (found.status === 'awaiting-decision' && found.round.question && !says)
    return [wrote, resumed(found, command, 'answered')];
  return [wrote];
}

function isWords(event: CaseEvent): event is Extract<CaseEvent, { type: `${string}-wrote` }> {
  return event.type === 'customer-wrote' || event.type === 'stranger-wrote' || event.type === 'staff-wrote';
}

function isAbout(one: { about: string; why: string }, other: { about: string; why: string }): boolean {
  return one.about === other.about && one.why === other.why;
}

/** Whatever order their fields are in: a stored evaluation was read by the schema. */
function isSame(one: Evaluation, other: Evaluation): boolean {
  return JSON.stringify(Evaluation.parse(one)) === JSON.stringify(Evaluation.parse(other));
}
