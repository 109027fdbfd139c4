import type { Case } from '../domain/case.ts';
import { CaseNotFound } from '../domain/errors.ts';
import type { Cases } from '../domain/ports.ts';

/** The case, or undefined where there is none: an id that somebody wrote down may be of nothing, or of a case that is gone. */
export async function caseIfThere(cases: Pick<Cases, 'load'>, id: string): Promise<Case | undefined> {
  try {
    return await cases.load(id);
  } catch (error) {
    if (error instanceof CaseNotFound) return undefined;
    throw error;
  }
}
