import type { CaseEvent, DecidedCase } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { factsOf, NOTHING_KNOWN } from '../domain/facts.ts';
import { currencyDigits, type Money } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { askedAmount, known } from '../domain/request.ts';
import { type Row, SCHEMA_VERSION } from './columns.ts';

const HOUR_MS = 3_600_000;
/** Places of the files' decimals. */
export const DECIMAL_PLACES = 3;

/** The row of a decided case; `customer` is the customer's pseudonym. Nothing anyone wrote gets into it. */
export function toRow(found: DecidedCase, customer: string, policy: Policy): Row {
  const { request, evaluation, decided, history } = found;
  const { decision } = decided;
  const amount = known(askedAmount(request));
  const refund = refundOf(decision);
  return {
    case_id: found.id,
    opened_at: found.openedAt,
    decided_at: decided.at,
    closed_at:
      found.status === 'closed' ? (history.findLast(({ type }) => closing.has(type))?.at ?? null) : null,
    customer,
    order_known: request.orderNumber.source === 'order',
    product_category: request.category.source === 'order' ? request.category.value : null,
    reason: known(request.reason) ?? null,
    wish: known(request.wish) ?? null,
    amount: thousandths(amount),
    currency: amount?.currency ?? null,
    ...days(found, policy),
    route: evaluation.route,
    score: evaluation.score,
    factors: evaluation.factors.map(({ id }) => id).join(';') || null,
    policy_version: evaluation.policyVersion,
    outcome: decision.outcome,
    refund_amount: thousandths(refund),
    refund_currency: refund?.currency ?? null,
    offer: decision.outcome === 'alternative' ? decision.offer : null,
    decided_level: found.round.level + 1,
    rounds: count(history, 'round-opened'),
    reminders: count(history, 'reminder-due') + count(history, 'overdue'),
    hours_to_decision:
      Math.round(((Date.parse(decided.at) - Date.parse(found.openedAt)) / HOUR_MS) * 100) / 100,
    feedback_score: found.feedback?.score ?? null,
    ...settled(found),
    objections:
      history.flatMap((event) => (event.type === 'objected' ? [event.about] : [])).join(';') || null,
    first_outcome: found.earlier[0]?.decision.outcome ?? null,
    schema_version: SCHEMA_VERSION,
  };
}

/** What closes a case, when it is the last that was left to do. */
const closing: ReadonlySet<CaseEvent['type']> = new Set([
  'followed-up',
  'refund-paid',
  'offer-accepted',
  'offers-declined',
  'offers-expired',
  'withdrawn',
]);

/** What became of the money and of the offers. Refunds of one case are in one currency, or in that of the last. */
function settled(found: DecidedCase) {
  const { refunds } = found;
  const paid = refunds.filter(({ state }) => state === 'paid');
  const last = paid.at(-1);
  const same = paid.filter(({ amount }) => amount.currency === last?.amount.currency);
  const minor = same.reduce((sum, { amount }) => sum + amount.minor, 0);
  return {
    offer_accepted: ('offers' in found && found.offers?.accepted) || null,
    paid_amount: thousandths(last && { ...last.amount, minor }),
    paid_currency: last?.amount.currency ?? null,
    paid_at:
      paid
        .flatMap((one) => one.paid?.at ?? [])
        .sort()
        .at(-1) ?? null,
    refund_late: refunds.some(({ isLate }) => isLate),
  };
}

/** Days need the day they count from; without an order there is none. */
function days({ request, openedAt }: DecidedCase, policy: Policy) {
  const { order } = factsOf(request, NOTHING_KNOWN, policy, openedAt);
  const purchased = known(request.purchasedOn) !== undefined;
  const arrived = known(request.deliveredOn) !== undefined;
  return {
    days_since_purchase: purchased ? order.daysSincePurchase : null,
    days_past_window: purchased || arrived ? order.daysPastWindow : null,
  };
}

function thousandths(money: Money | undefined): bigint | null {
  if (!money) return null;
  const shift = DECIMAL_PLACES - currencyDigits(money.currency);
  return BigInt(Math.round(money.minor * 10 ** shift));
}

function count(history: readonly CaseEvent[], type: CaseEvent['type']): number {
  return history.filter((event) => event.type === type).length;
}
