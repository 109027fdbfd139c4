import type { Absence, Staffing } from './approvers.ts';
import { businessHoursAfter } from './business-hours.ts';
import type { Case } from './case.ts';
import { whoHadAnOpinion } from './objections.ts';
import type { Policy } from './policy.ts';
import type { Round } from './round.ts';
import type { Instant } from './time.ts';

/** What every change of a round goes by. `absences`: what approvers said themselves; none where it is left out. */
export interface Rules {
  at: Instant;
  policy: Policy;
  absences?: readonly Absence[] | undefined;
  /** Who has named the case's customer as a conflict, in whichever case. */
  conflicted?: readonly string[] | undefined;
}

/**
 * Who may be asked about a case, and who is not: those who left it, those in conflict with its customer, on an appeal those who had an
 * opinion before it, however far it is passed on, and `more`.
 */
export function staffingOf(
  found: Case,
  { at, policy, absences = [], conflicted = [] }: Rules,
  more: readonly string[] = [],
): Staffing {
  return {
    policy,
    absences,
    at,
    customer: found.request.customer.address,
    excluded: [
      ...found.left,
      ...conflicted,
      ...(found.objection?.about === 'decision' ? whoHadAnOpinion(found) : []),
      ...more,
    ],
  };
}

/** When the people of a level are reminded, and until when they have. */
export function waitsOf(
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
