import type { Case, CaseEvent, ToldCase } from './case.ts';
import { impossible } from './impossible.ts';
import { nextDue, type Offers, type Refund } from './settlement.ts';

type Told = Extract<CaseEvent, { type: 'told' }>;
type SettlingEvent = Extract<
  CaseEvent,
  {
    type:
      | 'followed-up'
      | 'refund-paid'
      | 'refund-failed'
      | 'refund-reminder-due'
      | 'refund-late'
      | 'offer-accepted'
      | 'offers-declined'
      | 'offers-reminder-due'
      | 'offers-expired';
  }
>;

/** The case once its decision was told, with the money and the offers that came with it. */
export function tell(base: Extract<Case, { status: 'decided' }>, event: Told): Case {
  const { followUpAt, refund, offers } = event;
  return {
    ...base,
    status: 'told',
    followUpAt,
    isFollowedUp: false,
    ...(refund && { refund: asked(refund) }),
    ...(offers && { offers: { ...offers, state: 'open', isReminded: false } }),
  };
}

/** The case after something happened to its money, its offers or its follow-up; closed where nothing is due any more. */
export function settle(base: Case, event: SettlingEvent): Case {
  if (base.status !== 'told' && base.status !== 'closed') throw impossible(base, event);
  const settled = change(base, event);
  return { ...settled, status: nextDue(settled) === undefined ? 'closed' : 'told' };
}

function change(base: ToldCase, event: SettlingEvent): ToldCase {
  switch (event.type) {
    case 'followed-up':
      return { ...base, isFollowedUp: true };
    case 'refund-paid':
    case 'refund-failed':
    case 'refund-reminder-due':
    case 'refund-late':
      if (!base.refund) throw impossible(base, event);
      return { ...base, refund: changeRefund(base.refund, event) };
    case 'offer-accepted':
    case 'offers-declined':
    case 'offers-reminder-due':
    case 'offers-expired': {
      if (base.offers?.state !== 'open') throw impossible(base, event);
      const refund = event.type === 'offer-accepted' ? event.refund : undefined;
      return { ...base, offers: changeOffers(base.offers, event), ...(refund && { refund: asked(refund) }) };
    }
    default:
      return event satisfies never;
  }
}

function changeRefund(refund: Refund, event: Extract<SettlingEvent, { type: `refund-${string}` }>): Refund {
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

function changeOffers(offers: Offers, event: Extract<SettlingEvent, { type: `offer${string}` }>): Offers {
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

function asked(due: Pick<Refund, 'amount' | 'way' | 'dueBy' | 'askAgainAt'>): Refund {
  return { ...due, state: 'asked', askedAgain: 0, isLate: false };
}
