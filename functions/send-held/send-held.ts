import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import { AddressSuppressed, MailInFlight, MailRejected, SendingPaused } from '../domain/errors.ts';
import type { OutgoingRecord } from '../domain/ports.ts';
import { type Brake, brakeOf, waitsForBrake } from '../domain/sender-rates.ts';
import { dayOf } from '../domain/time.ts';
import { hasToWait, refuseSuppressed } from '../notify/may-send.ts';
import { type Letter, type Sending, sendNow } from '../notify/send-once.ts';
import { tellUnreachable } from '../notify/tell-unreachable.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';

/** Sent at one go (mails): what is sent after a stop is not to bring about the next before anything can have come back. */
const AT_ONCE = 20;

/**
 * Sends mails that wait, the longest waiting first, as far as they may be sent by now; what may not goes on waiting in its place, and keeps
 * nobody else's back. Raises the alarm while anything does. Running it again sends nothing twice.
 * @param isOver Whether there is no time left to begin with another mail.
 */
export async function sendHeld(services: Sending, isOver: () => boolean = () => false): Promise<void> {
  const { mails, deliveries, clock, log } = services;
  const brake = brakeOf(await deliveries.rates(clock.now()));
  let tried = 0;
  for await (const record of mails.waiting()) {
    if (tried === AT_ONCE || isOver()) break;
    const became = await sendOne(services, record, brake);
    // The next one would not be taken either.
    if (became === 'paused') break;
    if (became === 'tried') tried++;
  }
  for await (const _ of mails.waiting(1)) log.count('MailHeld');
}

type Became = 'tried' | 'passed over' | 'paused';

/** One that cannot be looked at keeps no other back. */
async function sendOne(services: Sending, record: OutgoingRecord, brake: Brake): Promise<Became> {
  const { mails, cases, log } = services;
  const letter = letterOf(services, record);
  // Seen without the case where it can be: there may be many.
  if (!letter || waitsForBrake(brake, letter, undefined)) return 'passed over';
  try {
    const found = await caseIfThere(cases, record.caseId);
    if (found && !(await hasToWait(services, found, letter))) return await attempt(services, found, letter);
    // Nobody is left to tell.
    if (!found) await mails.giveUp(record);
  } catch (error) {
    log.error('a mail that waits could not be looked at', { caseId: record.caseId, error: `${error}` });
  }
  return 'passed over';
}

/** What was refused is on its case, and somebody hears of it, since whoever wanted to send it has gone on; anything else is tried again. */
async function attempt(services: Sending, found: Case, letter: Letter): Promise<Became> {
  try {
    await refuseSuppressed(services, found, letter);
    await sendNow(services, found, letter);
  } catch (error) {
    if (error instanceof SendingPaused) return 'paused';
    if (error instanceof MailInFlight) return 'passed over';
    if (!(error instanceof MailRejected))
      services.log.error('a mail that waited could not be sent', { caseId: found.id, error: `${error}` });
    else if (isSameAddress(letter.to, found.request.customer.address))
      await tellUnreachable(
        services,
        found,
        error instanceof AddressSuppressed ? 'suppressed' : 'refused',
        letter.kind,
      );
  }
  return 'tried';
}

function letterOf(
  { clock, policy: { policy } }: Sending,
  { id, to, kind, held, claimedAt }: OutgoingRecord,
): Letter | undefined {
  if (!held) return undefined;
  const { answersCustomer, late, since = claimedAt, ...written } = held;
  const isLate = dayOf(since, policy.shop.timeZone) !== dayOf(clock.now(), policy.shop.timeZone);
  return {
    id,
    to,
    kind,
    answersCustomer,
    late: () => late,
    since,
    written: { ...written, ...(isLate && late) },
  };
}
