import type { Case, CaseEvent, DecidedCase, ToldCase } from './case.ts';
import { isDecided } from './case.ts';
import { impossible } from './impossible.ts';
import { defined, type Learned, type Request } from './request.ts';
import { nextDue, type Offers, type Refund } from './settlement.ts';

type Event<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type RefundEvent = Event<'refund-paid' | 'refund-failed' | 'refund-reminder-due' | 'refund-late'>;
type OfferEvent = Event<'offer-accepted' | 'offers-declined' | 'offers-reminder-due' | 'offers-expired'>;

/** The case once its decision was told, with the money and the offers that came with it. */
export function tell(base: Extract<Case, { status: 'decided' }>, event: Event<'told'>): Case {
  const { followUpAt, refund, offers } = event;
  return {
    ...base,
    status: 'told',
    followUpAt,
    isFollowedUp: false,
    refunds: withRefund(base.refunds, refund),
    ...(offers && { offers: { ...offers, state: 'open', isReminded: false } }),
  };
}

/** The case after something happened to its money, wherever the case itself is meanwhile. */
export function changeRefund(base: Case, event: RefundEvent): Case {
  if (!base.refunds.some(({ number }) => number === event.refund)) throw impossible(base, event);
  const refunds = base.refunds.map((one) => (one.number === event.refund ? changed(one, event) : one));
  return base.status === 'told' || base.status === 'closed'
    ? rest({ ...base, refunds })
    : { ...base, refunds };
}

/** The case after something happened to its offers or its follow-up. */
export function settle(base: Case, event: OfferEvent | Event<'followed-up'>): Case {
  if (base.status !== 'told' && base.status !== 'closed') throw impossible(base, event);
  if (event.type === 'followed-up') return rest({ ...base, isFollowedUp: true });
  if (base.offers?.state !== 'open') throw impossible(base, event);
  const refund = event.type === 'offer-accepted' ? event.refund : undefined;
  const refunds = withRefund(base.refunds, refund);
  return rest({ ...base, refunds, offers: chosen(base.offers, event) });
}

/** The case that is looked at again: as if it had just come in, with what was decided before and what the customer says now. */
export function object(base: Case, event: Event<'objected'>): Case {
  if (!isDecided(base)) throw impossible(base, event);
  const {
    decided,
    evaluation: _,
    round: __,
    promised: ___,
    feedback: ____,
    ...common
  } = withoutSettling(base);
  const { at, about, says, learned } = event;
  return {
    ...common,
    status: 'received',
    request: learned ? corrected(base.request, learned) : base.request,
    earlier: [...base.earlier, decided],
    objection: { at, about, says, ...(learned && { learned }) },
  };
}

/** What only the former order said holds of another one no longer. */
function corrected(request: Request, learned: Learned): Request {
  const { ordersOwnAddress: _, categories: __, channel: ___, ...rest } = request;
  return { ...(learned.orderNumber ? rest : request), ...defined(learned) };
}

function withoutSettling(found: DecidedCase) {
  const {
    offers: _,
    followUpAt: __,
    isFollowedUp: ___,
    ...common
  } = found as DecidedCase & Partial<ToldCase>;
  return common;
}

/**
 * The case whose customer takes their objection back: what was decided before stands, as it did then (`before`), with the money that was
 * paid and the words that were written meanwhile.
 */
export function takeBack(before: Case, base: Case): Case {
  const { version, updatedAt, history, request, refunds, left, problem } = base;
  const found = {
    ...before,
    version,
    updatedAt,
    history,
    request,
    refunds,
    left,
    ...(problem && { problem }),
  };
  return found.status === 'told' || found.status === 'closed' ? rest(found) : found;
}

/** Closed where nothing is due any more. */
function rest(found: ToldCase): Case {
  return { ...found, status: nextDue(found) === undefined ? 'closed' : 'told' };
}

function changed(refund: Refund, event: RefundEvent): Refund {
  switch (event.type) {
    case 'refund-paid':
      return { ...refund, state: 'paid', paid: { at: event.at, by: event.by, reference: event.reference } };
    case 'refund-failed': {
      const { at, by, why, askAgainAt } = event;
      return { ...refund, state: 'failed', failure: { at, by, why }, askAgainAt };
    }
    case 'refund-reminder-due':
      return { ...refund, askAgainAt: event.askAgainAt, askedAgain: refund.askedAgain + 1 };
    case 'refund-late':
      return { ...refund, isLate: true, askAgainAt: event.askAgainAt, askedAgain: refund.askedAgain + 1 };
    default:
      return event satisfies never;
  }
}

function chosen(offers: Offers, event: OfferEvent): Offers {
  switch (event.type) {
    case 'offer-accepted':
      return { ...offers, state: 'accepted', accepted: event.offer };
    case 'offers-declined':
      return { ...offers, state: 'declined' };
    case 'offers-reminder-due':
      return { ...offers, isReminded: true };
    case 'offers-expired':
      return { ...offers, state: 'expired' };
    default:
      return event satisfies never;
  }
}

/** The refunds with one more that is asked for, where there is one. */
export function withRefund(refunds: Refund[], due: Event<'told'>['refund']): Refund[] {
  if (!due) return refunds;
  return [...refunds, { ...due, number: refunds.length + 1, state: 'asked', askedAgain: 0, isLate: false }];
}
