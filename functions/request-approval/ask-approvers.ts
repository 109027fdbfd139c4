import { hex } from '../adapters/sha256.ts';
import { isSameAddress } from '../domain/address.ts';
import { isKept } from '../domain/attachments.ts';
import type { AwaitingCase, MailKind } from '../domain/case.ts';
import { AddressSuppressed, MailRejected } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import { disagrees, lastsUntil, outdatedAnswer, type Round, waitsFor } from '../domain/round.ts';
import { type AttachmentLinks, evidenceFirst } from '../mail/attachments.ts';
import { isHandedTo, isNews } from '../mail/round-blocks.ts';
import { isSettled, type Sending, sendOnce } from '../notify/send-once.ts';
import { changeCase } from '../runtime/change-case.ts';
import { decideLink } from '../runtime/decide-link.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
import { rulesNow } from '../runtime/rules.ts';
import { toldPrecedents } from '../runtime/told-precedents.ts';

export type Asking = Sending & Needs<'absences' | 'links' | 'precedents' | 'sha256'>;

/** A mail holds no more links to attachments; the page shows all of them. */
const MAX_LINKED = 20;

const mailOfStage = {
  asked: 'approval-request',
  reminded: 'approval-reminder',
  overdue: 'overdue-notice',
} as const satisfies Record<Round['stage'], MailKind>;

/**
 * Asks everybody whose answer the round waits for and who was not asked yet. Returns whether somebody left the round, because nothing is
 * sent to their address, so that others have to be asked. Throws AggregateError where somebody could not be asked and it may work another
 * time; who is refused for good is on the case.
 */
export async function askApprovers(services: Asking, found: AwaitingCase): Promise<boolean> {
  const { cases, policy, sha256, log } = services;
  const { round } = found;
  if (round.approvers.length === 0) {
    log.error('there is nobody who could be asked to decide', { caseId: found.id, round: round.number });
    log.count('CaseOverdue');
  }
  // Who has answered a round that takes more than one answer has nothing to do.
  // While the case waits for the customer, only whoever came to it meanwhile has something to hear: that it is with them, and why it waits.
  const people = round.question ? cameSinceQuestion(found) : waitsFor(round);
  const due = people.map((approver) => {
    return { approver, ...mailTo(approver, found, hex(sha256(approver)).slice(0, 8)) };
  });
  if (due.every(({ id }) => isSettled(found, id))) return false;
  const earlier = await earlierCases(cases, found);
  const precedents = await toldPrecedents(services.precedents, found);
  const ask = async ({ approver, kind, id }: (typeof due)[number]) => {
    const link = await decideLink(services, found, approver);
    const attachmentLinks = await linksTo(services, found, approver);
    const beside = { earlier, precedents };
    const content = { kind, found, policy: policy.policy, approver, link, attachmentLinks, ...beside };
    await sendOnce(services, found, { id, to: approver, answersCustomer: false }, content);
  };
  // One address that cannot be reached must not keep the others from being asked, nor end a flow that somebody can answer.
  const asked = await Promise.allSettled(due.map(ask));
  const failures = asked.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length === 0) return false;
  const message = `${failures.length} of ${asked.length} approvers could not be asked`;
  // What may still work is tried again. Who is refused for good is on the case, with an alarm: the flow waits as if they had been
  // asked, so that the deadline leads to a reminder and to the next level.
  if (failures.some((error) => !(error instanceof MailRejected))) throw new AggregateError(failures, message);
  // An address that nothing is sent to was told of when that began.
  const level = failures.every((error) => error instanceof AddressSuppressed) ? 'warn' : 'error';
  log[level](message, { caseId: found.id, round: round.number, errors: failures.map((error) => `${error}`) });
  let hasLeft = false;
  for (const [index, one] of asked.entries()) {
    const person = due[index]?.approver;
    if (person === undefined || one.status !== 'rejected' || !(one.reason instanceof AddressSuppressed))
      continue;
    hasLeft = (await leave(services, found, person)) || hasLeft;
  }
  return hasLeft;
}

/** Takes out of the round who cannot be written to, unless they are the last there is. */
async function leave(services: Asking, { id, round }: AwaitingCase, person: string): Promise<boolean> {
  const before = await services.cases.load(id);
  const rules = await rulesNow(services, [], before);
  const leaving = { round: round.number, person, why: 'unreachable' } as const;
  const after = await changeCase(services.cases, id, { type: 'leave-round', ...leaving, ...rules });
  return after.version > before.version;
}

/** Which mail a person is due at this point of the round, and its id: what happens to the round gives a new one, and nothing else. */
function mailTo(approver: string, { history, id, round }: AwaitingCase, hash: string) {
  const handed = history.filter((event) => isHandedTo(event, round.number, approver));
  const reminded = history.findLastIndex(
    (event) => event.type === 'reminder-due' && event.round === round.number,
  );
  const isAgain = outdatedAnswer(round, approver) !== undefined;
  // Who took the case over after the others were reminded, or had answered before there was news, is asked, not reminded.
  const isNew =
    history.findLastIndex(
      (event) => isHandedTo(event, round.number, approver) || (isAgain && isNews(event)),
    ) > reminded;
  const isFirst =
    round.question !== undefined ||
    (round.stage === 'reminded' && isNew) ||
    (disagrees(round) && hasNewlySplit(history, round.number));
  const kind = mailOfStage[isFirst ? 'asked' : round.stage];
  const parts = [
    ...(round.overdueTimes ? [round.overdueTimes] : []),
    ...(round.askedAgain ? [`again${round.askedAgain}`] : []),
    ...(handed.length > 0 ? [`handed${handed.length}`] : []),
    ...(isAgain ? [`answered${answersOf(approver, history)}`] : []),
  ];
  return { kind, id: [id, kind, round.number, ...parts, hash].join('.') };
}

/** Whether the answers came to differ after the last reminder or alarm: that is what people are written to about. */
function hasNewlySplit(history: AwaitingCase['history'], round: number): boolean {
  const last = history.findLast(
    (event) =>
      'round' in event &&
      event.round === round &&
      (event.type === 'reminder-due' ||
        event.type === 'overdue' ||
        (event.type === 'approver-answered' && event.disagree === true)),
  );
  return last?.type === 'approver-answered';
}

function answersOf(approver: string, history: AwaitingCase['history']): number {
  return history.filter((event) => event.type === 'approver-answered' && isSameAddress(event.by, approver))
    .length;
}

/** Who was asked after the question that is open: in a round that was opened since, or in somebody's place. */
function cameSinceQuestion({ history, round }: AwaitingCase): string[] {
  const since = history.slice(history.findLastIndex(({ type }) => type === 'question-asked'));
  if (since.some((event) => event.type === 'round-opened')) return waitsFor(round);
  return waitsFor(round).filter((one) => since.some((event) => isHandedTo(event, round.number, one)));
}

/** Links to what the customer attached, which work while the round runs. */
async function linksTo({ links }: Asking, found: AwaitingCase, person: string): Promise<AttachmentLinks> {
  const kept = evidenceFirst(found).filter(isKept).slice(0, MAX_LINKED);
  const made = kept.map(async ({ sha256 }) => {
    const claims = { purpose: 'attachment', caseId: found.id, sha256, person } as const;
    return [sha256, await links.create(claims, lastsUntil(found.round))] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}
