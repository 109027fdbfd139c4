import { compose } from '../adapters/compose.ts';
import type { Case, MailKind } from '../domain/case.ts';
import { MailInFlight, MailRejected, SendingPaused } from '../domain/errors.ts';
import type { HeldMail, Needs, OutgoingMail, OutgoingRecord } from '../domain/ports.ts';
import { type MailContent, type WrittenMail, writeLate, writeMail } from '../mail/write.ts';
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

/** What has to be known of a mail to see whether it may be sent. */
export type ToSend = Addressed & { kind: MailKind };

/** A mail as it was written. `late`: what it says on a later day, where it has to wait. `since`: when it began to wait, where it did. */
export type Letter = ToSend & { written: WrittenMail; late(): HeldMail['late'] } & Pick<HeldMail, 'since'>;

/**
 * Sends one mail of a case at most once: claimed, sent, marked, then written onto the case. Where a crash fell between
 * claiming and marking and the sender cannot say whether the mail left, it becomes visibly uncertain and is not sent again.
 * While our mails come back too often, or the provider takes none, it is kept as it was written, and on the case as held: it is sent later.
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
  const letter: Letter = {
    ...mail,
    kind: content.kind,
    written: writeMail(content),
    late() {
      // Staff open a page, which tells how things are now.
      if (!mail.answersCustomer) return undefined;
      const { html, text } = writeLate(content, services.clock.now());
      return { html, text };
    },
  };
  await refuseSuppressed(services, found, letter);
  if (await hasToWait(services, found, letter)) {
    const there = await services.mails.hold(toKeep(found, letter), services.clock.now());
    if (there.state === 'held') return recordHeld(services, found, letter);
  }
  try {
    return await sendNow(services, found, letter);
  } catch (error) {
    if (!(error instanceof SendingPaused)) throw error;
    return recordHeld(services, found, letter);
  }
}

/** Sends a mail that may be sent, as sendOnce does. Throws SendingPaused where the provider takes none, once the mail waits for that. */
export async function sendNow(services: Sending, found: Case, letter: Letter): Promise<Case> {
  const { mails, clock, log } = services;
  const outgoing = toSend(found, letter);
  const now = clock.now();
  const earlier = await mails.claim(letter.since ? toKeep(found, letter) : outgoing, now);
  const settled = earlier && (await settle(services, earlier));
  if (settled) return recordOnCase(services, found, letter, settled);

  let providerId: string;
  try {
    providerId = await send(services, found, letter, letter.written);
  } catch (error) {
    if (error instanceof SendingPaused) {
      log.error('the provider takes no mails of ours', { caseId: found.id, error: `${error}` });
      await mails.hold(toKeep(found, letter), clock.now(), earlier?.claimedAt ?? now);
      throw error;
    }
    if (error instanceof MailRejected) await mails.mark(letter.id, 'rejected', clock.now());
    await recordFailure(services, found, letter, error);
    throw error;
  }
  await mails.mark(letter.id, 'sent', clock.now(), providerId);
  log.info('a mail was sent', { caseId: found.id, kind: letter.kind });
  return recordOnCase(services, found, letter, 'sent');
}

function toSend(found: Case, { id, to, kind, written }: Letter): OutgoingMail {
  return { id, caseId: found.id, kind, to, subject: written.subject };
}

/** With all that it takes to send it later. */
function toKeep(found: Case, letter: Letter) {
  const { written, answersCustomer, since } = letter;
  return { ...toSend(found, letter), held: { ...written, answersCustomer, late: letter.late(), since } };
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
