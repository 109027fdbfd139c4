import { isSameAddress, isSamePerson, mailboxOf } from './address.ts';
import { firstLevel, isWithin } from './limits.ts';
import type { Money } from './money.ts';
import type { Level, Policy } from './policy.ts';
import type { Round } from './round.ts';
import { isAmong, isStaff } from './staff.ts';
import { type Day, dayOf, type Instant } from './time.ts';

/** An approver who is not there up to and including a day, and who answers instead, where somebody does. */
export interface Absence {
  person: string;
  /** The first day; undefined where it has begun. */
  from?: Day | undefined;
  until: Day;
  instead?: string | undefined;
}

/** Who decides for whom: what the policy says, what approvers said themselves, and whom a case is not for. */
export interface Staffing {
  policy: Policy;
  /** Said by the approvers themselves; what the policy says counts beside it. */
  absences: readonly Absence[];
  /** Whose case it is. */
  customer: string;
  /** Whoever has left this case, or named this customer as a conflict before. */
  excluded: readonly string[];
  at: Instant;
}

/** Somebody who is asked in another's place. */
export interface StandIn {
  person: string;
  for: string;
}

/** Whom a round asks. Nobody, where nobody is left. */
export interface Asked {
  level: number;
  /** The level whose limit they have: their own, where they are asked because nobody of the other is there. */
  limitOf: number;
  approvers: string[];
  standIns: StandIn[];
}

/**
 * The level that is asked first. What a colleague asks for themselves goes to the last level: nobody who works beside them every
 * day decides on it alone.
 */
export function firstLevelFor({ policy, customer }: Staffing, amount: Money | undefined): number {
  if (isStaff(policy, customer) || isStaff(policy, mailboxOf(customer)))
    return policy.approval.levels.length - 1;
  return firstLevel(policy, amount);
}

/**
 * Whom to ask from a level on: the first level with anybody to ask. Where none has, the nearest level below stands in for the last, so
 * that no request waits for people who are not there; it keeps its own limit. `covering`: an amount they have to be able to approve.
 */
export function whoIsAsked(staffing: Staffing, from: number, covering?: Money): Asked {
  const { policy } = staffing;
  const { levels } = policy.approval;
  for (let level = from; level < levels.length; level++) {
    const asked = peopleOf(levels[level], staffing);
    if (asked.approvers.length > 0) return { level, limitOf: level, ...asked };
  }
  const last = levels.length - 1;
  for (let level = from - 1; level >= 0; level--) {
    if (covering && !isWithin(covering, levels[level]?.upTo, policy)) break;
    const { approvers } = peopleOf(levels[level], staffing);
    const inPlaceOf = levels[last]?.approvers[0] ?? '';
    const standIns = approvers.map((person) => ({ person, for: inPlaceOf }));
    if (approvers.length > 0) return { level: last, limitOf: level, approvers, standIns };
  }
  return { level: last, limitOf: last, approvers: [], standIns: [] };
}

/** The highest level a person is named in, or undefined where they are in none. */
export function ownLevel({ approval }: Policy, person: string): number | undefined {
  const level = approval.levels.findLastIndex(({ approvers }) =>
    approvers.some((one) => isSameAddress(one, person)),
  );
  return level < 0 ? undefined : level;
}

/** The approvers whose own level is below this one: they may be asked in somebody's place, and bring no authority of their own. */
export function onlyBelow(policy: Policy, level: number): string[] {
  const people = policy.approval.levels.slice(0, level).flatMap(({ approvers }) => approvers);
  return people.filter((person) => (ownLevel(policy, person) ?? level) < level);
}

/**
 * The level of a round in the policy that is live: by its name, since a new policy may have put one before it. Where the name is gone,
 * the first level that may approve as much as the round's people.
 */
export function levelOf(
  policy: Policy,
  { level, levelName, limit }: Pick<Round, 'level' | 'levelName' | 'limit'>,
): number {
  const { levels } = policy.approval;
  // Rounds of the first days have no name.
  if (levelName === undefined) return Math.min(level, levels.length - 1);
  const named = levels.findIndex(({ name }) => name === levelName);
  if (named >= 0) return named;
  return levels.findIndex(({ upTo }) => upTo === undefined || (limit && isWithin(limit, upTo, policy)));
}

/** Whether somebody may decide on a customer's request at all: never on their own, nor where they or the policy named a conflict. */
export function mayDecide(
  { policy, customer, excluded }: Omit<Staffing, 'absences' | 'at'>,
  person: string,
): boolean {
  if (isSamePerson(person, customer) || excluded.some((one) => isSamePerson(one, person))) return false;
  return !policy.approval.conflicts.some(
    ({ approver, customers }) =>
      isSamePerson(approver, person) && isAmong(customers.map(mailboxOf), mailboxOf(customer)),
  );
}

/** The absence of a person at an instant, or undefined where they are there. */
export function absenceOf({ policy, absences, at }: Staffing, person: string): Absence | undefined {
  const today = dayOf(at, policy.shop.timeZone);
  const planned = policy.approval.absences.map(({ approver, ...days }) => ({ person: approver, ...days }));
  return [...absences, ...planned].find(
    ({ person: away, from, until }) =>
      isSameAddress(away, person) && (from === undefined || from <= today) && today <= until,
  );
}

function peopleOf(level: Level | undefined, staffing: Staffing): Pick<Asked, 'approvers' | 'standIns'> {
  const approvers: string[] = [];
  const standIns: StandIn[] = [];
  for (const wanted of level?.approvers ?? []) {
    const person = whoAnswersFor(staffing, wanted);
    if (person === undefined || approvers.some((one) => isSamePerson(one, person))) continue;
    approvers.push(person);
    if (!isSameAddress(person, wanted)) standIns.push({ person, for: wanted });
  }
  return { approvers, standIns };
}

/** The person, or whoever stands in for them; a stand-in who is away has one of their own. */
function whoAnswersFor(staffing: Staffing, wanted: string): string | undefined {
  const seen = new Set<string>();
  let person: string | undefined = wanted;
  while (person !== undefined && !seen.has(person.toLowerCase())) {
    seen.add(person.toLowerCase());
    const absence = absenceOf(staffing, person);
    if (!absence) return mayDecide(staffing, person) ? person : undefined;
    person = absence.instead;
  }
  return undefined;
}
