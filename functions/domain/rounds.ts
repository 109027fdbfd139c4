import { isSameAddress, isSamePerson } from './address.ts';
import { areEnough, countAnswer } from './answers.ts';
import { absenceOf, levelOf, mayDecide } from './approvers.ts';
import { businessHoursAfter } from './business-hours.ts';
import type { AwaitingCase, Case, CaseEvent, LeftBecause } from './case.ts';
import { Decision } from './decision.ts';
import { CaseMovedOn, NotAsked, RoundOver } from './errors.ts';
import { leave } from './evolve-round.ts';
import { anyoneElse, nextRound, roundOfTheirs, whoeverCovers } from './open-round.ts';
import { answersHere, isInRound, isWithinLimit, roundDeadline, silent } from './round.ts';
import { promise, type Rules, staffingOf, waitsOf } from './round-rules.ts';
import { type Day, daysAfter, type Instant } from './time.ts';

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

/** Who leaves a round, and how. */
export interface Leaving {
  round: number;
  person: string;
  why: LeftBecause;
  /** Who is asked instead. */
  to?: string | undefined;
  /** The last day they are away. */
  until?: Day | undefined;
  note?: string | undefined;
}

/**
 * Somebody is asked no longer. Where nobody is left who could answer, the next level is asked at once. The last person there is stays
 * asked while they are away or cannot be reached: they may come back, and a case that nobody is asked about nobody can decide. Whoever
 * must not be asked, or is not there, is not asked instead. Throws CaseMovedOn where a case is handed over to nobody who may take it.
 */
export function leaveRound(found: Case, leaving: Leaving, rules: Rules): CaseEvent[] {
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

/** Whatever order their fields are in: a stored decision was read by the schema. */
function isSame(one: Decision, other: Decision): boolean {
  return JSON.stringify(Decision.parse(one)) === JSON.stringify(Decision.parse(other));
}
