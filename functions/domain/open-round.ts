import { isSameAddress } from './address.ts';
import { answersAsked } from './answers.ts';
import { type Asked, firstLevelFor, levelOf, onlyBelow, ownLevel, whoIsAsked } from './approvers.ts';
import type { AwaitingCase, Case, CaseEvent } from './case.ts';
import { type Decision, refundOf } from './decision.ts';
import { firstLevel, limitOf } from './limits.ts';
import type { Policy } from './policy.ts';
import { askedAmount, known } from './request.ts';
import type { Round } from './round.ts';
import { promise, type Rules, staffingOf, waitsOf } from './round-rules.ts';

/** The first round of a case, and who is not asked because they named this customer as a conflict before. */
export function firstRound(found: Case, rules: Rules): CaseEvent[] {
  const { at, policy, conflicted = [] } = rules;
  const number = roundsOf(found) + 1;
  const more = conflicted.filter((person) => !found.left.includes(person));
  const left = more.map((person): CaseEvent => {
    return { type: 'approver-left', at, round: number, person, why: 'conflict' };
  });
  const staffing = staffingOf(found, rules);
  const asked = whoIsAsked(staffing, firstLevelFor(staffing, known(askedAmount(found.request))));
  const since =
    found.history.findLast(({ type }) => type === 'reopened' || type === 'objected')?.at ?? found.openedAt;
  return [...left, { ...opened(asked, number, rules), promised: promise(since, policy) }];
}

/**
 * The next level, where it has anybody. At the last, whoever may answer there and is not asked: the policy names others now, or
 * somebody is back.
 */
export function nextRound(found: AwaitingCase, rules: Rules): Opened[] {
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
export function roundOfTheirs(
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
export function whoeverCovers(found: AwaitingCase, rules: Rules, decision: Decision): CaseEvent[] {
  const { policy } = rules;
  const money = refundOf(decision);
  if (!money) return [];
  const from = Math.max(levelAbove(found, policy), firstLevel(policy, money));
  const asked = whoIsAsked(staffingOf(found, rules, onlyBelow(policy, from)), from, money);
  return asked.approvers.length > 0 ? [opened(asked, found.round.number + 1, rules, found.round)] : [];
}

/** Whoever has not answered and may give the answer that is needed: the levels above that decide on as much, else the nearest below. */
export function anyoneElse(
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

/** A case that was reopened is asked about anew, and its rounds are counted on: links and mails of the old ones stay theirs. */
function roundsOf({ history }: Case): number {
  return history.filter(({ type }) => type === 'round-opened').length;
}
