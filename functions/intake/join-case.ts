import { hex } from '../adapters/sha256.ts';
import { isSameAddress } from '../domain/address.ts';
import { businessHoursAfter } from '../domain/business-hours.ts';
import { type Case, caseHolders, isUndecided, type MailKind } from '../domain/case.ts';
import type { ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { weigh } from '../evaluate/weigh.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import { extractRequest } from './extract.ts';
import { isCourtesy } from './facts/thanks.ts';
import { isWithdrawal } from './facts/withdrawal.ts';
import { findOrder } from './find-order.ts';
import { learn } from './learn.ts';

/** How much of a later mail is kept on the case (characters); the raw mail has the rest. */
const MAX_WORDS = 2_000;
/**
 * A case's history that is as long as this (bytes) takes no more words: a table item holds 400 KB, and the flow's and the
 * approver's own events have to fit in the rest.
 */
const MAX_HISTORY_BYTES = 250 * 1024;
/** How often one case answers its customer in one way by itself; past that a person does, who is told each time. */
const MAX_ANSWERS = 3;

type Services = Sending & Needs<'absences' | 'orders' | 'precedents' | 'sha256' | 'tokens' | 'flow'>;

/** A later mail with no text but its sender's own. */
export interface LaterMail {
  mail: ParsedMail;
  from: { address: string; name: string };
  by: 'customer' | 'stranger' | 'staff';
  /** Whether it is a mail of its own that was put with an open case, and no reply. */
  unasked?: boolean;
}

/** Strangers may not fill a case that others have to write on: this many of their mails are noted. */
const MAX_STRANGERS = 20;

/** Whether a case can take no more words of that sender than it has, this mail's among them or not. */
export function isFull({ history }: Case, mailId: string, by: LaterMail['by']): boolean {
  const there = history.some((event) => 'mailId' in event && event.mailId === mailId);
  if (there) return false;
  const strangers = history.filter(({ type }) => type === 'stranger-wrote').length;
  if (by === 'stranger' && strangers >= MAX_STRANGERS) return true;
  return Buffer.byteLength(JSON.stringify(history)) > MAX_HISTORY_BYTES;
}

/**
 * Writes a later mail onto its case, tells whoever has the case, so that no reply lies unread, and tells the customer what
 * becomes of their words where they would not expect it.
 */
export async function joinCase(
  services: Services,
  answered: Case,
  stored: ReceivedMail,
  later: LaterMail,
): Promise<Case> {
  const { cases, clock } = services;
  const { mail, from, by } = later;
  const learned = by === 'customer' ? await learnt(services, answered, later) : undefined;
  // Who adds something takes nothing back.
  const adds = learned !== undefined || mail.attachments.some(({ decoration }) => !decoration);
  const says = adds ? undefined : whatSays(mail.text);
  let found = await changeCase(cases, answered.id, {
    type: 'record-words',
    ...(await rulesNow(services)),
    mailId: stored.id,
    from: from.address,
    by,
    text: mail.text.slice(0, MAX_WORDS),
    attachments: mail.attachments,
    attachmentsNotKept: mail.attachmentsNotKept,
    learned,
    says,
  });
  if (by === 'customer' && found.status === 'awaiting-decision') {
    const evaluation = await weigh(services, found);
    found = await changeCase(cases, found.id, { type: 'record-new-evaluation', at: clock.now(), evaluation });
  }
  await moveFlow(services, found, stored.id);
  await tellHolders(services, found, stored, later, learned);
  await tellSender(services, found, stored, later);
  return found;
}

function whatSays(text: string): 'withdraw' | 'thanks' | undefined {
  if (isWithdrawal(text)) return 'withdraw';
  // A note of absence that shows no sign of being one takes nothing up again.
  return isCourtesy(text) || AWAY.test(text) ? 'thanks' : undefined;
}

/** How people's programs say that nobody has read the mail yet. */
const AWAY =
  /\b(?:out of (?:the )?office|travell?ing|on (?:vacation|holiday|leave)|limited access to (?:my )?e-?mail|when i (?:return|am back)|ticket (?:#|number)|f[ée]rias|fora do escrit[óo]rio|ausente|em viagem|im Urlaub|nicht im B[üu]ro)/i;

/** A request that is taken back ends its flow, one that is taken up again begins another. */
async function moveFlow(services: Services, found: Case, mailId: string): Promise<void> {
  const index = found.history.findLastIndex(
    (event) => event.type === 'withdrawn' || event.type === 'reopened',
  );
  const event = found.history[index];
  if (!event || !('mailId' in event) || event.mailId !== mailId) return;
  if (event.type === 'withdrawn') await wakeFlow(services, found, 'start it again');
  else await services.flow.startAgain(found.id, index + 1);
}

async function learnt(services: Services, { request }: Case, { mail, from }: LaterMail) {
  // The subject of a reply is ours.
  const words = { ...mail, subject: '' };
  const order = await findOrder(services, words);
  return learn(request, extractRequest(words, from, order, services.policy.policy));
}

async function tellHolders(
  services: Services,
  found: Case,
  stored: ReceivedMail,
  { mail, from, by }: LaterMail,
  learned: Awaited<ReturnType<typeof learnt>>,
): Promise<void> {
  // Whoever is asked later reads these words in the request for approval.
  if (found.status === 'received' || found.status === 'evaluated') return;
  for (const person of caseHolders(found)) {
    if (isSameAddress(person, from.address)) continue;
    const who = hex(services.sha256(person)).slice(0, 8);
    await sendOnce(
      services,
      found,
      { ...toStaff(found, 'customer-reply', stored, who), to: person },
      {
        kind: 'customer-reply',
        found,
        policy: services.policy.policy,
        text: mail.text,
        from: from.address,
        attachments: mail.attachments,
        stranger: by !== 'customer',
        learned,
      },
    );
  }
}

async function tellSender(
  services: Services,
  found: Case,
  stored: ReceivedMail,
  { from, by, unasked }: LaterMail,
): Promise<void> {
  const { policy } = services.policy;
  const timesTold = (kind: MailKind) =>
    found.history.filter(
      (event) => event.type === 'mail-sent' && event.kind === kind && event.to === from.address,
    ).length;
  if (by === 'staff' && timesTold('staff-note') === 0) {
    const mail = { ...toStaff(found, 'staff-note', stored, 'sender'), to: from.address };
    await sendOnce(services, found, mail, { kind: 'staff-note', found, policy });
  }
  if (by !== 'customer') return;
  const toCustomer = (kind: MailKind) => ({
    id: [found.id, kind, stored.id.slice(0, 8)].join('.'),
    to: from.address,
    answersCustomer: true,
  });
  if (found.status === 'told' || found.status === 'closed') {
    if (timesTold('already-decided') >= MAX_ANSWERS) return;
    await sendOnce(services, found, toCustomer('already-decided'), {
      kind: 'already-decided',
      found,
      policy,
    });
  } else if (unasked && isUndecided(found)) {
    if (timesTold('request-joined') >= MAX_ANSWERS) return;
    const answerBy = businessHoursAfter(found.openedAt, policy.approval.answerWithinHours, policy.shop);
    await sendOnce(services, found, toCustomer('request-joined'), {
      kind: 'request-joined',
      found,
      policy,
      answerBy: Date.parse(answerBy) > Date.parse(services.clock.now()) ? answerBy : undefined,
    });
  }
}

function toStaff(found: Case, kind: string, stored: ReceivedMail, who: string) {
  return { id: [found.id, kind, stored.id.slice(0, 8), who].join('.'), answersCustomer: false };
}
