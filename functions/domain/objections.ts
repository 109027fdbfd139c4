import type { Case, CaseEvent, Objection } from './case.ts';
import { isDecided } from './case.ts';
import { ObjectionRefused } from './errors.ts';
import type { Policy } from './policy.ts';
import { daysAfter, type Instant } from './time.ts';

/** Until when a customer may object to what was decided, or undefined where they cannot: they got all they asked for, or have objected that way. */
export function objectUntil(found: Case, about: Objection['about'], policy: Policy): Instant | undefined {
  if (!isDecided(found) || found.decided.decision.outcome === 'approved') return undefined;
  const had = found.history.some((event) => event.type === 'objected' && event.about === about);
  return had ? undefined : daysAfter(found.decided.at, policy.approval.objectionDays);
}

/** The customer objects. Throws ObjectionRefused where it is too late, or was done before. */
export function objectTo(found: Case, said: Objection, policy: Policy): CaseEvent[] {
  const same = found.objection?.about === said.about && found.objection.says === said.says;
  if (same && !isDecided(found)) return [];
  const until = objectUntil(found, said.about, policy);
  if (until === undefined || Date.parse(said.at) > Date.parse(until))
    throw new ObjectionRefused(`case ${found.id} takes no objection to a ${said.about} any more`);
  return [{ type: 'objected', ...said }];
}
