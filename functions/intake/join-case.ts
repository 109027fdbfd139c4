import { hex } from '../adapters/sha256.ts';
import { type Case, caseHolders } from '../domain/case.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import type { Attachment } from '../domain/request.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';
import { changeCase } from '../runtime/change-case.ts';

/** How much of a later mail is kept on the case (characters); the raw mail has the rest. */
const MAX_WORDS = 2_000;

export interface LaterMail {
  from: string;
  /** The sender's own words. */
  text: string;
  attachments: Attachment[];
  /** False where the sender's address is shown not to be theirs. */
  proved: boolean;
}

/** Writes a later mail onto its case and tells whoever has the case, so that no reply lies unread. */
export async function joinCase(
  services: Sending & Needs<'sha256'>,
  answered: Case,
  stored: ReceivedMail,
  { from, text, attachments, proved }: LaterMail,
): Promise<void> {
  const { cases, clock, policy, sha256 } = services;
  // Whoever writes under the customer's address without proof may open a case, and moves none.
  const known = proved && answered.request.customer.address.toLowerCase() === from.toLowerCase();
  const found = await changeCase(cases, answered.id, {
    type: 'record-words',
    at: clock.now(),
    mailId: stored.id,
    from,
    known,
    text: text.slice(0, MAX_WORDS),
    attachments,
  });
  // Whoever is asked later reads these words in the request for approval.
  if (found.status === 'received' || found.status === 'evaluated') return;
  for (const person of caseHolders(found)) {
    const id = [found.id, 'customer-reply', stored.id.slice(0, 8), hex(sha256(person)).slice(0, 8)].join('.');
    const content = {
      kind: 'customer-reply',
      found,
      policy: policy.policy,
      text,
      from,
      attachments,
      stranger: !known,
    } as const;
    await sendOnce(services, found, { id, to: person, answersCustomer: false }, content);
  }
}
