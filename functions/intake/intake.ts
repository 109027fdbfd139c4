import type { Case } from '../domain/case.ts';
import type { MailFate, ParsedMail, ReceivedMail, Review } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { isFormSender } from '../domain/staff.ts';
import type { Sending } from '../notify/send-once.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import { MAX_SUBJECT } from '../quarantine/summary.ts';
import { MOST_EARLIER } from '../runtime/earlier-cases.ts';
import { recordAbsence } from './away.ts';
import { asksTooMuch, writesTooMuch } from './brake.ts';
import { classify } from './classify.ts';
import { keepAttachments } from './evidence.ts';
import { findOrderNumbers } from './extract.ts';
import { findCase } from './find-case.ts';
import { authorOf } from './forwarded.ts';
import { identity } from './identity.ts';
import { isFull, joinCase } from './join-case.ts';
import { openCase } from './open-case.ts';
import { readMail } from './read-mail.ts';
import { orderOf, readRequest, type Written } from './read-request.ts';
import { recordReturn } from './returned.ts';
import { type SenderTrust, senderTrust } from './sender-trust.ts';

type Services = Sending &
  Needs<
    | 'absences'
    | 'orders'
    | 'precedents'
    | 'tokens'
    | 'rawMails'
    | 'attachments'
    | 'parser'
    | 'flow'
    | 'sha256'
  >;

/** Kinds that a person's mail is most easily taken for. */
const MAY_BE_SOMEBODY: ReadonlySet<string> = new Set(['out-of-office', 'auto-reply', 'automatic', 'bulk']);

/**
 * Turns a stored raw mail into a case, into words on a case, or into a quarantined record with a reason. Running it again
 * for the same mail changes nothing; what was left undone is done. A mail that a person has `released` is a person's, whatever
 * it looks like; only a virus, or having no sender, keeps it from a case.
 */
export async function intake(
  services: Services,
  { rawKey, released }: { rawKey: string; released?: Review | undefined },
): Promise<ReceivedMail> {
  const reading = await readMail(services, rawKey);
  if ('reason' in reading) {
    const { reason, ...summary } = reading;
    return quarantine(services, rawKey, reason, summary);
  }
  const { mail } = reading;
  const stored = await services.mails.record({
    id: identity(mail, rawKey, services.sha256),
    rawKey,
    receivedAt: services.clock.now(),
    from: mail.from?.address ?? '',
    subject: mail.subject.slice(0, MAX_SUBJECT),
    fate: { state: 'stored' },
    released,
  });
  if (stored.fate.state === 'opened-case') await services.flow.start(stored.fate.caseId);
  if (stored.fate.state !== 'stored') return stored;
  const fate = await handle(services, stored, mail);
  const held = fate.state === 'quarantined' && { released: undefined };
  return services.mails.settle({ ...stored, fate, ...held });
}

async function handle(services: Services, stored: ReceivedMail, mail: ParsedMail): Promise<MailFate> {
  const { log, policy } = services;
  const hold = (reason: string, wake: 'wake somebody' | 'let them sleep'): MailFate => {
    log.info('a mail was quarantined', { mailId: stored.id, reason });
    if (wake === 'wake somebody') log.count('MailQuarantined');
    return { state: 'quarantined', reason };
  };
  const trust = senderTrust(mail);
  const { released } = stored;
  const harmful = trust.virus ? 'virus' : trust.spam && !released ? 'spam' : undefined;
  if (harmful) return hold(`${harmful}: SES says so`, 'let them sleep');
  const proved = trust.sender !== 'failed';
  // A form's own address is a machine's; who filled it in is not.
  const sender =
    proved && mail.from && isFormSender(policy.policy, mail.from.address) ? mail.replyTo : undefined;
  const looked = sender ? { ...mail, from: sender } : mail;
  const read = released ? ({ kind: 'person' } as const) : classify(looked, policy.policy.shop.refunds);
  if (read.kind !== 'person') {
    const about =
      (await recordReturn(services, stored, read, !proved)) ??
      (await recordAbsence(services, stored, mail, read, trust.sender));
    if (about) return { state: 'joined-case', caseId: about.id };
    // Machines write every day, which is nothing to wake people for; a person who cannot be answered is, or who may be one:
    // no machine but our own shop's knows an order's number.
    const somebody =
      read.kind === 'no-sender' ||
      read.kind === 'empty' ||
      (MAY_BE_SOMEBODY.has(read.kind) && findOrderNumbers(mail, policy.policy).length > 0);
    return hold(`${read.kind}: ${read.evidence}`, somebody ? 'wake somebody' : 'let them sleep');
  }
  if (!mail.from) return hold('no-sender: nobody could be answered', 'wake somebody');
  // Nothing may answer such a mail (RFC 3834, section 2), whoever releases it.
  if (released && /^<\s*>$/.test(mail.headers.get('return-path')?.trim() ?? '')) {
    return hold('no-sender: its return path is empty, so nothing may answer it', 'let them sleep');
  }
  const author = authorOf(mail, mail.from, policy.policy, proved);
  if (author.by === 'nobody') {
    return hold(
      `no-customer: ${author.contact.address} passed on a mail: ${author.evidence}`,
      'wake somebody',
    );
  }
  // Staff vouch for whom they pass on; whoever fills in a form can write any address into it.
  const known = { self: trust.sender, staff: 'unknown', form: 'failed' } as const;
  return handlePerson(services, stored, { ...author, outer: mail, sender: known[author.by] }, (reason) =>
    hold(reason, 'wake somebody'),
  );
}

async function handlePerson(
  services: Services,
  stored: ReceivedMail,
  author: Written & { outer: ParsedMail } & Pick<SenderTrust, 'sender'>,
  hold: (reason: string) => MailFate,
): Promise<MailFate> {
  const { customer: from, sender, outer } = author;
  const flood = !stored.released && (await writesTooMuch(services, from.address, stored.id));
  if (flood) return hold(flood);
  const mail = await keepAttachments(services, author.mail);
  const written = { ...author, mail };
  const order = await orderOf(services, written);
  const proved = sender !== 'failed';
  let known: Promise<Case[]> | undefined;
  const cases = () => {
    known ??= services.cases.byCustomer(from.address, MOST_EARLIER);
    return known;
  };
  const joins = await findCase(services, { id: stored.id, mail, outer, from, order, proved, cases });
  if (joins) {
    const { found } = joins;
    if (isFull(found, stored.id, joins.by)) return hold(`too much: case ${found.id} can take no more mails`);
    await joinCase(services, found, stored, { mail, from, ...joins });
    return { state: 'joined-case', caseId: found.id };
  }
  const crowd =
    !stored.released &&
    asksTooMuch(await cases(), services.clock.now(), { id: stored.id, address: from.address });
  if (crowd) return hold(crowd);
  const request = readRequest(written, order, services);
  const caseId = await openCase(services, stored, { request, messageId: mail.messageId, sender });
  services.log.info('a case was opened', { caseId });
  await services.flow.start(caseId);
  return { state: 'opened-case', caseId };
}
