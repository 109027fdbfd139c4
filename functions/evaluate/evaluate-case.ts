import { EvaluateInput, RoundOutput } from '../../statemachine/steps.ts';
import type { Case } from '../domain/case.ts';
import type { Cases, Needs } from '../domain/ports.ts';
import { changeCase } from '../runtime/change-case.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
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
    const rules = await rulesNow(services, [], found);
    const named = await namedAsConflict(cases, found);
    const evaluated = await changeCase(cases, caseId, {
      type: 'record-evaluation',
      evaluation: await weigh(services, found),
      ...rules,
      conflicted: [...new Set([...named, ...(rules.conflicted ?? [])])],
    });
    return whereNext(evaluated, clock);
  },
};

/** Who has said in an earlier case of this customer that they must not decide it. */
async function namedAsConflict(cases: Cases, found: Case): Promise<string[]> {
  const earlier = await earlierCases(cases, found, { counts: (one) => conflictsIn(one).length > 0 });
  return [...new Set(earlier.flatMap(conflictsIn))];
}

function conflictsIn({ history }: Case): string[] {
  return history.flatMap((event) =>
    event.type === 'approver-left' && event.why === 'conflict' ? [event.person] : [],
  );
}
