import { businessHoursAfter } from './business-hours.ts';
import type { Case, CaseEvent, MailKind, Round } from './case.ts';
import { isDecided, isUndecided } from './case.ts';
import type { Decision } from './decision.ts';
import { RoundOver } from './errors.ts';
import { Evaluation } from './evaluation.ts';
import { firstLevel } from './limits.ts';
import type { Policy } from './policy.ts';
import { type Attachment, known, type Learned } from './request.ts';
import { daysAfter, type Instant } from './time.ts';

/** What is asked of a case. `at` is the time it is asked; commands whose work is done already change nothing. */
export type Command =
  | { type: 'record-evaluation'; at: Instant; evaluation: Evaluation; policy: Policy }
  | { type: 'pass-deadline'; at: Instant; round: number; policy: Policy }
  | { type: 'decide-round'; at: Instant; round: number; by: string; decision: Decision }
  | { type: 'record-mail'; at: Instant; mailId: string; kind: MailKind; to: string }
  | { type: 'record-uncertain-mail'; at: Instant; mailId: string; kind: MailKind; to: string }
  | { type: 'record-mail-failure'; at: Instant; mailId: string; kind: MailKind; to: string; error: string }
  | { type: 'record-told'; at: Instant; policy: Policy }
  | { type: 'record-follow-up'; at: Instant }
  | {
      type: 'record-words';
      at: Instant;
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
    }
  | { type: 'record-new-evaluation'; at: Instant; evaluation: Evaluation }
  | ({ type: 'record-return' } & Omit<CaseEvent & { type: 'mail-returned' }, 'type'>)
  | { type: 'give-feedback'; at: Instant; score: number; comment: string }
  | { type: 'report-failure'; at: Instant; step: string; error: string };

/** The events a command leads to: none when it was carried out before. Throws RoundOver where a decision comes too late. */
export function decide(command: Command, found: Case): CaseEvent[] {
  const { at } = command;
  switch (command.type) {
    case 'record-evaluation':
      if (found.status !== 'received') return [];
      return [
        { type: 'evaluated', at, evaluation: command.evaluation },
        openRound(command.policy, roundsOf(found) + 1, firstLevelOf(found, command.policy), at),
      ];
    case 'pass-deadline':
      return passDeadline(command, found);
    case 'decide-round':
      if (found.status !== 'awaiting-decision' || found.round.number !== command.round) {
        throw new RoundOver(`round ${command.round} of case ${found.id} is over`);
      }
      return [{ type: 'decided', at, round: command.round, by: command.by, decision: command.decision }];
    case 'record-mail':
      return onceOfMail(found, { ...command, type: 'mail-sent' });
    case 'record-uncertain-mail':
      return onceOfMail(found, { ...command, type: 'mail-uncertain' });
    case 'record-mail-failure':
      return onceOfMail(found, { ...command, type: 'mail-failed' });
    case 'record-told':
      if (found.status !== 'decided') return [];
      return [{ type: 'told', at, followUpAt: daysAfter(at, command.policy.followUp.afterDays) }];
    case 'record-follow-up':
      return found.status === 'told' ? [{ type: 'followed-up', at }] : [];
    case 'record-words':
      return recordWords(command, found);
    case 'record-new-evaluation':
      if (found.status !== 'awaiting-decision' || isSame(found.evaluation, command.evaluation)) return [];
      return [{ type: 'evaluated', at, evaluation: command.evaluation }];
    case 'record-return':
      // Reports are easily made: however many there are of one mail, the case says once that it came back.
      if (found.history.some((one) => one.type === 'mail-returned' && isAbout(one, command))) return [];
      return [{ ...command, type: 'mail-returned' }];
    case 'give-feedback':
      if (!isDecided(found) || found.feedback) return [];
      return [{ type: 'feedback-given', at, score: command.score, comment: command.comment }];
    case 'report-failure':
      if (found.problem?.step === command.step && found.problem.error === command.error) return [];
      return [{ type: 'step-failed', at, step: command.step, error: command.error }];
    default:
      return command satisfies never;
  }
}

