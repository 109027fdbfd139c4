import { PassDeadlineInput, RoundOutput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { roundToWaitFor } from '../runtime/round.ts';
import type { Step } from '../runtime/step.ts';

/** A wait for an approver ran out: reminds, asks the next level, or raises the alarm. Never decides. */
export const escalate: Step<
  typeof PassDeadlineInput,
  typeof RoundOutput,
  Needs<'cases' | 'clock' | 'policy' | 'log'>
> = {
  input: PassDeadlineInput,
  output: RoundOutput,
  async run({ cases, clock, policy, log }, { caseId, round }) {
    const passed = await changeCase(cases, caseId, {
      type: 'pass-deadline',
      at: clock.now(),
      round,
      policy: policy.policy,
    });
    if (passed.status === 'awaiting-decision' && passed.round.stage === 'overdue') {
      log.error('every level has been asked and nobody has decided', { caseId, round });
      log.count('CaseOverdue');
    }
    return roundToWaitFor(passed, clock);
  },
};
