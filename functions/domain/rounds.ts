import { isSameAddress, isSamePerson } from './address.ts';
import { answersAsked, areEnough, countAnswer } from './answers.ts';
import {
  type Absence,
  type Asked,
  absenceOf,
  firstLevelFor,
  levelOf,
  mayDecide,
  onlyBelow,
  ownLevel,
  type Staffing,
  whoIsAsked,
} from './approvers.ts';
import { businessHoursAfter } from './business-hours.ts';
import type { AwaitingCase, Case, CaseEvent, LeftBecause } from './case.ts';
import { Decision, refundOf } from './decision.ts';
import { CaseMovedOn, NotAsked, RoundOver } from './errors.ts';
import { leave } from './evolve-round.ts';
import { firstLevel, limitOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { askedAmount, known } from './request.ts';
import { answersHere, isInRound, isWithinLimit, type Round, roundDeadline, silent } from './round.ts';
import { type Day, daysAfter, type Instant } from './time.ts';

/** What every change of a round goes by. `absences`: what approvers said themselves; none where it is left out. */
export interface Rules {
  at: Instant;
  policy: Policy;
  absences?: readonly Absence[] | undefined;
  /** Who has named the case's customer as a conflict, in whichever case. */
  conflicted?: readonly string[] | undefined;
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
  const asked = whoIsAsked(staffing, firstLevelFor(staffing, known(askedAmount(found.request))));
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
  if (promised && !promised.broken && !promised.untold && due(promised.warnAt))
    events.push({ type: 'promise-broken', at, promised: promised.by });
  if (!isOver) return events;
  if (round.question) return [...events, resumed(found, rules, 'unanswered')];
  // Nobody is reminded of what is over, and nobody can be where nobody is asked.
  if (round.stage === 'asked' && !due(round.deadline) && round.approvers.length > 0)
    return [...events, { type: 'reminder-due', at, round: round.number }];
  const next = nextRound(found, rules);
  const level = levelOf(policy, round);
  // Who comes back, or is named by a new policy, is asked; that the last level has not decided in time is an alarm all the same.
  if (next.some((asked) => asked.level > level) || (next.length > 0 && round.approvers.length === 0))
    return [...events, ...next];
  return [...events, overdue(found, rules), ...next];
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
  const { at } = rules;
  const answered = { type: 'approver-answered', at, round: round.number, by, decision } as const;
  // A form that is sent twice is one answer.
  const isKnown = answersHere(round).some(
    (one) => isSameAddress(one.by, by) && isSame(one.decision, decision),
  );
  const events = isKnown ? [] : [answered];
  if (!isWithinLimit(round, decision))
    return [...events, ...orAlarm(awaiting, rules, events, whoeverCovers(awaiting, rules, decision))];
  const { decides, alike, waitsForSecond, tooFew } = countAnswer(awaiting, by, decision, rules);
  if (decides) return [{ ...answered, type: 'decided', ...(alike.length > 0 && { with: alike }) }];
  if (silent(round).some((one) => !isSameAddress(one, by)))
    return events.map((event) => ({ ...event, ...(waitsForSecond && { second: true }) }));
  // Everybody has answered, and they do not agree or are too few.
  if (tooFew) return [...events, ...orAlarm(awaiting, rules, events, anyoneElse(awaiting, rules, answer))];
  const next = nextRound(awaiting, rules);
  if (next.length > 0) return [...events, ...next];
  return events.map((event) => ({ ...event, disagree: true }));
}

/** An approver asks the customer something. Nothing, while another question waits for its answer. */
export function askCustomer(
  found: Case,
  asked: { round: number; by: string; text: string },
  rules: Rules,
): CaseEvent[] {
  const { round } = stillAsked(found, asked.round, asked.by, rules);
  if (round.question) return [];
  const { at, policy } = rules;
  const until = daysAfter(at, policy.approval.customerDays);
  return [{ type: 'question-asked', at, round: round.number, by: asked.by, text: asked.text, until }];
}

/** The round goes on: the customer has answered, or nobody waits for them any longer. */
export function resumed(
  { round }: AwaitingCase,
  { at, policy }: Rules,
  why: 'answered' | 'unanswered' | 'unreachable',
): CaseEvent {
  // Who was never asked waits for the day they were promised first.
  const again = why === 'unreachable' ? {} : { promised: promise(at, policy) };
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
 * asked while they are away or cannot be reached: they may come back, and a case that nobody is asked about nobody can decide. Whoever
 * must not be asked, or is not there, is not asked instead. Throws CaseMovedOn where a case is handed over to nobody who may take it.
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
  const { person, why, to } = leaving;
  if (!found.round.approvers.some((one) => isSameAddress(one, person))) return [];
  const event = { type: 'approver-left', at: rules.at, ...leaving } as const;
  if (to !== undefined && !isSamePerson(to, person) && mayTakeOver(found, to, rules))
    return [event, ...roundOfTheirs(found, { person, to }, rules)];
  if (why === 'handed-over')
    throw new CaseMovedOn(`case ${found.id} cannot be handed over to ${to}, who may not take it now`);
  const left = { ...event, to: undefined };
  const after = leave(found, left);
  if (after.status !== 'awaiting-decision') return [left];
  const { round } = after;
  const othersCanDecide = silent(round).length > 0 && areEnough(after, rules.policy);
  if (othersCanDecide) return [left];
  const above = nextRound(after, rules);
  const next = above.length > 0 || silent(round).length > 0 ? above : anyoneElse(after, rules);
  const isAlone = round.approvers.length === 0 && next.length === 0;
  if (isAlone && why !== 'conflict') return [];
  return [left, ...next];
}

/** Whether a case may be handed to somebody: they may decide it, are there, and nobody counts for two. */
export function mayTakeOver(found: AwaitingCase, person: string, rules: Rules): boolean {
  const staffing = staffingOf(found, rules);
  if (isInRound(found.round, person)) return false;
  return mayDecide(staffing, person) && absenceOf(staffing, person) === undefined;
}

function stillAsked(found: Case, round: number, by: string, rules: Rules): AwaitingCase {
  if (found.status !== 'awaiting-decision' || found.round.number !== round)
    throw new RoundOver(`round ${round} of case ${found.id} is over`);
  const isAsked = found.round.approvers.some((one) => isSameAddress(one, by));
  // A conflict may have come into the policy after they were asked.
  if (!isAsked || !mayDecide(staffingOf(found, rules), by))
    throw new NotAsked(`${by} is not asked about case ${found.id} any more`);
  return found;
}

/**
 * The next level, where it has anybody. At the last, whoever may answer there and is not asked: the policy names others now, or
 * somebody is back.
 */
function nextRound(found: AwaitingCase, rules: Rules): Opened[] {
  const { round } = found;
  const level = levelOf(rules.policy, round);
  const asked = whoIsAsked(staffingOf(found, rules), levelAbove(found, rules.policy));
  const isNew = asked.approvers.some((one) => !round.approvers.some((other) => isSameAddress(one, other)));
  const isOpened = isNew || (asked.level > level && asked.approvers.length > 0);
  return isOpened ? [opened(asked, round.number + 1, rules, round)] : [];
}

/**
 * What is taken over by somebody of a higher level who may approve more is asked at their level, by its own rules: all of it where it
 * takes more than one answer.
 */
function roundOfTheirs(
  found: AwaitingCase,
  { person, to }: { person: string; to: string },
  rules: Rules,
): CaseEvent[] {
  const { round } = found;
  const { policy } = rules;
  const level = ownLevel(policy, to);
  const { limit } = round;
  if (!limit || level === undefined || level <= levelOf(policy, round)) return [];
  const { upTo, answers = 'first' } = policy.approval.levels[level] ?? {};
  const theirs = upTo === undefined ? undefined : limitOf(upTo, policy);
  if (theirs && (theirs.currency !== limit.currency || theirs.minor <= limit.minor)) return [];
  const others = answers === 'first' ? [] : whoIsAsked(staffingOf(found, rules, [person]), level).approvers;
  const approvers = [to, ...others.filter((one) => !isSameAddress(one, to))];
  const standIns = [{ person: to, for: person }];
  return [opened({ level, limitOf: level, approvers, standIns }, round.number + 1, rules, round)];
}

/** Whoever may approve as much by a level of their own, the one who recommends it among them where they are of such a level, too. */
function whoeverCovers(found: AwaitingCase, rules: Rules, decision: Decision): CaseEvent[] {
  const { policy } = rules;
  const money = refundOf(decision);
  if (!money) return [];
  const from = Math.max(levelAbove(found, policy), firstLevel(policy, money));
  const asked = whoIsAsked(staffingOf(found, rules, onlyBelow(policy, from)), from, money);
  return asked.approvers.length > 0 ? [opened(asked, found.round.number + 1, rules, found.round)] : [];
}

/** Where nobody is there who could decide, that is an alarm, and the case goes on asking whom it asks. Once for one answer. */
function orAlarm(
  found: AwaitingCase,
  rules: Rules,
  answered: readonly CaseEvent[],
  next: readonly CaseEvent[],
): readonly CaseEvent[] {
  return next.length > 0 || answered.length === 0 ? next : [overdue(found, rules)];
}

function overdue({ round }: AwaitingCase, { at, policy }: Rules): CaseEvent {
  const hours = policy.approval.levels[levelOf(policy, round)]?.deadlineHours ?? 1;
  const deadline = businessHoursAfter(at, hours, policy.shop);
  return { type: 'overdue', at, round: round.number, deadline };
}

/** Whoever has not answered and may give the answer that is needed: the levels above that decide on as much, else the nearest below. */
function anyoneElse(
  found: AwaitingCase,
  rules: Rules,
  answer?: { by: string; decision: Decision },
): CaseEvent[] {
  const { policy } = rules;
  const { round } = found;
  const answered = [
    ...round.answers.flatMap((one) => (one.outdated ? [] : one.by)),
    ...(answer ? [answer.by] : []),
  ];
  const above = levelAbove(found, policy);
  const money = answer && refundOf(answer.decision);
  const from = money ? Math.max(above, firstLevel(policy, money)) : above;
  const asked = whoIsAsked(staffingOf(found, rules, answered), from, money);
  return asked.approvers.length > 0 ? [opened(asked, round.number + 1, rules, round)] : [];
}

/** The level after a round's, or the last where there is none. */
function levelAbove({ round }: AwaitingCase, policy: Policy): number {
  return Math.min(levelOf(policy, round) + 1, policy.approval.levels.length - 1);
}

function staffingOf(
  found: Case,
  { at, policy, absences = [], conflicted = [] }: Rules,
  more: readonly string[] = [],
): Staffing {
  return {
    policy,
    absences,
    at,
    customer: found.request.customer.address,
    excluded: [...found.left, ...conflicted, ...more],
  };
}

type Opened = Extract<CaseEvent, { type: 'round-opened' }>;

function opened(
  { level, limitOf: whose, approvers, standIns }: Asked,
  number: number,
  { at, policy }: Rules,
  before?: Round,
): Opened {
  const own = policy.approval.levels[level];
  if (!own) throw new Error(`the policy has no level ${level}`);
  const { upTo } = policy.approval.levels[whose] ?? {};
  return {
    type: 'round-opened',
    at,
    round: number,
    level,
    levelName: own.name,
    ...(upTo !== undefined && { limit: limitOf(upTo, policy) }),
    approvers,
    ...(standIns.length > 0 && { standIns }),
    answers: answersAsked(own, approvers, before),
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

/** Whatever order their fields are in: a stored decision was read by the schema. */
function isSame(one: Decision, other: Decision): boolean {
  return JSON.stringify(Decision.parse(one)) === JSON.stringify(Decision.parse(other));
}
