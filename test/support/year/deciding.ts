import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import { type Course, type Decided, HOUR, happen, mail, mailFromCustomer, thousandths } from './course.ts';
import type { Random } from './random.ts';
import { approvers, shop } from './shop.ts';

/** The hours of the default policy. */
const levels = [
  { reminderHours: 24, deadlineHours: 36 },
  { reminderHours: 12, deadlineHours: 24 },
] as const;
const PROMISED_HOURS = 72;
const SECOND = 1_000;

/** How people decide on one request. */
export interface Habits {
  /** How likely an approver is to approve. */
  approves(approver: string): number;
  /** The usual hours (median) that somebody of a level, from 1, takes. */
  hours(level: number): number;
  /** How likely the first level is to let its deadline pass. */
  misses: number;
  cents: number | undefined;
  /** People who are not asked, since they have decided before. */
  not: ReadonlySet<string>;
}

/** How likely the guidelines' recommendation is followed; what they leave to the manager goes by how much speaks for it. */
export function usualApproval({ route, score }: Evaluation): number {
  switch (route) {
    case 'within-policy':
      return 0.97;
    case 'approve-as-goodwill':
      return 0.92;
    case 'manager':
      return Math.max(0.2, Math.min(0.65, 0.4 + 0.07 * score));
    case 'ask-customer':
      return 0.45;
    case 'recommend-declining':
      return 0.12;
  }
}

/** Asks the levels one after the other from an instant on, until somebody decides, and tells the customer. */
export function decideOn(
  random: Random,
  course: Course,
  from: number,
  first: number,
  habits: Habits,
): Decided {
  let at = from;
  for (let level = first; ; level++) {
    const round = ++course.rounds;
    const { reminderHours, deadlineHours } = levels[level - 1] as (typeof levels)[number];
    const isLast = level === levels.length;
    happen(course, at, 'round-opened', 'flow', { round, level });
    mail(course, at + 2 * SECOND, 'approval-request', 'approver');
    const asked = level === 1 && random.chance(0.04) ? questioned(random, course, at, round, level) : at;
    const isMissed = !isLast && level === 1 && random.chance(habits.misses);
    const hours = isMissed
      ? deadlineHours + 1
      : takes(random, habits.hours(level), isLast ? 200 : deadlineHours);
    if (hours > reminderHours) {
      happen(course, asked + reminderHours * HOUR, 'reminder-due', 'flow', { round, level });
      mail(course, asked + reminderHours * HOUR + SECOND, 'approval-reminder', 'approver');
    }
    if (hours <= deadlineHours || isLast) {
      if (hours > deadlineHours)
        happen(course, asked + deadlineHours * HOUR, 'overdue', 'flow', { round, level });
      const decidedAt = Math.round(asked + hours * HOUR);
      breakPromise(course, from, decidedAt);
      return decide(random, course, { at: decidedAt, round, level }, habits);
    }
    at = asked + deadlineHours * HOUR;
  }
}

function takes(random: Random, median: number, most: number): number {
  return Math.min(most, 0.05 + random.skewed(median, 0.8));
}

function questioned(random: Random, course: Course, from: number, round: number, level: number): number {
  const askedAt = from + HOUR;
  const answeredAt = askedAt + Math.round(random.skewed(12, 0.7) * HOUR);
  happen(course, askedAt, 'question-asked', 'approver', { round, level });
  mail(course, askedAt + SECOND, 'customer-question', 'customer');
  happen(course, answeredAt, 'customer-wrote', 'customer');
  mailFromCustomer(course, answeredAt);
  happen(course, answeredAt, 'round-resumed', 'flow', { round, level, why: 'answered' });
  return answeredAt;
}

function breakPromise(course: Course, from: number, decidedAt: number): void {
  const warnAt = from + (PROMISED_HOURS - 1) * HOUR;
  if (decidedAt <= warnAt) return;
  happen(course, warnAt, 'promise-broken', 'flow');
  mail(course, warnAt + SECOND, 'delay-notice', 'customer');
}

function decide(
  random: Random,
  course: Course,
  { at, round, level }: { at: number; round: number; level: number },
  { approves, cents, not }: Habits,
): Decided {
  const approver = random.pick((approvers[level - 1] ?? []).filter((one) => !not.has(one)));
  const isApproved = random.chance(approves(approver));
  const isPart = isApproved && random.chance(0.12);
  const isOffered = !isApproved && random.chance(0.3);
  const granted = cents ?? random.between(2_000, 9_000);
  const decided: Decided = {
    at,
    round,
    level,
    approver,
    outcome: isPart ? 'part-approved' : isApproved ? 'approved' : isOffered ? 'alternative' : 'declined',
    cents: isPart ? Math.round(granted * (0.3 + 0.4 * random.next())) : isApproved ? granted : undefined,
    offer: isOffered ? random.weighed(shop.offers) : undefined,
  };
  course.decisions.push(decided);
  const money = isApproved ? { amount: thousandths(decided.cents), currency: course.currency } : {};
  const { outcome, offer = null } = decided;
  happen(course, at, 'decided', 'approver', { person: approver, round, level, outcome, offer, ...money });
  return decided;
}
