import { LookAfterInput, LookAfterOutput } from '../../statemachine/steps.ts';
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
    const asked = ('refund' in found && found.refund?.askedAgain) || 0;
    const wasLate = 'refund' in before && before.refund?.isLate;
    if ('refund' in found && found.refund?.isLate && (!wasLate || asked > (before.refund?.askedAgain ?? 0))) {
      log.error('a refund has not been confirmed by the day the customer was told', { caseId, asked });
      log.count('RefundLate');
    }
    const due = found.status === 'told' ? nextDue(found) : undefined;
    if (due === undefined) return { next: 'close', waitSeconds: 1 };
    return { next: 'wait', waitSeconds: secondsToWait(due, clock) };
  },
};
