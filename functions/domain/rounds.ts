import { isSameAddress } from './address.ts';
import { areEnough, countAnswer } from './answers.ts';
import {
  type Absence,
  type Asked,
  absenceOf,
  firstLevelFor,
  levelOf,
  mayDecide,
  type Staffing,
  whoIsAsked,
} from './approvers.ts';
import { businessHoursAfter } from './business-hours.ts';
import type { AwaitingCase, Case, CaseEvent, LeftBecause } from './case.ts';
import { Decision, refundOf } from './decision.ts';
import { CaseMovedOn, InvalidInput, NotAsked, RoundOver } from './errors.ts';
import { leave } from './evolve-round.ts';
import { firstLevel, limitOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { known } from './request.ts';
import { isWithinLimit, type Round, roundDeadline, waitsFor } from './round.ts';
import { type Day, daysAfter, type Instant } from './time.ts';

/** What every change of a round goes by. `absences`: what approvers said themselves; none where it is left out. */
export interface Rules {
  at: Instant;
  policy: Policy;
  absences?: readonly Absence[] | undefined;
}

/** The first round of a case, and who is not asked because they named this customer as a conflict before. */
export function firstRound(found: Case, rules: Rules, conflicted: readonly string[]): CaseEvent[] {
  const { at, policy } = rules;
  const number = roundsOf(found) + 1;
  const more = conflicted.filter((person) => !found.left.includes(person));
  const left = more.map((person): CaseEvent => {
    return { type: 'approver-left', at, round: number, person, why: 'conflict' };
  });
  const staffing = staffingOf(found, rules, conflicted);
  const asked = whoIsAsked(staffing, firstLevelFor(staffing, known(found.request.amount)));
  const since = found.history.findLast(({ type }) => type === 'reopened')?.at ?? found.openedAt;
  return [...left, { ...opened(asked, number, rules), promised: promise(since, policy) }];
}

/**
 * A wait ran out: remind the same people, then ask the next level, then (nobody left to ask) raise the alarm and go on asking. What is
 * due at once is done at once, so that looking twice is looking once.
 */
export function passDeadline(found: AwaitingCase, rules: Rules): CaseEvent[] {
  const { at, policy } = rules;
  const { round, promised } = found;
  const due = (instant: Instant) => Date.parse(at) >= Date.parse(instant);
  const isOver = due(roundDeadline(round));
  if (round.question && !isOver) return [];
  const events: CaseEvent[] = [];
  if (promised && !promised.broken && due(promised.warnAt))
    events.push({ type: 'promise-broken', at, promised: promised.by });
  if (!isOver) return events;
  if (round.question) return [...events, resumed(found, rules, 'unanswered')];
  // Nobody is reminded of what is over, and nobody can be where nobody is asked.
  if (round.stage === 'asked' && !due(round.deadline) && round.approvers.length > 0)
    return [...events, { type: 'reminder-due', at, round: round.number }];
  const next = nextRound(found, rules);
  if (next) return [...events, next];
  const hours = policy.approval.levels[levelOf(policy, round)]?.deadlineHours ?? 1;
  const deadline = businessHoursAfter(at, hours, policy.shop);
  return [...events, { type: 'overdue', at, round: round.number, deadline }];
}

/**
 * An approver answers: the decision, where it takes no more than theirs, else one answer towards it. More than they may approve is a
 * recommendation to the next level. `seen`: what they had seen of the case (newsOf), undefined where nobody can say. Throws
 * RoundOver, NotAsked, CaseMovedOn.
 */
export function answerRound(
  found: Case,
  answer: { round: number; by: string; decision: Decision; seen?: number | undefined; news: number },
  rules: Rules,
): CaseEvent[] {
  const { by, decision, seen, news } = answer;
  const awaiting = stillAsked(found, answer.round, by, rules);
  if (seen !== undefined && seen !== news)
    throw new CaseMovedOn(`case ${found.id} is not as ${by} has seen it`);
  const { round } = awaiting;
  const { at, policy } = rules;
  const answered = { type: 'approver-answered', at, round: round.number, by, decision } as const;
  // A form that is sent twice is one answer.
  const isKnown = round.answers.some((one) => isSameAddress(one.by, by) && isSame(one.decision, decision));
  const events = isKnown ? [] : [answered];
  if (!isWithinLimit(round, decision)) return [...events, ...anyoneElse(awaiting, rules, answer)];
  const { decides, alike, waitsForSecond, tooFew } = countAnswer(awaiting, by, decision, policy);
  if (decides) return [{ ...answered, type: 'decided', ...(alike.length > 0 && { with: alike }) }];
  const others = isAnswered(awaiting, by) ? [] : waitsFor(round).filter((one) => !isSameAddress(one, by));
  if (others.length > 0) return events.map((event) => ({ ...event, ...(waitsForSecond && { second: true }) }));
  // Everybody has answered, and they do not agree or are too few.
  return [...events, ...(tooFew ? anyoneElse(awaiting, rules, answer) : nextRound(awaiting, rules))];
}

/** An approver asks the customer something. Nothing, while another question waits for its answer. */
export function askCustomer(
  found: Case,
  asked: { round: number; by: string; text: string },
  { at, policy }: Rules,
): CaseEvent[] {
  const { round } = stillAsked(found, asked.round, asked.by);
  if (round.question) return [];
  const until = daysAfter(at, policy.approval.customerDays);
  return [{ type: 'question-asked', at, round: round.number, by: asked.by, text: asked.text, until }];
}

/** The round goes on: the customer has answered, or nobody waits for them any longer. */
export function resumed(
  { round }: AwaitingCase,
  { at, policy }: Rules,
  why: 'answered' | 'unanswered' | 'unreachable',
): CaseEvent {
  const again = why === 'answered' ? { promised: promise(at, policy) } : {};
  return {
    type: 'round-resumed',
    at,
    round: round.number,
    why,
    ...waitsOf(levelOf(policy, round), at, policy),
    ...again,
  };
}

/**
 * Somebody is asked no longer. Where nobody is left who could answer, the next level is asked at once. The last person there is stays
 * asked while they are away or cannot be reached: they may come back, and a case that nobody is asked about nobody can decide.
 */
export function leaveRound(
  found: Case,
  leaving: {
    round: number;
    person: string;
    why: LeftBecause;
    to?: string | undefined;
    until?: Day | undefined;
    note?: string | undefined;
  },
  rules: Rules,
): CaseEvent[] {
  if (found.status !== 'awaiting-decision' || found.round.number !== leaving.round) return [];
  const { round } = found;
  if (!round.approvers.some((one) => isSameAddress(one, leaving.person))) return [];
  const event = { type: 'approver-left', at: rules.at, ...leaving } as const;
  if (event.to !== undefined) return [event];
  const answered = round.answers.map(({ by }) => by);
  const staying = round.approvers.filter((one) => !isSameAddress(one, leaving.person));
  const needed = answersOfLevel({ ...found, round: { ...round, approvers: staying } }, rules.policy);
  const waitsFor = staying.filter((one) => !answered.includes(one));
  if (waitsFor.length > 0 && staying.length >= needed) return [event];
  const gone = leaving.why === 'handed-over' ? [] : [leaving.person];
  const next = nextRound(found, rules, gone);
  const mayComeBack = event.why === 'away' || event.why === 'unreachable';
  if (!next && staying.length === 0 && mayComeBack) return [];
  return [event, ...(next ? [next] : [])];
}

/** Whether a case may be handed to somebody: they may decide it, and are there. */
export function mayTakeOver(found: AwaitingCase, person: string, rules: Rules): boolean {
  const staffing = staffingOf(found, rules);
  return mayDecide(staffing, person) && absenceOf(staffing, person) === undefined;
}

/** How many answers of one kind a decision takes: what the level asks for, and two where it approves much. */
export function answersNeeded(found: AwaitingCase, decision: Decision, policy: Policy): number {
  const { secondAbove } = policy.approval;
  const money = refundOf(decision);
  const second = money !== undefined && secondAbove !== undefined && !isWithin(money, secondAbove, policy);
  return Math.max(answersOfLevel(found, policy), second ? 2 : 1);
}

/** How many answers of one kind the round's level takes. */
export function answersOfLevel({ round }: AwaitingCase, policy: Policy): number {
  const answers = policy.approval.levels[levelOf(policy, round)]?.answers ?? 'first';
  if (answers === 'first') return 1;
  return answers === 'all' ? Math.max(1, round.approvers.length) : answers;
}

function stillAsked(found: Case, round: number, by: string): AwaitingCase {
  if (found.status !== 'awaiting-decision' || found.round.number !== round)
    throw new RoundOver(`round ${round} of case ${found.id} is over`);
  if (!found.round.approvers.some((one) => isSameAddress(one, by)))
    throw new NotAsked(`${by} is not asked about case ${found.id} any more`);
  return found;
}

/** The level above, where it has anybody: not those who left, nor those who are asked already. */
function nextRound(found: AwaitingCase, rules: Rules, gone: readonly string[] = []): CaseEvent | undefined {
  const { round } = found;
  const staffing = staffingOf(found, rules, gone);
  const asked = whoIsAsked(staffing, levelOf(rules.policy, round) + 1);
  const isAbove = asked.level > levelOf(rules.policy, round);
  const nobodyHere = round.approvers.every((one) => gone.some((left) => isSameAddress(left, one)));
  if (asked.approvers.length === 0 || !(isAbove || nobodyHere)) return undefined;
  return opened(asked, round.number + 1, rules);
}

/** Whoever may give the answer that is still needed: the levels above, else the nearest below. */
function anyoneElse(found: AwaitingCase, rules: Rules, by: string): CaseEvent | undefined {
  const staffing = staffingOf(found, rules, [...found.round.answers.map((one) => one.by), by]);
  const asked = whoIsAsked(staffing, levelOf(rules.policy, found.round) + 1);
  return asked.approvers.length === 0 ? undefined : opened(asked, found.round.number + 1, rules);
}

function staffingOf(
  found: Case,
  { at, policy, absences = [] }: Rules,
  more: readonly string[] = [],
): Staffing {
  return {
    policy,
    absences,
    at,
    customer: found.request.customer.address,
    excluded: [...found.left, ...more],
  };
}

type Opened = Extract<CaseEvent, { type: 'round-opened' }>;

function opened({ level, approvers, standIns }: Asked, number: number, { at, policy }: Rules): Opened {
  const { name, upTo } = policy.approval.levels[level] ?? {};
  return {
    type: 'round-opened',
    at,
    round: number,
    level,
    levelName: name,
    ...(upTo !== undefined && { limit: limitOf(upTo, policy) }),
    approvers,
    ...(standIns.length > 0 && { standIns }),
    ...waitsOf(level, at, policy),
  };
}

function waitsOf(
  level: number,
  at: Instant,
  { approval, shop }: Policy,
): Pick<Round, 'remindAt' | 'deadline'> {
  const asked = approval.levels[level];
  if (!asked) throw new Error(`the policy has no level ${level}`);
  return {
    remindAt: businessHoursAfter(at, asked.reminderHours, shop),
    deadline: businessHoursAfter(at, asked.deadlineHours, shop),
  };
}

/** This share of the promised time is left when the customer is told that it will not be enough. */
const WARNED_AHEAD = 1 / 12;

/** What a customer is promised at an instant, and when they are told that it will not be kept. */
export function promise(at: Instant, { approval, shop }: Policy): { by: Instant; warnAt: Instant } {
  const hours = approval.answerWithinHours;
  return {
    by: businessHoursAfter(at, hours, shop),
    warnAt: businessHoursAfter(at, hours * (1 - WARNED_AHEAD), shop),
  };
}

/** A case that was reopened is asked about anew, and its rounds are counted on: links and mails of the old ones stay theirs. */
function roundsOf({ history }: Case): number {
  return history.filter(({ type }) => type === 'round-opened').length;
}
