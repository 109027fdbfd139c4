import { isSameAddress, isSamePerson } from '../domain/address.ts';
import { type Case, isDecided } from '../domain/case.ts';
import { AddressSuppressed, MailRejected } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import type { MailContent } from '../mail/write.ts';
import { type Sending, sendOnce } from './send-once.ts';
import { tellUnreachable } from './tell-unreachable.ts';

export interface Letter {
  mail: { id: string; to: string; answersCustomer: boolean };
  content: MailContent;
}

/**
 * Sends a mail as sendOnce does. Where it is refused for good a person takes over: whoever decided hears that the customer did not get it,
 * and what was for whoever decided goes to a colleague who decides, too. Throws as sendOnce does, once that is done.
 */
export async function sendOrPassOn(services: Sending, found: Case, { mail, content }: Letter): Promise<void> {
  try {
    await sendOnce(services, found, mail, content);
  } catch (error) {
    if (!(error instanceof MailRejected)) throw error;
    const why = error instanceof AddressSuppressed ? 'suppressed' : 'rejected';
    if (isSameAddress(mail.to, found.request.customer.address))
      await tellUnreachable(services, found, why, content.kind);
    else await passOn(services, found, { mail, content });
    throw error;
  }
}

/** To the first colleague whose address takes it. While somebody decides anew nobody else hears of what was decided first. */
async function passOn(services: Sending, found: Case, { mail, content }: Letter): Promise<void> {
  const { policy } = services.policy;
  if (!isDecided(found) || mail.to === policy.shop.finance) return;
  for (const [index, to] of colleagues(found, mail.to, policy).entries()) {
    const instead = { ...mail, id: `${mail.id}.instead${index + 1}`, to };
    try {
      await sendOnce(services, found, instead, content);
      return;
    } catch (error) {
      if (!(error instanceof MailRejected)) throw error;
    }
  }
  services.log.error('a mail was refused, and nobody else could be told', {
    caseId: found.id,
    mailId: mail.id,
  });
}

function colleagues({ left, request }: Case, person: string, { approval }: Policy): string[] {
  const others = approval.levels.flatMap(({ approvers }) => approvers);
  return [...new Set(others)].filter(
    (one) =>
      !isSamePerson(one, person) && !isSameAddress(one, request.customer.address) && !left.includes(one),
  );
}
