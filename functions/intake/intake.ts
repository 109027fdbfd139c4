import type { MailFate, ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import type { Sending } from '../notify/send-once.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import { asksTooMuch, writesTooMuch } from './brake.ts';
import { classify } from './classify.ts';
import { keepAttachments } from './evidence.ts';
import { findCase } from './find-case.ts';
import { identity } from './identity.ts';
import { isFull, joinCase } from './join-case.ts';
import { openCase } from './open-case.ts';
import { ownWords } from './own-words.ts';
import { readMail } from './read-mail.ts';
import { recordReturn } from './returned.ts';
import { type SenderTrust, senderTrust } from './sender-trust.ts';

type Services = Sending &
  Needs<'orders' | 'tokens' | 'rawMails' | 'attachments' | 'parser' | 'flow' | 'sha256'>;

/** Kept of a subject (characters); RFC 5322 allows lines of 998. */
const MAX_SUBJECT = 500;

/**
 * Turns a stored raw mail into a case, into words on a case, or into a quarantined record with a reason. Running it again
 * for the same mail changes nothing; what was left undone is done.
 */
export async function intake(services: Services, { rawKey }: { rawKey: string }): Promise<ReceivedMail> {
  const reading = await readMail(services, rawKey);
  if ('reason' in reading) {
    const { reason, from, subject } = reading;
    return quarantine(services, rawKey, reason, { from, subject: subject.slice(0, MAX_SUBJECT) });
  }
  const { mail } = reading;
  const stored = await services.mails.record({
    id: identity(mail, rawKey, services.sha256),
    rawKey,
    receivedAt: services.clock.now(),
    from: mail.from?.address ?? '',
    subject: mail.subject.slice(0, MAX_SUBJECT),
    fate: { state: 'stored' },
  });
  if (stored.fate.state === 'quarantined' || stored.fate.state === 'joined-case') return stored;
  if (stored.fate.state === 'opened-case') {
    await services.flow.start(stored.fate.caseId);
    return stored;
  }
  return services.mails.settle({ ...stored, fate: await handle(services, stored, mail) });
}

async function handle(services: Services, stored: ReceivedMail, mail: ParsedMail): Promise<MailFate> {
  const { log, policy } = services;
  const hold = (reason: string, wake: 'wake somebody' | 'let them sleep'): MailFate => {
    log.info('a mail was quarantined', { mailId: stored.id, reason });
    if (wake === 'wake somebody') log.count('MailQuarantined');
    return { state: 'quarantined', reason };
  };
  const trust = senderTrust(mail);
  const harmful = trust.virus ? 'virus' : trust.spam ? 'spam' : undefined;
  if (harmful) return hold(`${harmful}: SES says so`, 'let them sleep');
  const read = classify(mail, policy.policy.shop.refunds);
  if (read.kind !== 'person') {
    const about = await recordReturn(services, stored, read);
    if (about) return { state: 'joined-case', caseId: about.id };
    // Machines write every day, which is nothing to wake people for; a person who cannot be answered is.
    const somebody = read.kind === 'no-sender' || read.kind === 'empty';
    return hold(`${read.kind}: ${read.evidence}`, somebody ? 'wake somebody' : 'let them sleep');
  }
  if (!mail.from) throw new Error('a person’s mail has a sender');
  return handlePerson(services, stored, inOwnWords(mail), mail.from, trust, (reason) =>
    hold(reason, 'wake somebody'),
  );
}

async function handlePerson(
  services: Services,
  stored: ReceivedMail,
  read: ParsedMail,
  from: { address: string; name: string },
  trust: SenderTrust,
  hold: (reason: string) => MailFate,
): Promise<MailFate> {
  const flood = await writesTooMuch(services, from.address, stored.id);
  if (flood) return hold(flood);
  const mail = await keepAttachments(services, read);
  const joins = await findCase(services, stored.id, mail, from, trust);
  if (joins) {
    if (isFull(joins.found, stored.id))
      return hold(`too much: case ${joins.found.id} can take no more mails`);
    await joinCase(services, joins.found, stored, { mail, from, ...joins });
    return { state: 'joined-case', caseId: joins.found.id };
  }
  const crowd = await asksTooMuch(services, from.address, stored.id);
  if (crowd) return hold(crowd);
  const caseId = await openCase(services, stored, mail, from, trust);
  services.log.info('a case was opened', { caseId });
  await services.flow.start(caseId);
  return { state: 'opened-case', caseId };
}

/** The mail with no text but its sender's own; all of it where nothing of their own is left, as in a bare forward. */
function inOwnWords(mail: ParsedMail): ParsedMail {
  const { words } = ownWords(mail.text);
  return words ? { ...mail, text: words } : mail;
}
