import type * as z from 'zod';
import { NotifyInput, NotifyOutput } from '../../statemachine/steps.ts';
import { type Case, type DecidedCase, isDecided, isUndecided } from '../domain/case.ts';
import { AddressSuppressed, MailRejected } from '../domain/errors.ts';
import { objectUntil } from '../domain/objections.ts';
import type { Needs } from '../domain/ports.ts';
import { precedentOf } from '../domain/precedents.ts';
import { promise } from '../domain/round-rules.ts';
import { choicesOf, type Refund } from '../domain/settlement.ts';
import { requestLetter } from '../follow-through/letters-due.ts';
import { changeCase } from '../runtime/change-case.ts';
import { numbered } from '../runtime/numbered.ts';
import { objectLink, offerLink } from '../runtime/settlement-links.ts';
import type { Step } from '../runtime/step.ts';
import { announceRefunds } from './announce-refunds.ts';
import { type Sending, sendOnce } from './send-once.ts';
import { sendOrPassOn } from './send-or-pass-on.ts';

type Services = Sending & Needs<'links' | 'precedents' | 'refundEvents'>;

/** Tells the customer (and, where money is due, finance) what they have to hear at this point of the case. */
export const notify: Step<typeof NotifyInput, typeof NotifyOutput, Services> = {
  input: NotifyInput,
  output: NotifyOutput,
  async run(services, { caseId, mail }): Promise<z.input<typeof NotifyOutput>> {
    const found = await services.cases.load(caseId);
    switch (mail) {
      case 'acknowledgement':
        await acknowledge(services, found);
        return {};
      case 'decision':
        if (isGone(found)) return tellWithdrawal(services, found);
        return tellDecision(services, decided(found));
      default:
        return mail satisfies never;
    }
  },
};

async function acknowledge(services: Sending, found: Case): Promise<void> {
  // A flow that is started again once the case is decided promises no answer any more.
  if (!isUndecided(found)) return;
  const { policy } = services.policy;
  const again = found.history.filter(({ type }) => type === 'reopened' || type === 'objected');
  const last = again.at(-1);
  const kind =
    last === undefined ? 'acknowledgement' : afterwards[last.type === 'objected' ? 'objected' : 'reopened'];
  const since = last?.at ?? found.openedAt;
  // What is told is what is watched: before anybody is asked, what will be promised then.
  const answerBy = found.promised?.by ?? promise(since, policy).by;
  const times = again.length > 0 ? `.${again.length}` : '';
  const mail = toCustomer(found, `${kind}${times}`);
  await isTaken(sendOnce(services, found, mail, { kind, found, policy, answerBy }), AddressSuppressed);
}

/**
 * Whether a mail was taken. Trying again does not help with one that was refused for good, and nothing may wait for it; that is on the case,
 * and a person learns of it.
 */
async function isTaken(sending: Promise<unknown>, refusal: typeof MailRejected): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (error instanceof refusal) return false;
    throw error;
  }
}

/** What a customer hears whose request is looked at again. */
const afterwards = { objected: 'objection-received', reopened: 'request-reopened' } as const;

async function tellDecision(services: Services, found: DecidedCase): Promise<z.input<typeof NotifyOutput>> {
  const { cases, clock, log } = services;
  const { policy } = services.policy;
  // Decided is decided, whoever can be told: the next case like this one finds it.
  const precedent = precedentOf(found);
  if (precedent) await services.precedents.keep(precedent);
  // On the case before anybody hears of it, so that whoever pays can say so at once.
  const asking = await changeCase(cases, found.id, { type: 'ask-refund', at: clock.now(), policy });
  // A bus that takes no events keeps nobody from being told: what it has not heard of it is told in the next step, until it takes it.
  await announceRefunds(services, asking).catch((error: unknown) =>
    log.warn('no payment system could be told of a refund yet', { caseId: found.id, error: `${error}` }),
  );
  let unreached = false;
  const tellCustomer = async () => {
    const mail = toCustomer(found, numbered(found, 'decision'));
    const content = { kind: 'decision', found, policy, ...(await linksFor(services, found)) } as const;
    unreached = !(await isTaken(sendOrPassOn(services, found, { mail, content }), MailRejected));
  };
  const due = asking.refunds.filter(({ state }) => state !== 'paid');
  const askFinance = due.map((refund) => () => askFor(services, found.id, refund));
  // Money is asked for although the customer cannot be told, and the other way round; the step fails with what could not be.
  const failures: unknown[] = [];
  for (const tell of [tellCustomer, ...askFinance]) {
    await tell().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  await changeCase(cases, found.id, { type: 'record-told', at: clock.now(), policy, unreached });
  return {};
}

/** Asks finance for money; where finance takes no mail, whoever decided. */
async function askFor(services: Services, caseId: string, refund: Refund): Promise<void> {
  // As it is now: whether the customer was told is on it.
  const found = decided(await services.cases.load(caseId));
  const letter = await requestLetter(services, found, refund);
  await isTaken(sendOrPassOn(services, found, letter), MailRejected);
}

/** What a customer can do with a click once they know what was decided. */
async function linksFor(services: Services, found: DecidedCase) {
  const { policy } = services.policy;
  const mayObject = (['fact', 'decision'] as const).some((about) => objectUntil(found, about, policy));
  return {
    ...(choicesOf(found, policy).length > 0 && { offers: await offerLink(services, found) }),
    ...(mayObject && { object: await objectLink(services, found) }),
  };
}

/**
 * Whether there is no decision to tell and none to wait for: the customer withdrew. One who went on after all has a flow of its
 * own since, and this one only ends.
 */
function isGone(found: Case): boolean {
  return !isDecided(found) && found.history.some(({ type }) => type === 'withdrawn');
}

async function tellWithdrawal(services: Sending, found: Case): Promise<z.input<typeof NotifyOutput>> {
  const times = found.history.filter(({ type }) => type === 'withdrawn').length;
  if (found.status === 'withdrawn') {
    const { policy } = services.policy;
    const mail = toCustomer(found, `withdrawal.${times}`);
    await isTaken(sendOnce(services, found, mail, { kind: 'withdrawal', found, policy }), AddressSuppressed);
  }
  return {};
}

function toCustomer(found: Case, kind: string) {
  return { id: `${found.id}.${kind}`, to: found.request.customer.address, answersCustomer: true };
}

function decided(found: Case): DecidedCase {
  if (isDecided(found)) return found;
  throw new Error(`case ${found.id} is ${found.status}: there is no decision to tell yet`);
}