type MailEvent = Extract<CaseEvent, { type: 'mail-sent' | 'mail-failed' | 'mail-uncertain' }>;

/** The event, unless the case says the same of the same mail already. */
function onceOfMail(found: Case, event: MailEvent): CaseEvent[] {
  const known = found.history.some((one) => one.type === event.type && one.mailId === event.mailId);
  return known ? [] : [event];
}

/** The next instant at which an undecided round has to move by itself: the reminder, then the deadline. */
export function nextDeadline(round: Round): Instant {
  return round.stage === 'asked' ? round.remindAt : round.deadline;
}

/** A wait ran out: remind the same people, then ask the next level, then (nobody left to ask) raise the alarm and go on asking. */
function passDeadline(command: Command & { type: 'pass-deadline' }, found: Case): CaseEvent[] {
  const { at, policy } = command;
  if (found.status !== 'awaiting-decision' || found.round.number !== command.round) return [];
  const { round } = found;
  if (Date.parse(at) < Date.parse(nextDeadline(round))) return [];
  if (round.stage === 'asked') return [{ type: 'reminder-due', at, round: round.number }];
  if (policy.approval.levels[round.level + 1])
    return [openRound(policy, round.number + 1, round.level + 1, at)];
  const level = policy.approval.levels.at(-1);
  if (!level) throw new Error('a checked policy has at least one level');
  const deadline = businessHoursAfter(at, level.deadlineHours, policy.shop);
  return [{ type: 'overdue', at, round: round.number, deadline }];
}

/** What somebody wrote later; where the customer takes the request back, or up again, that too. */
function recordWords(command: Command & { type: 'record-words' }, found: Case): CaseEvent[] {
  const { at, by, says, learned, type: _, ...words } = command;
  if (found.history.some((event) => isWords(event) && event.mailId === words.mailId)) return [];
  if (by !== 'customer') return [{ type: `${by}-wrote`, at, ...words }];
  const wrote = { type: 'customer-wrote', at, ...words, ...(learned && { learned }) } as const;
  if (isUndecided(found) && says === 'withdraw')
    return [wrote, { type: 'withdrawn', at, mailId: words.mailId }];
  if (found.status === 'withdrawn' && !says) return [wrote, { type: 'reopened', at, mailId: words.mailId }];
  return [wrote];
}

function isWords(event: CaseEvent): event is Extract<CaseEvent, { type: `${string}-wrote` }> {
  return event.type === 'customer-wrote' || event.type === 'stranger-wrote' || event.type === 'staff-wrote';
}

/** A case that was reopened is asked about anew, and its rounds are counted on: links and mails of the old ones stay theirs. */
function roundsOf({ history }: Case): number {
  return history.filter(({ type }) => type === 'round-opened').length;
}

function isAbout(one: { about: string; why: string }, other: { about: string; why: string }): boolean {
  return one.about === other.about && one.why === other.why;
}

/** Whatever order their fields are in: a stored evaluation was read by the schema. */
function isSame(one: Evaluation, other: Evaluation): boolean {
  return JSON.stringify(Evaluation.parse(one)) === JSON.stringify(Evaluation.parse(other));
}

function firstLevelOf({ request }: Case, policy: Policy): number {
  return firstLevel(policy, known(request.amount));
}

function openRound(policy: Policy, number: number, level: number, at: Instant): CaseEvent {
  const asked = policy.approval.levels[level];
  if (!asked) throw new Error(`the policy has no level ${level}`);
  return {
    type: 'round-opened',
    at,
    round: number,
    level,
    approvers: asked.approvers,
    remindAt: businessHoursAfter(at, asked.reminderHours, policy.shop),
    deadline: businessHoursAfter(at, asked.deadlineHours, policy.shop),
  };
}
