import * as z from 'zod';
import { ReportFailureInput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import type { Step } from '../runtime/step.ts';

const ReportFailureOutput = z.strictObject({});
/** Enough of an error to act on; the log has the rest. */
const MAX_CAUSE = 1_000;

/** Writes a step's failure onto the case, where a person sees it, and raises the alarm. */
export const reportFailure: Step<
  typeof ReportFailureInput,
  typeof ReportFailureOutput,
  Needs<'cases' | 'clock' | 'log'>
> = {
  input: ReportFailureInput,
  output: ReportFailureOutput,
  async run({ cases, clock, log }, { caseId, error, cause }) {
    log.error('a step of the flow failed for good', { caseId, error, cause });
    log.count('StepFailed');
    const found = await cases.load(caseId);
    await changeCase(cases, caseId, {
      type: 'report-failure',
      at: clock.now(),
      step: found.status,
      error: `${error}: ${cause}`.slice(0, MAX_CAUSE),
    });
    return {};
  },
};
