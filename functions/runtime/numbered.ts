import type { Case } from '../domain/case.ts';

/** What a mail about a decision is called: a case that was decided again has the same mails again, and each is one of its own. */
export function numbered({ earlier }: Case, kind: string): string {
  return earlier.length === 0 ? kind : `${kind}.${earlier.length + 1}`;
}
