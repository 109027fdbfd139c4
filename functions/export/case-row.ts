import { isEvidence } from '../domain/attachments.ts';
import { type Case, type CaseEvent, type Decided, decisionsOf, isUnreachable } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { askedAmount, known } from '../domain/request.ts';
import { factCells } from './fact-cells.ts';
import { lastEvaluated } from './last-evaluated.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { CaseRow } from './tables/cases.ts';
import { SCHEMA_VERSION } from './tables/version.ts';
import { joined, thousandths } from './values.ts';

const HOUR_MS = 3_600_000;

/** The row of a case in the middle of the star. */
export function caseRow(found: Case, pseudonyms: Pseudonyms): CaseRow {
  return {
    ...asked(found, pseudonyms),
    ...evaluated(found),
    ...decided(found, pseudonyms),
    ...settled(found, pseudonyms),
    ...firstDecided(found),
    ...factCells(found),
    schema_version: SCHEMA_VERSION,
  };
}

function asked(found: Case, pseudonyms: Pseudonyms) {
  const { request, history } = found;
  const amount = known(askedAmount(request));
  const later = history.flatMap((event) => (event.type === 'customer-wrote' ? event.attachments : []));
  return {
    case_id: found.id,
    opened_at: found.openedAt,
    status: found.status,
    customer: pseudonyms.customer(request.customer.address),
    language: request.language,
    sender_verified: found.sender ? found.sender === 'verified' : null,
    order_known: request.orderNumber.source === 'order',
    channel: request.channel ?? null,
    product_category: categoryOf(found),
    product_categories: joined(request.categories),
    reason: known(request.reason) ?? null,
    wish: known(request.wish) ?? null,
    amount: thousandths(amount),
    currency: amount?.currency ?? null,
    evidence: [...request.attachments, ...later].filter(isEvidence).length,
  };
}

/** Of an order of several, the one that counted when it was evaluated. Never a word of the mail. */
function categoryOf(found: Case): string | null {
  const { category, categories } = found.request;
  if (category.source === 'order') return category.value;
  const counted = lastEvaluated(found)?.evaluation.facts?.['product.category'];
  return categories?.find((one) => one === counted) ?? null;
}

function evaluated(found: Case) {
  const last = lastEvaluated(found);
  const evaluation = last?.evaluation;
  return {
    evaluated_at: last?.at ?? null,
    route: evaluation?.route ?? null,
    score: evaluation?.score ?? null,
    confidence: evaluation?.confidence ?? null,
    factors: joined(evaluation?.factors.map(({ id }) => id)),
    policy_version: evaluation?.policyVersion ?? null,
    policy_fingerprint: evaluation?.policyFingerprint ?? null,
  };
}

function decided(found: Case, { approver }: Pseudonyms) {
  const { history, promised } = found;
  const last = decisionsOf(found).at(-1);
  const decision = last?.decision;
  const refund = decision && refundOf(decision);
  return {
    outcome: decision?.outcome ?? null,
    decided_at: last?.at ?? null,
    refund_amount: thousandths(refund),
    refund_currency: refund?.currency ?? null,
    offer: decision?.outcome === 'alternative' ? decision.offer : null,
    approver: last ? approver(last.by) : null,
    answers: last ? 1 + (last.with?.length ?? 0) : null,
    decided_level: last ? levelOf(last, history) : null,
    rounds: count(history, 'round-opened'),
    reminders: count(history, 'reminder-due') + count(history, 'overdue'),
    questions: count(history, 'question-asked'),
    overdue: count(history, 'overdue') > 0,
    promised_by: promised && !promised.untold ? promised.by : null,
    promise_broken: count(history, 'promise-broken') > 0,
    hours_to_decision: last ? hoursBetween(found.openedAt, last.at) : null,
  };
}

function settled(found: Case, { approver }: Pseudonyms) {
  const { history, refunds, feedback } = found;
  const paid = refunds.filter(({ state }) => state === 'paid');
  const currency = paid.at(-1)?.amount.currency;
  // Refunds of one case are in one currency, or in that of the last.
  const sum = paid
    .filter(({ amount }) => amount.currency === currency)
    .reduce((minor, { amount }) => minor + amount.minor, 0);
  const decisions = decisionsOf(found);
  const first = decisions.length > 1 ? decisions[0] : undefined;
  return {
    offers_open: joined(last(history, 'told')?.offers?.choices),
    offer_accepted: last(history, 'offer-accepted')?.offer ?? null,
    paid_amount: thousandths(currency === undefined ? undefined : { minor: sum, currency }),
    paid_currency: currency ?? null,
    paid_at: last(history, 'refund-paid')?.at ?? null,
    refund_late: refunds.some(({ isLate }) => isLate),
    objections: joined(history.flatMap((event) => (event.type === 'objected' ? [event.about] : []))),
    first_outcome: first?.decision.outcome ?? null,
    first_decided_at: first?.at ?? null,
    first_approver: first ? approver(first.by) : null,
    unreachable: isUnreachable(found),
    followed_up_at: last(history, 'followed-up')?.at ?? null,
    feedback_score: feedback?.score ?? null,
    feedback_left: feedback?.left ?? null,
    feedback_at: feedback?.at ?? null,
    withdrawn_at: found.status === 'withdrawn' ? found.withdrawnAt : null,
    closed_at:
      found.status === 'closed' ? (history.findLast(({ type }) => closing.has(type))?.at ?? null) : null,
  };
}

/** What whoever decided first had before them: a case that is looked at again may be weighed anew. */
function firstDecided(found: Case) {
  const { history } = found;
  const [first] = decisionsOf(found);
  const until = history.findIndex((event) => event.type === 'decided' && event.at === first?.at);
  const seen = last(history.slice(0, Math.max(0, until)), 'evaluated')?.evaluation;
  const facts = seen?.facts;
  return {
    first_level: first ? levelOf(first, history) : null,
    first_route: seen?.route ?? null,
    first_score: seen?.score ?? null,
    first_policy_version: seen?.policyVersion ?? null,
    first_precedents_count: numberOf(facts?.['precedents.count']),
    first_precedents_approved_share: numberOf(facts?.['precedents.approvedShare']),
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

/** The level of the round in which it was decided, from 1. */
function levelOf({ at, round }: Decided, history: readonly CaseEvent[]): number | null {
  const until = history.findLastIndex((event) => event.type === 'decided' && event.at === at);
  const opened = last(history.slice(0, until), 'round-opened', (event) => event.round === round);
  return opened ? opened.level + 1 : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

type Event<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

function last<T extends CaseEvent['type']>(
  history: readonly CaseEvent[],
  type: T,
  is: (event: Event<T>) => boolean = () => true,
): Event<T> | undefined {
  return history.findLast((event): event is Event<T> => event.type === type && is(event as Event<T>));
}

function count(history: readonly CaseEvent[], type: CaseEvent['type']): number {
  return history.filter((event) => event.type === type).length;
}

function hoursBetween(from: string, to: string): number {
  return Math.round(((Date.parse(to) - Date.parse(from)) / HOUR_MS) * 100) / 100;
}
