import type { Case } from '../domain/case.ts';
import { CaseNotFound } from '../domain/errors.ts';
import type { MailFate, ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import type { Sending } from '../notify/send-once.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import { classify } from './classify.ts';
import { identity } from './identity.ts';
import { joinCase } from './join-case.ts';
import { openCase } from './open-case.ts';
import { ownWords } from './own-words.ts';
import { readMail } from './read-mail.ts';
import { senderTrust } from './sender-trust.ts';
import { threadOf } from './thread.ts';

type Services = Sending & Needs<'orders' | 'rawMails' | 'parser' | 'flow' | 'sha256'>;

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
  const settled = { ...stored, fate: await handle(services, stored, mail) };
  await services.mails.settle(settled);
  return settled;
}

async function handle(services: Services, stored: ReceivedMail, mail: ParsedMail): Promise<MailFate> {
  const { log, policy } = services;
  const trust = senderTrust(mail);
  const harmful = trust.virus ? 'virus' : trust.spam ? 'spam' : undefined;
  if (harmful) {
    log.info('a mail was quarantined', { mailId: stored.id, reason: harmful });
    return { state: 'quarantined', reason: `${harmful}: SES says so` };
  }
  const read = classify(mail, policy.policy.shop.refunds);
  if (read.kind !== 'person') {
    const reason = `${read.kind}: ${read.evidence}`;
    log.info('a mail was quarantined', { mailId: stored.id, reason });
    // Machines write every day, which is nothing to wake people for; a person who cannot be answered is.
    if (read.kind === 'no-sender' || read.kind === 'empty') log.count('MailQuarantined');
    return { state: 'quarantined', reason };
  }
  if (!mail.from) throw new Error('a person’s mail has a sender');
  const answered = await findAnsweredCase(services, mail);
  if (answered) {
    await joinCase(services, answered, stored, {
      from: mail.from.address,
      text: inOwnWords(mail).text,
      attachments: mail.attachments,
      proved: trust.sender !== 'failed',
    });
    return { state: 'joined-case', caseId: answered.id };
  }
  const caseId = await openCase(services, stored, inOwnWords(mail), mail.from, trust);
  log.info('a case was opened', { caseId });
  await services.flow.start(caseId);
  return { state: 'opened-case', caseId };
}

/** The mail with no text but its sender's own; all of it where nothing of their own is left, as in a bare forward. */
function inOwnWords(mail: ParsedMail): ParsedMail {
  const { words } = ownWords(mail.text);
  return words ? { ...mail, text: words } : mail;
}

/** The case a mail answers. Who may write into it is seen to when the mail joins it. */
async function findAnsweredCase(
  { cases, replyAddresses }: Services,
  mail: ParsedMail,
): Promise<Case | undefined> {
  const thread = threadOf(mail, replyAddresses);
  if (!thread) return undefined;
  try {
    return await cases.load(thread.caseId);
  } catch (error) {
    if (error instanceof CaseNotFound) return undefined;
    throw error;
  }
}
