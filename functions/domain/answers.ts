import { isSamePerson } from './address.ts';
import { levelOf, mayDecide } from './approvers.ts';
import type { AwaitingCase } from './case.ts';
import { type Decision, refundOf } from './decision.ts';
import { isWithin } from './limits.ts';
import type { Level, Policy } from './policy.ts';
import { answersHere, isAlike, type Round } from './round.ts';

/** What an answer comes to beside those that were given before. */
export interface Counted {
  /** Who has given the same answer, at this level or one below. */
  alike: string[];
  /** Whether it decides. */
  decides: boolean;
  /** Whether the level has said all that it has to, and a second person is needed because of the amount. */
  waitsForSecond: boolean;
  /** Whether it would take more people than have answered and are asked, however they answer. */
  tooFew: boolean;
}

/**
 * Counts one more answer. A level's number of answers is counted among its own people; the second person that a large approval takes
 * may have answered at another level.
 */
export function countAnswer(
  found: AwaitingCase,
  by: string,
  decision: Decision,
  { policy, conflicted = [] }: { policy: Policy; conflicted?: readonly string[] | undefined },
): Counted {
  const { round, request } = found;
  const { address: customer } = request.customer;
  // What was above somebody's limit was a recommendation; who must not decide any more, or knew less than is known now, has no say.
  const others = round.answers.filter(
    (one) =>
      !one.aboveLimit &&
      !one.outdated &&
      !isSamePerson(one.by, by) &&
      mayDecide({ policy, customer, excluded: conflicted }, one.by),
  );
  const answers = others.filter((one) => isAlike(one.decision, decision));
  const alike = withoutTwins(answers.map((one) => one.by));
  const here = withoutTwins(answersHere({ ...round, answers }).map((one) => one.by));
  const ofLevel = answersOfLevel(found, policy);
  const people = takesSecond(decision, policy) ? 2 : 1;
  const levelAgrees = here.length + 1 >= ofLevel;
  const everybody = withoutTwins([...round.approvers, ...others.map((one) => one.by)]);
  return {
    alike,
    decides: levelAgrees && alike.length + 1 >= people,
    waitsForSecond: levelAgrees && alike.length + 1 < people,
    tooFew: peopleOf(round).length < ofLevel || everybody.length < people,
  };
}

/** How many answers of one kind a decision takes: what the level asks for, and two where it approves much. */
export function answersNeeded(found: AwaitingCase, decision: Decision, policy: Policy): number {
  return Math.max(answersOfLevel(found, policy), takesSecond(decision, policy) ? 2 : 1);
}

/** Whether the people of a round are as many as its level asks for, whatever they answer. */
export function areEnough(found: AwaitingCase, policy: Policy): boolean {
  return peopleOf(found.round).length >= answersOfLevel(found, policy);
}

/** How many answers of one kind the round's level takes: so many as when its people were asked, whoever has left since. */
export function answersOfLevel({ round }: AwaitingCase, policy: Policy): number {
  if (round.needed !== undefined) return round.needed;
  const answers = policy.approval.levels[levelOf(policy, round)]?.answers ?? 'first';
  if (answers === 'first') return 1;
  return answers === 'all' ? Math.max(1, peopleOf(round).length) : answers;
}

/**
 * How many answers of one kind a level takes of these people. `before`: the round that goes on in this one. Where all have to agree
 * that is no fewer than in the round before at the same level, of which some may have left: somebody else is asked then.
 */
export function answersAsked(level: Level, approvers: readonly string[], before: Round | undefined): number {
  const { answers } = level;
  if (answers === 'first') return 1;
  if (answers !== 'all') return answers;
  const same = before?.levelName === level.name ? before : undefined;
  const people = same ? peopleOf({ ...same, approvers: [...approvers] }) : approvers;
  const agreed = Math.min(same?.needed ?? 1, level.approvers.length);
  return Math.max(1, agreed, people.length);
}

/** Who is asked, and who has answered at this level and is not asked any more: their answer stands. */
function peopleOf(round: Round): string[] {
  const answered = answersHere(round).filter(({ aboveLimit }) => !aboveLimit);
  return withoutTwins([...round.approvers, ...answered.map(({ by }) => by)]);
}

function takesSecond(decision: Decision, policy: Policy): boolean {
  const money = refundOf(decision);
  const { secondAbove } = policy.approval;
  return money !== undefined && secondAbove !== undefined && !isWithin(money, secondAbove, policy);
}

function withoutTwins(people: string[]): string[] {
  return people.filter((one, index) => people.findIndex((first) => isSamePerson(first, one)) === index);
}
