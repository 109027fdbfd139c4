import { EvaluateInput, RoundOutput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { roundToWaitFor } from '../runtime/round.ts';
import type { Step } from '../runtime/step.ts';
import { weigh } from './weigh.ts';

/** Weighs a case by the policy and opens the first approval round. */
export const evaluateCase: Step<
  typeof EvaluateInput,
  typeof RoundOutput,
  Needs<'cases' | 'clock' | 'orders' | 'policy' | 'precedents'>
> = {
  input: EvaluateInput,
  output: RoundOutput,
  async run({ cases, clock, orders, policy, precedents }, { caseId }) {
    const found = await cases.load(caseId);
    if (found.status !== 'received') return roundToWaitFor(found, clock);
    const evaluated = await changeCase(cases, caseId, {
      type: 'record-evaluation',
      at: clock.now(),
      evaluation: await weigh({ cases, orders, policy, precedents }, found),
      policy: policy.policy,
    });
    return roundToWaitFor(evaluated, clock);
  },
};
