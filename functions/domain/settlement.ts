import type { Case, CaseEvent, DecidedCase } from './case.ts';
import { refundOf } from './decision.ts';
import { LinkEarly, OffersClosed, RefundSettled } from './errors.ts';
import { beyond, partialRefund, refundsBefore } from './granted.ts';
import { offersFor, refundWay } from './limits.ts';
import type { Money } from './money.ts';
import type { Offer, Policy } from './policy.ts';
import { askedAmount, known } from './request.ts';
import { daysAfter, earliest, endOfDayAfter, type Instant } from './time.ts';

/** Money on its way to the customer. A case has a second one where somebody else granted more, once the customer had objected. */
export interface Refund {
  /** From 1. */
  number: number;
  amount: Money;
  way?: string | undefined;
  /** Until when the customer was told that they have it. */
  dueBy: Instant;
  /** When whoever pays is asked again, and how often they were. */
  askAgainAt: Instant;
  askedAgain: number;
  state: 'asked' | 'paid' | 'failed';
  /** Whether the day passed without a word that it was paid: the customer is told so. */
  isLate: boolean;
  paid?: { at: Instant; by: string; reference: string };
  failure?: { at: Instant; by: string; why: string };
}

/** What the customer may choose instead of, or after, the decision. */
export interface Offers {
  choices: string[];
  remindAt: Instant;
  expiresAt: Instant;
  state: 'open' | 'accepted' | 'declined' | 'expired';
  isReminded: boolean;
  accepted?: string;
}

/** Finance is asked again in these steps (days) once the money is late. */
const ASK_AGAIN_DAYS = 2;

type Told = Extract<CaseEvent, { type: 'told' }>;

/** What is set going when a decision is told: the money it grants, and what the customer may choose from. */
export function settlementOf(
  found: DecidedCase,
  at: Instant,
  policy: Policy,
): Pick<Told, 'refund' | 'offers'> {
  const { decision } = found.decided;
  const amount = beyond(refundOf(decision), found.refunds);
  const refund =
    amount && refundDue(amount, 'way' in decision ? decision.way : undefined, found.decided.at, policy);
  const choices = choicesOf(found, policy).map(({ id }) => id);
  return {
    ...(refund && { refund }),
    ...(choices.length > 0 && { offers: offered(choices, found, at, policy) }),
  };
}

/**
 * The offers a customer can accept with a click: the one that was decided, or those the policy names when it declines, but no part of the
 * money that was granted before already.
 */
export function choicesOf(found: DecidedCase, policy: Policy): Offer[] {
  const { decision } = found.decided;
  const amount = known(askedAmount(found.request));
  const before = refundsBefore(found);
  const within = offersFor(policy, amount).filter((offer) => {
    const part = partialRefund(offer, amount);
    return !part || beyond(part, before) !== undefined;
  });
  if (decision.outcome === 'alternative') return within.filter(({ id }) => id === decision.offer);
  return decision.outcome === 'declined' ? within.filter(({ namedWhenDeclining }) => namedWhenDeclining) : [];
}

/** The next instant at which something is due after a decision was told; undefined where nothing is any more. */
export function nextDue({ refunds, offers, followUpAt, isFollowedUp }: Settling): Instant | undefined {
  const due = [
    ...(isFollowedUp ? [] : [followUpAt]),
    ...(offers?.state === 'open' ? [offers.isReminded ? offers.expiresAt : offers.remindAt] : []),
    ...refundsDue(refunds),
  ];
  const [first, ...others] = due;
  return first && earliest(first, ...others);
}

/** When something is due about each refund that is not paid: whoever pays is asked again, or it is late. */
export function refundsDue(refunds: readonly Refund[]): Instant[] {
  return refunds
    .filter(({ state }) => state !== 'paid')
    .map(({ isLate, askAgainAt, dueBy }) => (isLate ? askAgainAt : earliest(askAgainAt, dueBy)));
}

export interface Settling {
  refunds: Refund[];
  offers?: Offers | undefined;
  followUpAt: Instant;
  isFollowedUp: boolean;
}

/** What time alone brings about: reminders, offers that run out, money that is late. */
export function passTime(
  { offers, refunds }: Pick<Settling, 'offers' | 'refunds'>,
  at: Instant,
): CaseEvent[] {
  const due = (instant: Instant) => Date.parse(at) >= Date.parse(instant);
  const events: CaseEvent[] = [];
  if (offers?.state === 'open') {
    if (due(offers.expiresAt)) events.push({ type: 'offers-expired', at });
    else if (!offers.isReminded && due(offers.remindAt)) events.push({ type: 'offers-reminder-due', at });
  }
  for (const { number: refund, state, isLate, dueBy, askAgainAt } of refunds) {
    const next = { at, refund, askAgainAt: daysAfter(at, ASK_AGAIN_DAYS) };
    if (state === 'paid') continue;
    if (!isLate && due(dueBy)) events.push({ type: 'refund-late', ...next });
    else if (due(askAgainAt)) events.push({ type: 'refund-reminder-due', ...next });
  }
  return events;
}

