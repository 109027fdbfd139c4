import type { AwaitingCase } from '../domain/case.ts';
import { LATE_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { lastsUntil } from '../domain/round.ts';
import { daysAfter } from '../domain/time.ts';

/** The link with which somebody decides in the round a case is in. */
export function decideLink(
  { links }: Needs<'links'>,
  { id: caseId, round }: AwaitingCase,
  person: string,
): Promise<string> {
  const claims = { purpose: 'decide', caseId, round: round.number, person } as const;
  return links.create(claims, daysAfter(lastsUntil(round), LATE_DAYS));
}
