import type { Case, CaseEvent } from '../domain/case.ts';
import { type Decision, refundOf } from '../domain/decision.ts';
import type { Money } from '../domain/money.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { EventRow } from './tables/events.ts';
import { SCHEMA_VERSION } from './tables/version.ts';
import { thousandths } from './values.ts';

type Actor = 'customer' | 'approver' | 'finance' | 'staff' | 'stranger' | 'flow';

/** Who brings an event about. Whatever is not somebody's click or mail happens by itself. */
const actors: Record<CaseEvent['type'], Actor> = {
  received: 'customer',
  'mail-sent': 'flow',
  'mail-failed': 'flow',
  'mail-uncertain': 'flow',
  'mail-held': 'flow',
  'customer-wrote': 'customer',
  'stranger-wrote': 'stranger',
  'staff-wrote': 'staff',
  withdrawn: 'customer',
  reopened: 'customer',
  'mail-returned': 'flow',
  evaluated: 'flow',
  'round-opened': 'flow',
  'approver-answered': 'approver',
  'approver-left': 'approver',
  'question-asked': 'approver',
  'round-resumed': 'flow',
  'promise-broken': 'flow',
  'reminder-due': 'flow',
  overdue: 'flow',
  decided: 'approver',
  'refund-asked': 'flow',
  'refund-announced': 'flow',
  told: 'flow',
  'refund-paid': 'finance',
  'refund-failed': 'finance',
  'refund-reminder-due': 'flow',
  'refund-late': 'flow',
  'offer-accepted': 'customer',
  'offers-declined': 'customer',
  objected: 'customer',
  'offers-reminder-due': 'flow',
  'offers-expired': 'flow',
  'followed-up': 'flow',
  'feedback-given': 'customer',
  'words-erased': 'staff',
  'step-failed': 'flow',
};

/** The history of a case, one row an event. What has words in it (texts, notes, reasons, references, errors) is left where it is. */
export function eventRows(found: Case, pseudonyms: Pseudonyms): EventRow[] {
  const { history, refunds } = found;
  const levels = new Map<number, number>();
  const kinds = new Map<string, string>();
  const amounts = new Map(refunds.map(({ number, amount }) => [number, amount]));
  return history.map((event, index) => {
    if (event.type === 'round-opened') levels.set(event.round, event.level + 1);
    if ('kind' in event) kinds.set(event.mailId, event.kind);
    const paid = event.type === 'refund-paid' ? amounts.get(event.refund) : undefined;
    const money = paid ?? moneyOf(event);
    return {
      case_id: found.id,
      position: index + 1,
      at: event.at,
      type: event.type,
      actor: event.type === 'approver-left' && event.why === 'unreachable' ? 'flow' : actors[event.type],
      person: personOf(event, pseudonyms),
      round: 'round' in event ? event.round : null,
      level: 'round' in event ? (levels.get(event.round) ?? null) : null,
      outcome: 'decision' in event ? event.decision.outcome : null,
      route: event.type === 'evaluated' ? event.evaluation.route : null,
      why: whyOf(event),
      amount: thousandths(money),
      currency: money?.currency ?? null,
      offer: offerOf(event),
      mail_kind: mailKindOf(event, kinds),
      score: event.type === 'feedback-given' ? event.score : null,
      schema_version: SCHEMA_VERSION,
    };
  });
}

function personOf(event: CaseEvent, { approver }: Pseudonyms): string | null {
  switch (event.type) {
    case 'approver-answered':
    case 'question-asked':
    case 'decided':
      return approver(event.by);
    case 'approver-left':
      return approver(event.person);
    default:
      return null;
  }
}

/** Finance says why it could not pay in words of its own: that is none of these. */
function whyOf(event: CaseEvent): string | null {
  switch (event.type) {
    case 'approver-left':
    case 'mail-returned':
    case 'round-resumed':
      return event.why;
    case 'objected':
      return event.about;
    default:
      return null;
  }
}

function moneyOf(event: CaseEvent): Money | undefined {
  switch (event.type) {
    case 'approver-answered':
    case 'decided':
      return refundOf(event.decision);
    case 'refund-asked':
    case 'told':
    case 'offer-accepted':
      return event.refund?.amount;
    default:
      return undefined;
  }
}

function offerOf(event: CaseEvent): string | null {
  if (event.type === 'offer-accepted') return event.offer;
  const decision: Decision | undefined = 'decision' in event ? event.decision : undefined;
  return decision?.outcome === 'alternative' ? decision.offer : null;
}

function mailKindOf(event: CaseEvent, kinds: ReadonlyMap<string, string>): string | null {
  if ('kind' in event) return event.kind;
  return event.type === 'mail-returned' ? (kinds.get(event.about) ?? null) : null;
}
