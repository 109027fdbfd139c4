import { LookAgainInput, RoundOutput } from '../../statemachine/steps.ts';
import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { countLate } from '../runtime/count-late.ts';
import { whereNext } from '../runtime/round.ts';
import { rulesNow } from '../runtime/rules.ts';
import type { Step } from '../runtime/step.ts';

/**
 * The wait for an approver is over: somebody did something, or time ran out, which reminds, asks the next level, or raises the
 * alarm. Never decides. Says where the flow goes on.
 */
export const escalate: Step<
  typeof LookAgainInput,
  typeof RoundOutput,
  Needs<'absences' | 'cases' | 'clock' | 'policy' | 'log'>
> = {
  input: LookAgainInput,
  output: RoundOutput,
  async run(services, { caseId, round }) {
    const { cases, clock, log } = services;
    const before = await cases.load(caseId);
    const passed = await changeCase(cases, caseId, {
      type: 'pass-deadline',
      round,
      ...(await rulesNow(services, [], before)),
    });
    countLate({ log }, before, passed);
    if (overdueTimes(passed) > overdueTimes(before)) {
      log.error('every level has been asked and nobody has decided', { caseId, round });
      log.count('CaseOverdue');
    }
    return whereNext(passed, clock);
  },
};

function overdueTimes({ history }: Case): number {
  return history.filter(({ type }) => type === 'overdue').length;
}
