import { isSameAddress } from './address.ts';
import { levelOf, mayDecide } from './approvers.ts';
import type { AwaitingCase } from './case.ts';
import { type Decision, refundOf } from './decision.ts';
import { isWithin } from './limits.ts';
import type { Policy } from './policy.ts';
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
export function countAnswer(found: AwaitingCase, by: string, decision: Decision, policy: Policy): Counted {
  const { round, request } = found;
  const { address: customer } = request.customer;
  // What was above somebody's limit was a recommendation; who must not decide any more has no say.
  const others = round.answers.filter(
    (one) =>
      !one.aboveLimit && !isSameAddress(one.by, by) && mayDecide({ policy, customer, excluded: [] }, one.by),
  );
  const alike = others.filter((one) => isAlike(one.decision, decision));
  const ofLevel = answersOfLevel(found, policy);
  const people = takesSecond(decision, policy) ? 2 : 1;
  const levelAgrees = answersHere({ ...round, answers: alike }).length + 1 >= ofLevel;
  const everybody = withoutTwins([...round.approvers, ...others.map((one) => one.by)]);
  return {
    alike: alike.map((one) => one.by),
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

/** How many answers of one kind the round's level takes. */
export function answersOfLevel({ round }: AwaitingCase, policy: Policy): number {
  const answers = policy.approval.levels[levelOf(policy, round)]?.answers ?? 'first';
  if (answers === 'first') return 1;
  return answers === 'all' ? Math.max(1, peopleOf(round).length) : answers;
}

/** Who is asked, and who has answered at this level and is not asked any more: their answer stands. */
function peopleOf(round: Round): string[] {
  return withoutTwins([...round.approvers, ...answersHere(round).map(({ by }) => by)]);
}

function takesSecond(decision: Decision, policy: Policy): boolean {
  const money = refundOf(decision);
  const { secondAbove } = policy.approval;
  return money !== undefined && secondAbove !== undefined && !isWithin(money, secondAbove, policy);
}

function withoutTwins(people: string[]): string[] {
  return people.filter((one, index) => people.findIndex((first) => isSameAddress(first, one)) === index);
}
