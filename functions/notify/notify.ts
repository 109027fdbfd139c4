import type * as z from 'zod';
import { NotifyInput, NotifyOutput } from '../../statemachine/steps.ts';
import { type Case, type DecidedCase, isDecided, isUndecided } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { FEEDBACK_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { precedentOf } from '../domain/precedents.ts';
import { promise } from '../domain/round-rules.ts';
import { daysAfter } from '../domain/time.ts';
import { changeCase } from '../runtime/change-case.ts';
import type { Step } from '../runtime/step.ts';
import { type Sending, sendOnce } from './send-once.ts';

type Services = Sending & Needs<'links' | 'precedents'>;

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
      case 'follow-up':
        if (!isGone(found)) await followUp(services, decided(found));
        return {};
      default:
        return mail satisfies never;
    }
  },
};

async function acknowledge(services: Sending, found: Case): Promise<void> {
  // A flow that is started again once the case is decided promises no answer any more.
  if (!isUndecided(found)) return;
  const { policy } = services.policy;
  const reopened = found.history.filter(({ type }) => type === 'reopened');
  const kind = reopened.length > 0 ? 'request-reopened' : 'acknowledgement';
  const since = reopened.at(-1)?.at ?? found.openedAt;
  // What is told is what is watched: before anybody is asked, what will be promised then.
  const answerBy = found.promised?.by ?? promise(since, policy).by;
  const times = reopened.length > 0 ? `.${reopened.length}` : '';
  await sendOnce(services, found, toCustomer(found, `${kind}${times}`), { kind, found, policy, answerBy });
}

async function tellDecision(services: Services, found: DecidedCase): Promise<z.input<typeof NotifyOutput>> {
  const { cases, clock } = services;
  const { policy } = services.policy;
  // Decided is decided, whoever can be told: the next case like this one finds it.
  const precedent = precedentOf(found);
  if (precedent) await services.precedents.keep(precedent);
  const tellCustomer = () =>
    sendOnce(services, found, toCustomer(found, 'decision'), { kind: 'decision', found, policy });
  const tellFinance = async () => {
    const mail = { id: `${found.id}.refund-request`, to: policy.shop.finance, answersCustomer: false };
    // As it is now: whether the customer was told is on it.
    const content = { kind: 'refund-request', found: decided(await cases.load(found.id)), policy } as const;
    return sendOnce(services, found, mail, content);
  };
  // Money is asked for although the customer cannot be told, and the other way round; the step fails with what could not be.
  const failures: unknown[] = [];
  for (const tell of refundOf(found.decided.decision) ? [tellCustomer, tellFinance] : [tellCustomer]) {
    await tell().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  const told = await changeCase(cases, found.id, { type: 'record-told', at: clock.now(), policy });
  if (!('followUpAt' in told))
    throw new Error(`case ${told.id} was told its decision and is still ${told.status}`);
  return { waitSeconds: clock.secondsUntil(told.followUpAt) };
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
    await sendOnce(services, found, toCustomer(found, `withdrawal.${times}`), {
      kind: 'withdrawal',
      found,
      policy: services.policy.policy,
    });
  }
  return { waitSeconds: 1 };
}

async function followUp(services: Services, found: DecidedCase): Promise<void> {
  const { cases, clock, links } = services;
  const expires = daysAfter(clock.now(), FEEDBACK_DAYS);
  const person = found.request.customer.address;
  const link = await links.create({ purpose: 'feedback', caseId: found.id, person }, expires);
  const scored = (score: number) => `${link}?score=${score}`;
  await sendOnce(services, found, toCustomer(found, 'follow-up'), {
    kind: 'follow-up',
    found,
    policy: services.policy.policy,
    scoreLinks: { 1: scored(1), 2: scored(2), 3: scored(3), 4: scored(4), 5: scored(5) },
    commentLink: link,
  });
  await changeCase(cases, found.id, { type: 'record-follow-up', at: clock.now() });
}

function toCustomer(found: Case, kind: string) {
  return { id: `${found.id}.${kind}`, to: found.request.customer.address, answersCustomer: true };
}

function decided(found: Case): DecidedCase {
  if (isDecided(found)) return found;
  throw new Error(`case ${found.id} is ${found.status}: there is no decision to tell yet`);
}
