import { hex, sha256 } from '../adapters/sha256.ts';
import { isSameAddress } from '../domain/address.ts';
import { type Case, caseHolders, type MailKind } from '../domain/case.ts';
import type { ContentOf } from '../mail/write.ts';
import { type Sending, sendOnce } from './send-once.ts';

/**
 * Tells whoever has the case that its customer does not get our mails, once for each reason. Nobody has it yet: who is asked first reads
 * it in the request. What could not be sent is on the case, and never thrown: what it tells of is recorded already.
 */
export async function tellUnreachable(
  services: Sending,
  found: Case,
  why: ContentOf<'customer-unreachable'>['why'],
  undelivered: MailKind,
): Promise<void> {
  const { policy } = services.policy;
  for (const person of caseHolders(found)) {
    if (isSameAddress(person, found.request.customer.address)) continue;
    const who = hex(sha256(person)).slice(0, 8);
    const mail = { id: `${found.id}.customer-unreachable.${why}.${who}`, to: person, answersCustomer: false };
    const content = { kind: 'customer-unreachable', found, policy, why, undelivered } as const;
    await sendOnce(services, found, mail, content).catch((error: unknown) => {
      services.log.error('nobody could be told that a customer is unreachable', {
        caseId: found.id,
        error: `${error}`,
      });
    });
  }
}
