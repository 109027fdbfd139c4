import { hex } from '../adapters/sha256.ts';
import { type Case, caseHolders } from '../domain/case.ts';
import { CaseExists, CaseNotFound, LimitExceeded, UnreadableMail } from '../domain/errors.ts';
import { replay } from '../domain/evolve.ts';
import type { MailFate, ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs, Sha256 } from '../domain/ports.ts';
import { reference } from '../domain/reference.ts';
import type { Attachment } from '../domain/request.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import { changeCase } from '../runtime/change-case.ts';
import { classify } from './classify.ts';
import { extractRequest, findOrderNumber } from './extract.ts';
import { ownWords } from './own-words.ts';
import { type SenderTrust, senderTrust } from './sender-trust.ts';
import { threadOf } from './thread.ts';

type Services = Sending & Needs<'orders' | 'rawMails' | 'parser' | 'flow' | 'sha256'>;

/** The largest mail that is read (bytes). A handful of phone photos fits; SES itself takes 40 MB. */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;
/** The headers of a mail that is too large are within its first bytes; what is looked at of it (bytes). */
const MAX_HEADER_BYTES = 64 * 1024;
/** Kept of a subject (characters); RFC 5322 allows lines of 998. */
const MAX_SUBJECT = 500;
/** How much of a later mail is kept on the case (characters); the raw mail has the rest. */
const MAX_WORDS = 2_000;
/** References are 40 bits; should two mails collide, the next is derived. This many in a row do not happen. */
const REFERENCE_ATTEMPTS = 8;

/**
 * Turns a stored raw mail into a case, into words on a case, or into a quarantined record with a reason. Running it again
 * for the same mail changes nothing; what was left undone is done.
 */
export async function intake(services: Services, { rawKey }: { rawKey: string }): Promise<ReceivedMail> {
  const raw = await services.rawMails.get(rawKey);
  if (raw.byteLength > MAX_MAIL_BYTES) return tooLarge(services, rawKey, raw);
  let mail: ParsedMail;
  try {
    mail = await services.parser.parse(raw);
  } catch (error) {
    if (error instanceof UnreadableMail) return quarantine(services, rawKey, `unreadable: ${error.message}`);
    if (error instanceof LimitExceeded) return quarantine(services, rawKey, `limit: ${error.message}`);
    throw error;
  }
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

/** Says who wrote and about what, from the top of the mail, so that a person knows whether to look at the rest. */
async function tooLarge(services: Services, rawKey: string, raw: Uint8Array): Promise<ReceivedMail> {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const reason = `too large: ${megabytes(raw.byteLength)}, and at most ${megabytes(MAX_MAIL_BYTES)} are read`;
  const top = await services.parser.parse(raw.slice(0, MAX_HEADER_BYTES)).catch(() => undefined);
  const summary = { from: top?.from?.address ?? '', subject: top?.subject.slice(0, MAX_SUBJECT) ?? '' };
  return quarantine(services, rawKey, reason, summary);
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

interface Words {
  from: string;
  text: string;
  attachments: Attachment[];
  proved: boolean;
}

/** Writes a later mail onto its case and tells whoever has the case, so that no reply lies unread. */
async function joinCase(
  services: Services,
  answered: Case,
  stored: ReceivedMail,
  { from, text, attachments, proved }: Words,
): Promise<void> {
  const { cases, clock, policy, sha256 } = services;
  // Whoever writes under the customer's address without proof may open a case, and moves none.
  const known = proved && answered.request.customer.address.toLowerCase() === from.toLowerCase();
  const found = await changeCase(cases, answered.id, {
    type: 'record-words',
    at: clock.now(),
    mailId: stored.id,
    from,
    known,
    text: text.slice(0, MAX_WORDS),
    attachments,
  });
  // Whoever is asked later reads these words in the request for approval.
  if (found.status === 'received' || found.status === 'evaluated') return;
  for (const person of caseHolders(found)) {
    const id = [found.id, 'customer-reply', stored.id.slice(0, 8), hex(sha256(person)).slice(0, 8)].join('.');
    const content = {
      kind: 'customer-reply',
      found,
      policy: policy.policy,
      text,
      from,
      attachments,
      stranger: !known,
    } as const;
    await sendOnce(services, found, { id, to: person, answersCustomer: false }, content);
  }
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

async function openCase(
  services: Services,
  stored: ReceivedMail,
  mail: ParsedMail,
  sender: { address: string; name: string },
  trust: SenderTrust,
): Promise<string> {
  const { cases, orders, policy, sha256 } = services;
  const number = findOrderNumber(mail, policy.policy);
  const order = number === undefined ? undefined : await orders.get(number);
  const request = extractRequest(mail, sender, order, policy.policy);
  const { messageId } = mail;
  for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt++) {
    const id = reference(sha256(attempt === 0 ? stored.id : `${stored.id} ${attempt}`));
    const received = {
      type: 'received',
      at: stored.receivedAt,
      mailId: stored.id,
      messageId,
      ...(trust.sender !== 'unknown' && { sender: trust.sender }),
      request,
    } as const;
    try {
      await cases.create(replay(id, [received]));
      return id;
    } catch (error) {
      if (!(error instanceof CaseExists)) throw error;
      if ((await cases.load(id)).firstMailId === stored.id) return id;
    }
  }
  throw new Error(`no free reference for mail ${stored.id} in ${REFERENCE_ATTEMPTS} attempts`);
}

/**
 * What makes a mail the same mail when it is delivered again: what its sender wrote, not what servers added on the way.
 * The Message-ID alone is not enough, for there are senders who give two mails the same. Where there is none, or no sender, too
 * little is left to call two mails one: each delivery is a mail of its own.
 */
function identity(mail: ParsedMail, rawKey: string, sha256: Sha256): string {
  if (!mail.messageId || !mail.from) return hex(sha256(`delivery ${rawKey}`)).slice(0, 32);
  const written = [
    mail.messageId,
    mail.headers.get('date'),
    mail.from?.address,
    mail.subject,
    mail.text,
    ...mail.attachments.map((attachment) => attachment.sha256),
  ];
  return hex(sha256(JSON.stringify(written))).slice(0, 32);
}
