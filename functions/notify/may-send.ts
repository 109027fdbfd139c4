import type { Case } from '../domain/case.ts';
import { AddressSuppressed } from '../domain/errors.ts';
import { brakeOf, waitsForBrake } from '../domain/sender-rates.ts';
import { recordFailure } from './record-mail.ts';
import type { Sending, ToSend } from './send-once.ts';

/** Throws AddressSuppressed, once that is on the case; not for a mail that may have left already. */
export async function refuseSuppressed(services: Sending, found: Case, letter: ToSend): Promise<void> {
  const { mails, deliveries, clock } = services;
  const suppressed = await deliveries.suppressionOf(letter.to, clock.now());
  if (!suppressed) return;
  const earlier = await mails.outgoing(letter.id);
  if (earlier && earlier.state !== 'rejected' && earlier.state !== 'held') return;
  if (earlier?.state === 'held') await mails.mark(letter.id, 'rejected', clock.now());
  const why = suppressed.why === 'bounced' ? 'mails to it came back for good' : 'its reader called one spam';
  // Without the address: logs have none.
  const error = new AddressSuppressed(
    `nothing is sent to this address since ${suppressed.since.slice(0, 10)}, because ${why}`,
  );
  await recordFailure(services, found, letter, error);
  throw error;
}

/** Whether a mail waits until fewer come back. */
export async function hasToWait(
  { deliveries, clock }: Sending,
  found: Case,
  letter: ToSend,
): Promise<boolean> {
  // What would not wait even then needs no rates.
  if (!waitsForBrake('stop', letter, found.sender)) return false;
  return waitsForBrake(brakeOf(await deliveries.rates(clock.now())), letter, found.sender);
}
