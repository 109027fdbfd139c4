import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import { factReaders } from '../../../functions/domain/fact-readers.ts';
import type { Star } from '../../../functions/export/star.ts';
import type { CaseRow } from '../../../functions/export/tables/cases.ts';
import type { EventRow } from '../../../functions/export/tables/events.ts';
import type { FactorRow } from '../../../functions/export/tables/factors.ts';
import { factColumns } from '../../../functions/export/tables/facts.ts';
import { SCHEMA_VERSION } from '../../../functions/export/tables/version.ts';
import { type Course, type Happened, HOUR, thousandths } from './course.ts';
import type { Person } from './people.ts';
import type { Asked } from './requests.ts';
import type { Settled } from './settling.ts';

/** A case as it is known when the year's files are written. */
export interface Life {
  id: string;
  person: Person;
  asked: Asked;
  evaluation: Evaluation;
  /** What people go by when they decide: another one where the guidelines became worse. */
  heeded: Evaluation;
  openedAt: number;
  course: Course;
  settled: Settled | undefined;
  promisedBy: number;
  withdrawnAt: number | undefined;
  objections: string[];
  /** What happened later is not known yet. */
  asOf: number;
}

const iso = (at: number) => new Date(at).toISOString();

/** The rows of a case in each table; nothing that happened after `asOf` is in them. */
export function rowsOf(life: Life, only: ReadonlySet<string>): Star {
  const { id, course, asOf } = life;
  const events = course.events.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at);
  const mails = only.has('mails')
    ? course.mails.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at)
    : [];
  return {
    cases: [caseRow(life, events)],
    factors: only.has('factors') ? factorRows(life) : [],
    events: only.has('events') ? events.map((event, index) => eventRow(id, index + 1, event)) : [],
    mails: mails.map(({ at, ...mail }, index) => ({
      case_id: id,
      position: index + 1,
      at: iso(at),
      ...mail,
      schema_version: SCHEMA_VERSION,
    })),
  };
}

/** Written out, since there are millions of them. */
function eventRow(case_id: string, position: number, event: Happened): EventRow {
  return {
    case_id,
    position,
    at: iso(event.at),
    type: event.type,
    actor: event.actor,
    person: event.person ?? null,
    round: event.round ?? null,
    level: event.level ?? null,
    outcome: event.outcome ?? null,
    route: event.route ?? null,
    why: event.why ?? null,
    amount: event.amount ?? null,
    currency: event.currency ?? null,
    offer: event.offer ?? null,
    mail_kind: event.mail_kind ?? null,
    score: event.score ?? null,
    schema_version: SCHEMA_VERSION,
  };
}

function factorRows({ id, evaluation }: Life): FactorRow[] {
  return evaluation.factors.map(({ id: factor, weight }, index) => ({
    case_id: id,
    position: index + 1,
    factor,
    weight,
    policy_version: evaluation.policyVersion,
    schema_version: SCHEMA_VERSION,
  }));
}

