import { type Course, DAY, type Decided, HOUR, happen, mail, thousandths } from './course.ts';
import type { Random } from './random.ts';

const SECOND = 1_000;
const OFFERS = ['store-credit', 'exchange'];
const OFFER_DAYS = 30;

/** What becomes of a decision that nobody objects to; the instants at which the case's parts are over. */
export interface Settled {
  toldAt: number;
  offersOpen: string[];
  offerAccepted: { at: number; offer: string } | undefined;
  paidAt: number | undefined;
  isLate: boolean;
  followedUpAt: number;
  feedback: { at: number; score: number; left: boolean } | undefined;
  closedAt: number;
}

/** Tells a decision; the money and the offers that follow from it have their own pace. */
export function tell(
  random: Random,
  course: Course,
  decided: Decided,
): Pick<Settled, 'toldAt' | 'paidAt' | 'isLate'> {
  const toldAt = decided.at + 3 * SECOND;
  const money = { amount: thousandths(decided.cents), currency: course.currency };
  happen(course, toldAt, 'told', 'flow', decided.cents === undefined ? {} : money);
  mail(course, toldAt - SECOND, 'decision', 'customer');
  if (decided.cents === undefined) return { toldAt, paidAt: undefined, isLate: false };
  happen(course, toldAt - 2 * SECOND, 'refund-asked', 'flow', money);
  mail(course, toldAt + SECOND, 'refund-request', 'finance');
  const isLate = random.chance(0.03);
  const paidAt = Math.round(toldAt + (isLate ? 9 : 0.3 + 5 * random.next()) * DAY);
  if (isLate) {
    happen(course, toldAt + 7 * DAY, 'refund-late', 'flow');
    mail(course, toldAt + 7 * DAY + SECOND, 'refund-late', 'customer');
  }
  happen(course, paidAt, 'refund-paid', 'finance', money);
  mail(course, paidAt + SECOND, 'refund-paid', 'customer');
  return { toldAt, paidAt, isLate };
}

/** What follows once no objection comes. `dissatisfied`: how likely somebody is who answers. */
export function settle(
  random: Random,
  course: Course,
  decided: Decided,
  told: ReturnType<typeof tell>,
  dissatisfied: number,
): Settled {
  const { toldAt, paidAt } = told;
  const offersOpen =
    decided.offer !== undefined ? [decided.offer] : decided.outcome === 'declined' ? OFFERS : [];
  const takes = offersOpen.length > 0 && random.chance(decided.offer === undefined ? 0.2 : 0.6);
  const answeredAt = Math.round(toldAt + random.skewed(2 * DAY, 0.7));
  let offersOverAt = toldAt;
  let offerAccepted: Settled['offerAccepted'];
  if (takes && answeredAt < toldAt + OFFER_DAYS * DAY) {
    offerAccepted = { at: answeredAt, offer: random.pick(offersOpen) };
    offersOverAt = answeredAt;
    happen(course, answeredAt, 'offer-accepted', 'customer', { offer: offerAccepted.offer });
    mail(course, answeredAt + SECOND, 'offer-accepted', 'customer');
  } else if (offersOpen.length > 0) {
    offersOverAt = toldAt + OFFER_DAYS * DAY;
    happen(course, offersOverAt, 'offers-expired', 'flow');
  }
  const followedUpAt = toldAt + 5 * DAY;
  happen(course, followedUpAt, 'followed-up', 'flow');
  mail(course, followedUpAt - SECOND, 'follow-up', 'customer');
  const closedAt = Math.max(followedUpAt, paidAt ?? 0, offersOverAt);
  return {
    ...told,
    offersOpen,
    offerAccepted,
    followedUpAt,
    feedback: feedback(random, course, followedUpAt, dissatisfied),
    closedAt,
  };
}

function feedback(random: Random, course: Course, from: number, dissatisfied: number): Settled['feedback'] {
  if (!random.chance(0.35)) return undefined;
  const at = Math.round(from + random.skewed(10, 1) * HOUR);
  const isSad = random.chance(dissatisfied);
  const score = isSad ? random.between(1, 2) : random.between(3, 5);
  happen(course, at, 'feedback-given', 'customer', { score });
  return { at, score, left: isSad && random.chance(0.5) };
}
