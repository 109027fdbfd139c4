import { EvaluateInput, RoundOutput } from '../../statemachine/steps.ts';
import { isDecided } from '../domain/case.ts';
import { evaluate } from '../domain/evaluation.ts';
import { factsOf } from '../domain/facts.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { roundToWaitFor } from '../runtime/round.ts';
import type { Step } from '../runtime/step.ts';

/** Weighs a case by the policy and opens the first approval round. */
export const evaluateCase: Step<
  typeof EvaluateInput,
  typeof RoundOutput,
  Needs<'cases' | 'clock' | 'policy'>
> = {
  input: EvaluateInput,
  output: RoundOutput,
  async run({ cases, clock, policy }, { caseId }) {
    const found = await cases.load(caseId);
    if (found.status !== 'received') return roundToWaitFor(found, clock);
    const known = await cases.byCustomer(found.request.customer.address);
    const earlier = known.filter(({ id, openedAt }) => id !== found.id && openedAt <= found.openedAt);
    const approvals = earlier.filter((one) => isDecided(one) && one.decided.decision.outcome !== 'declined');
    const interactions = { earlierRequests: earlier.length, earlierApprovals: approvals.length };
    const facts = factsOf(found.request, interactions, policy.policy, found.openedAt);
    const evaluated = await changeCase(cases, caseId, {
      type: 'record-evaluation',
      at: clock.now(),
      evaluation: evaluate(policy, facts),
      policy: policy.policy,
    });
    return roundToWaitFor(evaluated, clock);
  },
};