function caseRow(life: Life, events: Course['events']): CaseRow {
  const { id, person, openedAt, asked, evaluation, course, asOf } = life;
  const { facts, unknown } = asked;
  const known = (fact: string) => !unknown.some((one) => one === fact);
  const count = (...types: string[]) => events.filter(({ type }) => types.includes(type)).length;
  const decisions = course.decisions.filter(({ at }) => at <= asOf);
  const last = decisions.at(-1);
  const first = decisions.length > 1 ? decisions[0] : undefined;
  const settled = life.settled && life.settled.toldAt <= asOf ? life.settled : undefined;
  const before = <T extends { at: number }>(one: T | undefined) => (one && one.at <= asOf ? one : undefined);
  const feedback = before(settled?.feedback);
  const paid = events.filter(({ type }) => type === 'refund-paid');
  const withdrawn = life.withdrawnAt !== undefined && life.withdrawnAt <= asOf;
  const evaluatedAt = events.findLast(({ type }) => type === 'evaluated')?.at ?? openedAt;
  const promised = events.find(({ type }) => type === 'round-opened');
  const isClosed = settled !== undefined && settled.closedAt <= asOf;
  return {
    case_id: id,
    opened_at: iso(openedAt),
    status: withdrawn
      ? 'withdrawn'
      : isClosed
        ? 'closed'
        : settled
          ? 'told'
          : last
            ? 'decided'
            : promised
              ? 'awaiting-decision'
              : 'evaluated',
    customer: person.customer,
    language: person.language,
    sender_verified: facts.sender.verified,
    order_known: facts.order.known,
    channel: known('order.channel') ? facts.order.channel : null,
    product_category: known('product.category') ? facts.product.category : null,
    product_categories: null,
    reason: known('request.reason') ? facts.request.reason : null,
    wish: known('request.wish') ? facts.request.wish : null,
    amount: thousandths(asked.cents),
    currency: asked.cents === undefined ? null : person.currency,
    evidence: facts.request.evidence,
    evaluated_at: iso(evaluatedAt),
    route: evaluation.route,
    score: evaluation.score,
    confidence: evaluation.confidence ?? null,
    factors: evaluation.factors.map((factor) => factor.id).join(';') || null,
    policy_version: evaluation.policyVersion,
    policy_fingerprint: evaluation.policyFingerprint ?? null,
    outcome: last?.outcome ?? null,
    decided_at: last ? iso(last.at) : null,
    refund_amount: thousandths(last?.cents),
    refund_currency: last?.cents === undefined ? null : person.currency,
    offer: last?.offer ?? null,
    approver: last?.approver ?? null,
    answers: last ? 1 : null,
    decided_level: last?.level ?? null,
    rounds: count('round-opened'),
    reminders: count('reminder-due', 'overdue'),
    questions: count('question-asked'),
    overdue: count('overdue') > 0,
    promised_by: promised ? iso(life.promisedBy) : null,
    promise_broken: count('promise-broken') > 0,
    hours_to_decision: last ? Math.round(((last.at - openedAt) / HOUR) * 100) / 100 : null,
    offers_open: settled?.offersOpen.join(';') || null,
    offer_accepted: before(settled?.offerAccepted)?.offer ?? null,
    paid_amount: paid.length > 0 ? paid.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n) : null,
    paid_currency: paid.length > 0 ? person.currency : null,
    paid_at: paid.length > 0 ? iso(Math.max(...paid.map(({ at }) => at))) : null,
    refund_late: count('refund-late') > 0,
    objections: life.objections.join(';') || null,
    first_outcome: first?.outcome ?? null,
    first_decided_at: first ? iso(first.at) : null,
    first_approver: first?.approver ?? null,
    // A case is weighed anew after an objection to a fact only, and a made-up year has none.
    first_level: decisions[0]?.level ?? null,
    first_route: last ? evaluation.route : null,
    first_score: last ? evaluation.score : null,
    first_policy_version: last ? evaluation.policyVersion : null,
    first_precedents_count: last ? facts.precedents.count : null,
    first_precedents_approved_share: last ? facts.precedents.approvedShare : null,
    unreachable: false,
    followed_up_at: settled && settled.followedUpAt <= asOf ? iso(settled.followedUpAt) : null,
    feedback_score: feedback?.score ?? null,
    feedback_left: feedback?.left ?? null,
    feedback_at: feedback ? iso(feedback.at) : null,
    withdrawn_at: withdrawn && life.withdrawnAt !== undefined ? iso(life.withdrawnAt) : null,
    closed_at: isClosed && settled ? iso(settled.closedAt) : null,
    ...factCells(asked),
    schema_version: SCHEMA_VERSION,
  };
}

function factCells({ facts, unknown }: Asked): Pick<CaseRow, `fact_${string}`> {
  const cells: Record<string, string | number | boolean | bigint | null> = {};
  for (const { name, fact, type } of factColumns) {
    const value = factReaders[fact](facts);
    const isKnown = !unknown.includes(fact);
    cells[name] = !isKnown ? null : type === 'decimal' ? BigInt(Math.round(Number(value) * 1000)) : value;
  }
  return cells;
}
