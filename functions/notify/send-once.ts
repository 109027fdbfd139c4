import { compose } from '../adapters/compose.ts';
import type { Case, MailKind } from '../domain/case.ts';
import { MailInFlight, MailRejected, SendingPaused } from '../domain/errors.ts';
import type { Needs, OutgoingRecord } from '../domain/ports.ts';
import { type MailContent, type WrittenMail, writeMail } from '../mail/write.ts';
import { hasToWait, refuseSuppressed } from './may-send.ts';
import { recordFailure, recordHeld, recordOnCase } from './record-mail.ts';

/** What sending a mail of a case needs. */
export type Sending = Needs<
  'cases' | 'mails' | 'deliveries' | 'mailer' | 'replyAddresses' | 'policy' | 'clock' | 'log'
>;

/** No function that sends runs for longer than intake's 60 s (a test sees to it); a claim this old belongs to a run that died. */
export const CLAIM_LEASE_MS = 90_000;

interface Addressed {
  id: string;
  to: string;
  answersCustomer: boolean;
}

/** A mail that is to be sent; `waited`: it was held back before. */
export type ToSend = Addressed & { kind: MailKind; waited?: boolean };

/**
 * Sends one mail of a case at most once: claimed, sent, marked, then written onto the case. Where a crash fell between
 * claiming and marking and the sender cannot say whether the mail left, it becomes visibly uncertain and is not sent again.
 * While our mails come back too often, what can wait is kept as it was written, and on the case as held: it is sent later.
 * Throws MailInFlight while another run may still be sending it, AddressSuppressed where nothing is sent to the address, and whatever
 * the sender throws, once that is on the case.
 */
export async function sendOnce(
  services: Sending,
  found: Case,
  mail: Addressed,
  content: MailContent,
): Promise<Case> {
  if (isSettled(found, mail.id)) return found;
  return sendWritten(services, found, { ...mail, kind: content.kind }, writeMail(content));
}

/** Sends a mail as it was written, as sendOnce does. */
export async function sendWritten(
  services: Sending,
  found: Case,
  letter: ToSend,
  written: WrittenMail,
): Promise<Case> {
  const { mails, clock } = services;
  const outgoing = {
    id: letter.id,
    caseId: found.id,
    kind: letter.kind,
    to: letter.to,
    subject: written.subject,
  };
  const held = { ...written, answersCustomer: letter.answersCustomer };
  await refuseSuppressed(services, found, letter);
  if (await hasToWait(services, found, letter)) {
    const there = await mails.hold({ ...outgoing, held }, clock.now());
    if (there.state === 'held') return recordHeld(services, found, letter);
  }

  const earlier = await mails.claim({ ...outgoing, ...(letter.waited && { held }) }, clock.now());
  const settled = earlier && (await settle(services, earlier));
  if (settled) return recordOnCase(services, found, letter, settled);

  let providerId: string;
  try {
    providerId = await send(services, found, letter, written);
  } catch (error) {
    if (error instanceof MailRejected || error instanceof SendingPaused)
      await mails.mark(letter.id, 'rejected', clock.now());
    if (error instanceof SendingPaused) {
      services.log.error('the provider sends no mails of ours', { caseId: found.id, error: `${error}` });
      await mails.hold({ ...outgoing, held }, clock.now());
      return recordHeld(services, found, letter);
    }
    await recordFailure(services, found, letter, error);
    throw error;
  }
  await mails.mark(letter.id, 'sent', clock.now(), providerId);
  services.log.info('a mail was sent', { caseId: found.id, kind: letter.kind });
  return recordOnCase(services, found, letter, 'sent');
}

/** Whether a mail needs no more sending: it was sent, or nobody can say and it is not sent again. */
export function isSettled({ history }: Case, mailId: string): boolean {
  return history.some(
    (event) => (event.type === 'mail-sent' || event.type === 'mail-uncertain') && event.mailId === mailId,
  );
}

async function send(
  { mailer, replyAddresses, policy, clock }: Sending,
  found: Case,
  mail: Addressed,
  written: WrittenMail,
): Promise<string> {
  const { shop } = policy.policy;
  const raw = await compose(
    {
      ...written,
      id: replyAddresses.sealed(mail.id),
      from: { name: shop.name, address: shop.refunds },
      to: mail.to,
      replyTo: replyAddresses.of(found.id),
      answers: mail.answersCustomer ? found.firstMessageId : undefined,
    },
    new Date(clock.now()),
  );
  return mailer.send({ id: mail.id, from: shop.refunds, to: mail.to, raw });
}

/** What became of an earlier claim; undefined where the mail has still to be sent. */
async function settle(
  { mailer, mails, clock, log }: Sending,
  earlier: OutgoingRecord,
): Promise<'sent' | 'uncertain' | undefined> {
  if (earlier.state !== 'claimed') return known(earlier);
  const outcome = await mailer.outcome(earlier.id);
  if (outcome === 'not-sent') return undefined;
  if (outcome === 'sent') {
    await mails.mark(earlier.id, 'sent', clock.now());
    return 'sent';
  }
  if (Date.parse(clock.now()) - Date.parse(earlier.claimedAt) < CLAIM_LEASE_MS) {
    throw new MailInFlight(`mail ${earlier.id} is being sent by another run`);
  }
  const marked = await mails.mark(earlier.id, 'uncertain', clock.now());
  if (marked.state === 'uncertain') {
    log.warn('a mail may or may not have been sent', { mailId: earlier.id });
    log.count('MailUncertain');
  }
  return known(marked);
}

function known({ id, state }: OutgoingRecord): 'sent' | 'uncertain' {
  if (state === 'sent' || state === 'uncertain') return state;
  throw new MailInFlight(
    `mail ${id} is ${state} by another run while this one looks; it may be claimed again`,
  );
}
