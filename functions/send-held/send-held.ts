import type { Case } from '../domain/case.ts';
import { AddressSuppressed, MailInFlight, MailRejected } from '../domain/errors.ts';
import type { OutgoingRecord } from '../domain/ports.ts';
import { type Sending, sendWritten } from '../notify/send-once.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';

/** Sent at one go (mails): what is sent after a stop is not to bring about the next before anything can have come back. */
const AT_ONCE = 20;

/**
 * Sends mails that wait, the longest waiting first, as far as they may be sent by now; what may not goes on waiting. Raises the alarm while
 * anything does. Running it again sends nothing twice.
 */
export async function sendHeld(services: Sending): Promise<void> {
  const { mails, cases, log } = services;
  const waiting = await mails.waiting(AT_ONCE);
  for (const record of waiting) {
    const found = await caseIfThere(cases, record.caseId);
    // Whoever erased the case erases its mails.
    if (found) await sendOne(services, found, record);
  }
  const left = waiting.length === 0 ? [] : await mails.waiting(1);
  if (left.length > 0) log.count('MailHeld');
}

/** One that cannot be sent keeps no other back. What was refused is on its case; anything else is tried again. */
async function sendOne(services: Sending, found: Case, { held, ...mail }: OutgoingRecord): Promise<void> {
  if (!held) return;
  const { answersCustomer, ...written } = held;
  try {
    await sendWritten(services, found, { ...mail, answersCustomer, waited: true }, written);
  } catch (error) {
    const isKnown =
      error instanceof MailRejected || error instanceof AddressSuppressed || error instanceof MailInFlight;
    if (!isKnown)
      services.log.error('a mail that waited could not be sent', { caseId: found.id, error: `${error}` });
  }
}
