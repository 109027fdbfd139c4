import { LookAfterInput, LookAfterOutput } from '../../statemachine/steps.ts';
import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { nextDue } from '../domain/settlement.ts';
import { changeCase } from '../runtime/change-case.ts';
import { secondsToWait } from '../runtime/seconds-to-wait.ts';
import type { Step } from '../runtime/step.ts';

/**
 * What time brings about once a decision was told: reminders, offers that run out, money that is late, which raises the alarm. Says
 * how long to wait for what is due next, or that nothing is.
 */
export const lookAfter: Step<
  typeof LookAfterInput,
  typeof LookAfterOutput,
  Needs<'cases' | 'clock' | 'log'>
> = {
  input: LookAfterInput,
  output: LookAfterOutput,
  async run({ cases, clock, log }, { caseId }) {
    const before = await cases.load(caseId);
    const found = await changeCase(cases, caseId, { type: 'pass-time', at: clock.now() });
    if (timesLate(found) > timesLate(before)) {
      log.error('a refund has not been confirmed by the day the customer was told', { caseId });
      log.count('RefundLate');
    }
    // A customer who objected has a flow of their own since.
    const due = found.status === 'told' ? nextDue(found) : undefined;
    if (due === undefined) return { next: 'close', waitSeconds: 1 };
    return { next: 'wait', waitSeconds: secondsToWait(due, clock) };
  },
};

/** How often finance was asked for money that was late by then. */
function timesLate({ refunds }: Case): number {
  return refunds.reduce((sum, { isLate, askedAgain }) => sum + (isLate ? askedAgain : 0), 0);
}
