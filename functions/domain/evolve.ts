import { type Case, type CaseEvent, type Feedback, isUndecided, type MailKind } from './case.ts';
import { applyToRound, leave, outdate } from './evolve-round.ts';
import { changeRefund, object, settle, takeBack, tell, withRefund } from './evolve-settlement.ts';
import { impossible } from './impossible.ts';
import { defined, type Learned } from './request.ts';
import type { Promised } from './round.ts';

/** The case after one more event. Throws where an event cannot follow: a stored history is never guessed at. */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'received') {
    if (before) throw impossible(before, event);
    return {
      id: '',
      version: 1,
      status: 'received',
      openedAt: event.at,
      updatedAt: event.at,
      firstMailId: event.mailId,
      firstMessageId: event.messageId,
      ...(event.sender && { sender: event.sender }),
      request: event.request,
      refunds: [],
      earlier: [],
      left: [],
      history: [event],
    };
  }
  if (!before) throw new Error(`a case begins with being received, not with ${event.type}`);
  // What a person writes or decides mends no step that failed.
  const { problem: _, ...working } = before;
  const base: Case = {
    ...(isProgress(event) ? working : before),
    version: before.version + 1,
    updatedAt: event.at,
    history: [...before.history, event],
  };
  return apply(base, event);
}

/** Events that only a step which works brings about. A person who decides, or a mail beside the flow, is none. */
const progress: ReadonlySet<CaseEvent['type']> = new Set([
  'round-opened',
  'reminder-due',
  'overdue',
  'promise-broken',
  'refund-asked',
  'refund-announced',
  'told',
  'followed-up',
  'refund-reminder-due',
  'refund-late',
  'offers-reminder-due',
  'offers-expired',
]);
const mailsOfTheFlow: ReadonlySet<MailKind> = new Set([
  'acknowledgement',
  'approval-request',
  'approval-reminder',
  'overdue-notice',
  'customer-question',
  'delay-notice',
  'new-promise',
  'decision',
  'refund-request',
  'follow-up',
  'refund-reminder',
  'refund-paid',
  'refund-late',
  'refund-failed',
  'offers-reminder',
  'offer-accepted',
  'offer-to-fulfil',
  'objection-received',
]);

/** The mails that tell a customer until when they have an answer. */
const tellsPromise: ReadonlySet<MailKind> = new Set(['acknowledgement', 'request-reopened', 'new-promise']);

function told({ untold: _, ...promised }: Promised): Promised {
  return promised;
}

function isProgress(event: CaseEvent): boolean {
  return event.type === 'mail-sent' ? mailsOfTheFlow.has(event.kind) : progress.has(event.type);
}

/** The case a history tells, under its reference. */
export function replay(id: string, history: readonly CaseEvent[]): Case {
  const found = history.reduce<Case | undefined>(evolve, undefined);
  if (!found) throw new Error(`case ${id} has no history`);
  return { ...found, id };
}

function apply(base: Case, event: Exclude<CaseEvent, { type: 'received' }>): Case {
  switch (event.type) {
    case 'mail-sent':
    case 'mail-uncertain':
      return tellsPromise.has(event.kind) && base.promised
        ? { ...base, promised: told(base.promised) }
        : base;
    case 'mail-failed':
    case 'mail-held':
    case 'mail-returned':
    case 'stranger-wrote':
    case 'staff-wrote':
    case 'words-erased':
    case 'refund-announced':
      return base;
    case 'customer-wrote':
      return event.learned ? learn(base, event.learned) : base;
    case 'withdrawn':
      if (!isUndecided(base)) throw impossible(base, event);
      if (base.earlier.length > 0) return takeBack(beforeObjection(base), base);
      return { ...base, status: 'withdrawn', withdrawnAt: event.at };
    case 'reopened':
      return reopen(base, event);
    case 'step-failed':
      return { ...base, problem: { at: event.at, step: event.step, error: event.error } };
    case 'evaluated':
      // What a customer adds is weighed anew while their case waits for a decision.
      if (base.status === 'awaiting-decision') return { ...base, evaluation: event.evaluation };
      if (base.status !== 'received') throw impossible(base, event);
      return { ...base, status: 'evaluated', evaluation: event.evaluation };
    case 'round-opened':
    case 'reminder-due':
    case 'overdue':
    case 'approver-answered':
    case 'question-asked':
    case 'round-resumed':
      return applyToRound(base, event);
    case 'approver-left':
      return leave(base, event);
    case 'promise-broken':
      return base.promised ? { ...base, promised: { ...base.promised, broken: true } } : base;
    case 'decided':
      if (base.status !== 'awaiting-decision') throw impossible(base, event);
      return {
        ...base,
        status: 'decided',
        decided: {
          at: event.at,
          by: event.by,
          round: event.round,
          decision: event.decision,
          with: event.with,
        },
      };
    case 'refund-asked':
      if (base.status !== 'decided') throw impossible(base, event);
      return { ...base, refunds: withRefund(base.refunds, event.refund) };
    case 'told':
      if (base.status !== 'decided') throw impossible(base, event);
      return tell(base, event);
    case 'refund-paid':
    case 'refund-failed':
    case 'refund-reminder-due':
    case 'refund-late':
      return changeRefund(base, event);
    case 'objected':
      return object(base, event);
    case 'followed-up':
    case 'offer-accepted':
    case 'offers-declined':
    case 'offers-reminder-due':
    case 'offers-expired':
      return settle(base, event);
    case 'feedback-given':
      return { ...base, feedback: feedbackOf(event) };
    default:
      return event satisfies never;
  }
}

function beforeObjection({ id, history }: Case): Case {
  return replay(
    id,
    history.slice(
      0,
      history.findLastIndex(({ type }) => type === 'objected'),
    ),
  );
}

function reopen(base: Case, event: CaseEvent): Case {
  if (base.status !== 'withdrawn') throw impossible(base, event);
  const { withdrawnAt: _, evaluation: __, round: ___, promised: ____, ...reopened } = base;
  return { ...reopened, status: 'received' };
}

function feedbackOf({ at, score, comment, left }: Extract<CaseEvent, { type: 'feedback-given' }>): Feedback {
  return { at, score, comment, ...(left !== undefined && { left }) };
}

/** What was answered without knowing it is answered anew. */
function learn(base: Case, learned: Learned): Case {
  const request = { ...base.request, ...defined(learned) };
  if (base.status !== 'awaiting-decision') return { ...base, request };
  return { ...base, request, round: outdate(base.round) };
}
