import type { Case, CaseEvent } from './case.ts';

/** The error of a history that cannot be: a stored history is never guessed at. */
export function impossible(found: Case, event: CaseEvent): Error {
  return new Error(`case ${found.id} is ${found.status}, so "${event.type}" cannot have happened`);
}
