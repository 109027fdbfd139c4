import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import { AddressSuppressed } from '../domain/errors.ts';
import { brakeOf, isAwaited, waitsForBrake } from '../domain/sender-rates.ts';
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

/** Whether a mail waits: until fewer come back, or until what its reader has to hear before has left. */
export async function hasToWait(services: Sending, found: Case, letter: ToSend): Promise<boolean> {
  const { deliveries, clock } = services;
  // What would not wait even then needs no rates.
  if (!waitsForBrake('stop', letter, found.sender)) return false;
  if (await isOneBeforeWaiting(services, found, letter)) return true;
  return waitsForBrake(brakeOf(await deliveries.rates(clock.now())), letter, found.sender);
}

/** Whether an earlier mail of the case to the same person waits. What nobody waits for keeps nothing back. */
async function isOneBeforeWaiting({ mails }: Sending, found: Case, { id, to }: ToSend): Promise<boolean> {
  for (const event of found.history) {
    if (event.type !== 'mail-held') continue;
    if (event.mailId === id) return false;
    if (!isAwaited(event.kind) || !isSameAddress(event.to, to)) continue;
    const record = await mails.outgoing(event.mailId);
    if (record?.held) return true;
  }
  return false;
}