/**
 * The decision that granted a refund of a case, which may have been decided again since; of a refund that is just being asked for, the
 * last. Undefined where there is no such refund.
 */
export function decisionBehind({ history }: Case, refund: number): DecidedEvent | undefined {
  let decided: DecidedEvent | undefined;
  let refunds = 0;
  for (const event of history) {
    if (event.type === 'decided') decided = event;
    if (asks.has(event.type) && 'refund' in event && event.refund) refunds += 1;
    if (refunds === refund) return decided;
  }
  return refund === refunds + 1 ? decided : undefined;
}
/** What may bring a refund with it. */
const asks: ReadonlySet<CaseEvent['type']> = new Set(['refund-asked', 'told', 'offer-accepted']);
type DecidedEvent = Extract<CaseEvent, { type: 'decided' }>;

/** Whether whatever listens to the events was told of a refund. */
export function isAnnounced({ history }: Case, refund: number): boolean {
  return history.some((event) => event.type === 'refund-announced' && event.refund === refund);
}

/** What whoever pays says of a refund. */
export type RefundSaid = { at: Instant; by: string; refund: number } & (
  | { outcome: 'paid'; reference: string }
  | { outcome: 'failed'; why: string }
);

/**
 * What it changes that they said so; saying it again changes nothing. Throws RefundSettled where it was paid already under another
 * reference, or there is no such refund, LinkEarly while it is being recorded that it was asked for.
 */
export function confirmRefund({ id, status, refunds }: Case, said: RefundSaid): CaseEvent[] {
  const { at, by, refund } = said;
  const found = refunds.find(({ number }) => number === refund);
  if (!found && status === 'decided' && refund === refunds.length + 1)
    throw new LinkEarly(`refund ${refund} of case ${id} is just being asked for`);
  if (!found) throw new RefundSettled(`case ${id} has no refund ${refund} that could be confirmed`);
  if (found.paid) {
    if (said.outcome === 'paid' && said.reference === found.paid.reference) return [];
    throw new RefundSettled(
      `refund ${refund} of case ${id} was confirmed as paid with the reference ${found.paid.reference}`,
    );
  }
  if (said.outcome === 'paid') return [{ type: 'refund-paid', at, refund, by, reference: said.reference }];
  if (found.state === 'failed' && found.failure?.why === said.why) return [];
  const askAgainAt = daysAfter(at, ASK_AGAIN_DAYS);
  return [{ type: 'refund-failed', at, refund, by, why: said.why, askAgainAt }];
}

/**
 * The customer accepts an offer, or none of them. Choosing the same again changes nothing. Throws LinkEarly while it is being recorded that they
 * were told, OffersClosed where there is nothing to choose any more.
 */
export function chooseOffer(
  found: Case & { offers?: Offers | undefined },
  chosen: { at: Instant; offer: string | undefined },
  policy: Policy,
): CaseEvent[] {
  const { offers } = found;
  const { at, offer } = chosen;
  if (found.status === 'decided') throw new LinkEarly(`case ${found.id} is just being told`);
  if (offers?.state === 'accepted' && offers.accepted === offer) return [];
  if (offers?.state === 'declined' && offer === undefined) return [];
  if (offers?.state !== 'open' || (offer !== undefined && !offers.choices.includes(offer)))
    throw new OffersClosed(`case ${found.id} has no offer "${offer ?? 'none'}" open`);
  if (offer === undefined) return [{ type: 'offers-declined', at }];
  const named = policy.offers.find(({ id }) => id === offer);
  const money = named && beyond(partialRefund(named, known(askedAmount(found.request))), found.refunds);
  const refund = money && refundDue(money, undefined, at, policy);
  return [{ type: 'offer-accepted', at, offer, ...(refund && { refund }) }];
}

function refundDue(
  amount: Money,
  way: string | undefined,
  from: Instant,
  policy: Policy,
): NonNullable<Told['refund']> {
  const { days } = refundWay(policy, way);
  return {
    amount,
    ...(way !== undefined && { way }),
    dueBy: endOfDayAfter(from, days, policy.shop.timeZone),
    askAgainAt: daysAfter(from, days / 2),
  };
}

function offered(
  choices: string[],
  found: DecidedCase,
  at: Instant,
  policy: Policy,
): NonNullable<Told['offers']> {
  const remindAt = daysAfter(at, policy.offerDays * (1 - OFFER_WARNED_AHEAD));
  return { choices, remindAt, expiresAt: offersUntil(found, policy) };
}

/** When the last day on which the customer can choose is over: the mail that tells the decision names that day. */
export function offersUntil({ decided }: DecidedCase, { offerDays, shop }: Policy): Instant {
  return endOfDayAfter(decided.at, offerDays, shop.timeZone);
}

/** This share of the time to choose is left when the customer is reminded that it runs out. */
const OFFER_WARNED_AHEAD = 0.2;
