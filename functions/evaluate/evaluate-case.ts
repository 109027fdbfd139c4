import { EvaluateInput, RoundOutput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { whereNext } from '../runtime/round.ts';
import { rulesNow } from '../runtime/rules.ts';
import type { Step } from '../runtime/step.ts';
import { weigh } from './weigh.ts';

/** Weighs a case by the policy and opens the first approval round. */
export const evaluateCase: Step<
  typeof EvaluateInput,
  typeof RoundOutput,
  Needs<'absences' | 'cases' | 'clock' | 'orders' | 'policy' | 'precedents'>
> = {
  input: EvaluateInput,
  output: RoundOutput,
  async run(services, { caseId }) {
    const { cases, clock } = services;
    const found = await cases.load(caseId);
    if (found.status !== 'received') return whereNext(found, clock);
    const evaluated = await changeCase(cases, caseId, {
      type: 'record-evaluation',
      evaluation: await weigh(services, found),
      ...(await rulesNow(services, [], found)),
    });
    return whereNext(evaluated, clock);
  },
};
