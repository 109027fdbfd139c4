import type { Case, DecidedCase } from '../domain/case.ts';
import { OFFER_LATE_DAYS, REFUND_LINK_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { daysAfter } from '../domain/time.ts';

/** The link with which whoever pays (`person`) says that they have, or why they could not. Each mail has a fresh one. */
export function refundLink(
  { links, clock }: Needs<'links' | 'clock'>,
  { id: caseId }: Pick<Case, 'id'>,
  refund: number,
  person: string,
): Promise<string> {
  const claims = { purpose: 'refund', caseId, refund, person } as const;
  return links.create(claims, daysAfter(clock.now(), REFUND_LINK_DAYS));
}

/** The link with which a customer chooses an offer; it outlives the offers, so that a late click is told that they ran out. */
export function offerLink(
  { links, policy: { policy }, clock }: Needs<'links' | 'policy' | 'clock'>,
  { id: caseId, request }: DecidedCase,
): Promise<string> {
  const claims = { purpose: 'offers', caseId, person: request.customer.address } as const;
  return links.create(claims, daysAfter(clock.now(), policy.offerDays + OFFER_LATE_DAYS));
}

/** The link with which a customer says that a fact is wrong, or asks for a second look. */
export function objectLink(
  { links, policy: { policy }, clock }: Needs<'links' | 'policy' | 'clock'>,
  { id: caseId, request }: DecidedCase,
): Promise<string> {
  const claims = { purpose: 'object', caseId, person: request.customer.address } as const;
  return links.create(claims, daysAfter(clock.now(), policy.approval.objectionDays + OFFER_LATE_DAYS));
}
