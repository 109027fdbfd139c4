import type { Case, CaseEvent } from '../domain/case.ts';

type Evaluated = Extract<CaseEvent, { type: 'evaluated' }>;

/**
 * The evaluation that stands. While a case is looked at again and not weighed anew, the last there was; where a customer took an
 * objection back, the one of before it.
 */
export function lastEvaluated(found: Case): Evaluated | undefined {
  const stands = 'evaluation' in found ? found.evaluation : undefined;
  const all = found.history.filter((event) => event.type === 'evaluated');
  return all.findLast(({ evaluation }) => evaluation === stands) ?? all.at(-1);
}
