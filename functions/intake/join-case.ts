import type { Case } from '../domain/case.ts';
import type { ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { weigh } from '../evaluate/weigh.ts';
import type { Sending } from '../notify/send-once.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import { isAbsenceNote } from './classify/absence-note.ts';
import { extractRequest } from './extract.ts';
import { isCourtesy } from './facts/thanks.ts';
import { isWithdrawal } from './facts/withdrawal.ts';
import { findOrder } from './find-order.ts';
import { learn } from './learn.ts';
import { tellHolders, tellSender } from './tell-joined.ts';

/** How much of a later mail is kept on the case (characters); the raw mail has the rest. */
export const MAX_WORDS = 2_000;
/**
 * A case's history that is as long as this (bytes) takes no more words: a table item holds 400 KB, and the flow's and the
 * approver's own events have to fit in the rest.
 */
const MAX_HISTORY_BYTES = 250 * 1024;

type Services = Sending & Needs<'absences' | 'orders' | 'precedents' | 'sha256' | 'tokens' | 'flow'>;

/** A later mail with no text but its sender's own. */
export interface LaterMail {
  mail: ParsedMail;
  from: { address: string; name: string };
  by: 'customer' | 'stranger' | 'staff';
  /** Whether it is a mail of its own that was put with an open case, and no reply. */
  unasked?: boolean;
  /** Whether the customer no longer asks for anything in it. */
  withdraws?: boolean;
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
 * Writes a later mail onto its case and lets the flow go on where the mail moves it. Tells whoever has the case, so that no reply
 * lies unread, and tells the customer what becomes of their words where they would not expect it.
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
  // Who asked the customer something is asked anew to decide, and reads the answer there.
  const told = { ...later, withdraws: by === 'customer' && says === 'withdraw' };
  if (!answersQuestion(found, stored.id)) await tellHolders(services, found, stored, told, learned);
  await tellSender(services, found, stored, told);
  return found;
}

function whatSays(text: string): 'withdraw' | 'thanks' | undefined {
  if (isWithdrawal(text)) return 'withdraw';
  // A note of absence that shows no sign of being one takes nothing up again.
  return isCourtesy(text) || isAbsenceNote(text) ? 'thanks' : undefined;
}

/**
 * A request that is taken back ends its flow, one that is taken up again begins another. Where a question is answered, or somebody has
 * answered without knowing what the mail tells, the flow looks again and asks the approvers anew.
 */
async function moveFlow(services: Services, found: Case, mailId: string): Promise<void> {
  if (answersQuestion(found, mailId) || outdatesAnswers(found, mailId))
    await wakeFlow(services, found, 'leave it');
  const index = found.history.findLastIndex(
    (event) => event.type === 'withdrawn' || event.type === 'reopened',
  );
  const event = found.history[index];
  if (!event || !('mailId' in event) || event.mailId !== mailId) return;
  if (event.type === 'withdrawn') await wakeFlow(services, found, 'start it again');
  else await services.flow.startAgain(found.id, index + 1);
}

/** Whether a mail was the customer's answer to an approver's question. It and what it brought about were written as one. */
function answersQuestion({ history }: Case, mailId: string): boolean {
  const wrote = history.findIndex((event) => event.type === 'customer-wrote' && event.mailId === mailId);
  return wrote >= 0 && history[wrote + 1]?.type === 'round-resumed';
}

/** Whether a mail told what somebody did not know who has answered. */
function outdatesAnswers(found: Case, mailId: string): boolean {
  const learned = found.history.some(
    (event) => event.type === 'customer-wrote' && event.mailId === mailId && event.learned !== undefined,
  );
  return learned && found.status === 'awaiting-decision' && found.round.answers.some((one) => one.outdated);
}

async function learnt(services: Services, { request }: Case, { mail, from }: LaterMail) {
  // The subject of a reply is ours.
  const words = { ...mail, subject: '' };
  const order = await findOrder(services, words);
  return learn(request, extractRequest(words, from, order, services.policy.policy));
}
