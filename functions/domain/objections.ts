import { isSameAddress } from './address.ts';
import { mayDecide } from './approvers.ts';
import type { Case, CaseEvent, Objection } from './case.ts';
import { isDecided } from './case.ts';
import { LinkEarly, ObjectionRefused } from './errors.ts';
import { isWithin } from './limits.ts';
import type { Policy } from './policy.ts';
import { askedAmount, known } from './request.ts';
import { endOfDayAfter, type Instant } from './time.ts';

/**
 * When the last day is over on which a customer may object to what was decided, or undefined where they cannot: they got all they asked for, have chosen an
 * offer, have objected that way, or nobody is left who could look at it with fresh eyes and grant it.
 */
export function objectUntil(found: Case, about: Objection['about'], policy: Policy): Instant | undefined {
  if (!isDecided(found) || found.decided.decision.outcome === 'approved') return undefined;
  if ('offers' in found && found.offers?.state === 'accepted') return undefined;
  if (found.history.some((event) => event.type === 'objected' && event.about === about)) return undefined;
  if (about === 'decision' && !hasOthers(found, policy)) return undefined;
  return endOfDayAfter(found.decided.at, policy.approval.objectionDays, policy.shop.timeZone);
}

/**
 * The customer objects. Throws LinkEarly while it is being recorded that they were told, ObjectionRefused where it is too late, or was
 * done before.
 */
export function objectTo(found: Case, said: Objection, policy: Policy): CaseEvent[] {
  const same = found.objection?.about === said.about && found.objection.says === said.says;
  if (same && !isDecided(found)) return [];
  // What the decision granted has to be on the case before another one is compared with it.
  if (found.status === 'decided') throw new LinkEarly(`case ${found.id} is just being told`);
  const until = objectUntil(found, said.about, policy);
  if (until === undefined || Date.parse(said.at) >= Date.parse(until))
    throw new ObjectionRefused(`case ${found.id} takes no objection to a ${said.about} any more`);
  return [{ type: 'objected', ...said }];
}

/** Whoever had an opinion on a case before the customer objected, in the order in which they had it. */
export function whoHadAnOpinion({ history }: Case): string[] {
  const objected = history.findLastIndex(({ type }) => type === 'objected');
  const before = objected < 0 ? history : history.slice(0, objected);
  return before.flatMap((event) => {
    if (event.type === 'decided') return [event.by, ...(event.with ?? [])];
    return event.type === 'approver-answered' ? [event.by] : [];
  });
}

/**
 * Whether anybody who had no opinion yet may grant all that is asked for: a second look by somebody who could not is none. Who is away now is
 * back before long.
 */
function hasOthers(found: Case, policy: Policy): boolean {
  const before = whoHadAnOpinion(found);
  const staffing = { policy, customer: found.request.customer.address, excluded: found.left };
  const amount = known(askedAmount(found.request));
  return policy.approval.levels
    .filter(({ upTo }) => !amount || isWithin(amount, upTo, policy))
    .flatMap(({ approvers }) => approvers)
    .some((one) => mayDecide(staffing, one) && !before.some((other) => isSameAddress(one, other)));
}
