import { isSameAddress, isSamePerson } from './address.ts';
import type { StandIn } from './approvers.ts';
import { type Decision, refundOf } from './decision.ts';
import type { Money } from './money.ts';
import { type Refund, refundsDue } from './settlement.ts';
import { earliest, type Instant } from './time.ts';

/** What an approver answered in a round that takes more than one answer. */
export interface Answer {
  by: string;
  at: Instant;
  decision: Decision;
  /** Where it was given (levelKey). */
  level: string | number;
  /** Set where it approves more than they may: a recommendation for the next level, which counts for nothing. */
  aboveLimit?: true;
  /** Set where the customer has told more since: it is shown, and counts only if it is given again. */
  outdated?: true;
}

/** What an approver wants to know of the customer, and until when the round waits for it. */
export interface Question {
  by: string;
  at: Instant;
  text: string;
  until: Instant;
}

/** The people asked at one level, until when, and how often they were reminded. */
export interface Round {
  number: number;
  level: number;
  levelName?: string | undefined;
  /** The most its approvers may approve: what the policy said when they were asked. Undefined where it set no limit. */
  limit?: Money | undefined;
  approvers: string[];
  standIns: StandIn[];
  /** How many answers of one kind its level takes, as it was when they were asked. Rounds of the first days do not say it. */
  needed?: number | undefined;
  remindAt: Instant;
  deadline: Instant;
  /** The step the round is at: `asked`, then `reminded`, then `overdue` when no level is left to pass it to. */
  stage: 'asked' | 'reminded' | 'overdue';
  /** How often the last level has been asked after its deadline passed. */
  overdueTimes: number;
  /** How often its people were asked anew: the customer had answered or not, or a second answer is needed. */
  askedAgain: number;
  /** The last answer of each person, those of the rounds before among them. */
  answers: Answer[];
  /** Set where all have answered and do not agree, and nobody else can be asked (disagrees). */
  disagreed?: true;
  /** Set while the round waits for the customer. */
  question?: Question;
}

/** What the customer was promised: an answer by then. They are told where it will not be kept. */
export interface Promised {
  by: Instant;
  /** When they are told, unless it was decided. */
  warnAt: Instant;
  /** Whether they are, or were, to be told. */
  broken: boolean;
  /** Set until they have been told this promise: nobody apologises for a day that the customer never heard of. */
  untold?: true;
}

/** The next instant at which an undecided round has to move by itself, and the customer has to be told something. */
export function nextDeadline({
  round,
  promised,
  refunds = [],
}: {
  round: Round;
  promised?: Promised | undefined;
  refunds?: readonly Refund[] | undefined;
}): Instant {
  const own = roundDeadline(round);
  const isSettled = round.question || !promised || promised.broken || promised.untold;
  return earliest(own, isSettled ? own : promised.warnAt, ...refundsDue(refunds));
}

/** When the round itself has to move: the customer's time to answer is over, or the reminder or the deadline is due. */
export function roundDeadline(round: Round): Instant {
  if (round.question) return round.question.until;
  return round.stage === 'asked' ? round.remindAt : round.deadline;
}

/** How long the round lasts at least, as it stands: until its deadline, or until the customer's time to answer is over. */
export function lastsUntil({ deadline, question }: Pick<Round, 'deadline' | 'question'>): Instant {
  return question && Date.parse(question.until) > Date.parse(deadline) ? question.until : deadline;
}

/** What tells a round's level from another: its name, which stays in a new policy. Rounds of the first days have none. */
export function levelKey({ level, levelName }: Pick<Round, 'level' | 'levelName'>): string | number {
  return levelName ?? level;
}

/** The answers of the round's own level that count. */
export function answersHere(round: Round): Answer[] {
  return round.answers.filter(({ level, outdated }) => level === levelKey(round) && !outdated);
}

/** What somebody answered at this level before the customer told more; they are asked again. */
export function outdatedAnswer(round: Round, person: string): Answer | undefined {
  return round.answers.find(
    ({ by, level, outdated }) => outdated && level === levelKey(round) && isSameAddress(by, person),
  );
}

/** Who has not answered at this level. */
export function silent(round: Round): string[] {
  const answers = answersHere(round);
  return round.approvers.filter((one) => !answers.some(({ by }) => isSameAddress(by, one)));
}

/** Whether somebody is asked in the round, or has answered at its level. */
export function isInRound(round: Round, person: string): boolean {
  const people = [...round.approvers, ...answersHere(round).map(({ by }) => by)];
  return people.some((one) => isSamePerson(one, person));
}

/** Whether everybody has answered, and they do not agree: somebody has to think again. */
export function disagrees(round: Round): boolean {
  return round.disagreed === true && silent(round).length === 0;
}

/** Whose answer the round waits for. Where everybody has answered and they do not agree, everybody's: somebody has to think again. */
export function waitsFor(round: Round): string[] {
  const people = silent(round);
  return people.length > 0 ? people : round.approvers;
}

/** Whether a decision is within what the round's approvers may approve. */
export function isWithinLimit({ limit }: Pick<Round, 'limit'>, decision: Decision): boolean {
  const money = refundOf(decision);
  if (!money || !limit) return true;
  return money.currency === limit.currency && money.minor <= limit.minor;
}

/** Whether two answers give the customer the same; in what words they are told is another matter. */
export function isAlike(one: Decision, other: Decision): boolean {
  return JSON.stringify(essence(one)) === JSON.stringify(essence(other));
}

function essence(decision: Decision): unknown[] {
  switch (decision.outcome) {
    case 'approved':
    case 'part-approved':
      return ['refund', decision.amount.minor, decision.amount.currency, decision.way];
    case 'alternative':
      return [decision.outcome, decision.offer];
    case 'declined':
      return [decision.outcome];
    default:
      return decision satisfies never;
  }
}
