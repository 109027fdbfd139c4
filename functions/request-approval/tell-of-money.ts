import type { AwaitingCase } from '../domain/case.ts';
import { MailInFlight } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import { aboutRefund } from '../follow-through/letters-due.ts';
import type { Sending } from '../notify/send-once.ts';
import { sendOrPassOn } from '../notify/send-or-pass-on.ts';

/**
 * Money of an earlier decision goes its way while somebody looks at the case again: finance is reminded, and the customer told that it is
 * late. What could not be sent is on the case and keeps nobody from being asked. Throws MailInFlight.
 */
export async function tellOfMoney(services: Sending & Needs<'links'>, found: AwaitingCase): Promise<void> {
  for (const refund of found.refunds) {
    for (const letter of await aboutRefund(services, found, refund)) {
      await sendOrPassOn(services, found, letter).catch((error: unknown) => {
        if (error instanceof MailInFlight) throw error;
        services.log.error('somebody could not be told of a refund', {
          caseId: found.id,
          mail: letter.mail.id,
          error: `${error}`,
        });
      });
    }
  }
}
