import { type Recording, recordReturned } from './record-returned.ts';
import { readSesEvent } from './ses-event.ts';

/**
 * Takes one event of SES about a mail of ours: it bounced, was called spam, or was not delivered because of what is in it. The same event
 * again, or in another order, changes nothing. Throws InvalidInput naming what is wrong with it.
 */
export async function takeDeliveryEvent(services: Recording, body: string): Promise<void> {
  const event = readSesEvent(body);
  if (!event) return;
  const about = await services.mails.outgoing(event.mailId);
  if (!about) {
    // It was recorded before it left, so it was forgotten since, and there is nobody left to do anything for.
    services.log.warn('SES tells of a mail that is not there any more', { mailId: event.mailId });
    return;
  }
  await recordReturned(services, about, event.returned);
}
