import type { Case } from '../domain/case.ts';
import type { Precedents } from '../domain/ports.ts';
import type { Precedent } from '../domain/precedents.ts';

/** What the decided cases that a case was compared with left behind; those erased since are not among them. */
export async function toldPrecedents(precedents: Precedents, found: Case): Promise<Precedent[]> {
  const closest = ('evaluation' in found && found.evaluation?.precedents?.closest) || [];
  return closest.length === 0 ? [] : precedents.of(closest.map(({ caseId }) => caseId));
}
