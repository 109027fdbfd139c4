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
  /** Who hears of it first where it is refused for good, and what each who does then reads; otherwise a colleague reads the same. */
  instead?: { first: string; written: (person: string) => Promise<MailContent> };
}

/**
 * Sends a mail as sendOnce does. Where it is refused for good a person takes over: whoever decided hears that the customer did not get it,
 * what was for whoever decided goes to a colleague who decides, too, and what was for finance to whoever decided. Throws as sendOnce does,
 * once that is done.
 */
export async function sendOrPassOn(services: Sending, found: Case, letter: Letter): Promise<void> {
  const { mail, content } = letter;
  try {
    await sendOnce(services, found, mail, content);
  } catch (error) {
    if (!(error instanceof MailRejected)) throw error;
    const why = error instanceof AddressSuppressed ? 'suppressed' : 'refused';
    if (isSameAddress(mail.to, found.request.customer.address))
      await tellUnreachable(services, found, why, content.kind);
    else await passOn(services, found, letter);
    throw error;
  }
}

/** To the first person whose address takes it. While somebody decides anew nobody else hears of what was decided first. */
async function passOn(services: Sending, found: Case, { mail, content, instead }: Letter): Promise<void> {
  const others = isDecided(found) ? approversOf(services.policy.policy) : [];
  const people = withoutThese(found, mail.to, instead ? [instead.first, ...others] : others);
  for (const [index, to] of people.entries()) {
    const passed = { ...mail, id: `${mail.id}.instead${index + 1}`, to };
    try {
      await sendOnce(services, found, passed, instead ? await instead.written(to) : content);
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

function approversOf({ approval }: Policy): string[] {
  return approval.levels.flatMap(({ approvers }) => approvers);
}

/** Each once, without who was written to already, the customer, and who is not asked any more about this case. */
function withoutThese({ left, request }: Case, person: string, people: string[]): string[] {
  return [...new Set(people)].filter(
    (one) =>
      !isSamePerson(one, person) && !isSameAddress(one, request.customer.address) && !left.includes(one),
  );
}
