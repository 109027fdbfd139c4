import type { AwaitingCase, Case } from '../domain/case.ts';
import { MailInFlight, MailRejected } from '../domain/errors.ts';
import { windowEnd } from '../domain/facts.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import type { MailContent } from '../mail/write.ts';
import { hasToWait } from '../notify/may-send.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';
import { changeCase } from '../runtime/change-case.ts';

/**
 * What a customer is told while people decide: that they need no exception, what an approver wants to know of them, by when they have
 * an answer once that is over, and that the promised day will not be kept. Whether they can be told or not, a person is asked: a question that is refused is waited for no longer. Throws what kept a
 * question from leaving and may not another time, since everybody waits for its answer.
 */
export async function tellCustomer(services: Sending, found: AwaitingCase): Promise<AwaitingCase> {
  const { policy } = services.policy;
  let told = found;
  for (const { id, content } of lettersFor(found, policy, services.clock.now())) {
    const mail = { ...toCustomer(found, id), kind: content.kind };
    // Sent later it may be true no longer: at the next look it is sent, or not.
    if (content.kind === 'within-policy' && (await hasToWait(services, found, mail))) continue;
    told =
      content.kind === 'customer-question'
        ? await ask(services, told, id, content)
        : await send(services, told, id, content);
  }
  return told;
}

type Letter = { id: string; content: MailContent };

function lettersFor(found: AwaitingCase, policy: Letter['content']['policy'], now: Instant): Letter[] {
  const { request, evaluation, sender, round, promised } = found;
  const letters: Letter[] = [];
  // Only the order's own address learns that the order is there, and nobody is sent to the post office on a doubt.
  const isSure = evaluation.confidence !== 'low';
  // It was open when they wrote; what was asked and answered since takes its time.
  const until = windowEnd(request, policy);
  const isOpen = until !== undefined && dayOf(now, policy.shop.timeZone) <= until;
  const isWithin = evaluation.route === 'within-policy' && isOpen;
  if (isWithin && isSure && request.ordersOwnAddress && sender !== 'failed')
    letters.push({ id: 'within-policy', content: { kind: 'within-policy', found, policy } });
  if (round.question) {
    const times = count(found, 'question-asked');
    letters.push({
      id: `customer-question.${times}`,
      content: { kind: 'customer-question', found, policy, question: round.question },
    });
  }
  const resumed = found.history.findLast((event) => event.type === 'round-resumed');
  const isToCome = promised?.untold && Date.parse(promised.by) > Date.parse(now);
  if (isToCome && !round.question && resumed?.type === 'round-resumed' && resumed.promised) {
    const { why } = resumed;
    const content = { kind: 'new-promise', found, policy, answerBy: promised.by } as const;
    if (why !== 'unreachable')
      letters.push({ id: `new-promise.${count(found, 'round-resumed')}`, content: { ...content, why } });
  }
  if (promised?.broken) {
    const times = count(found, 'promise-broken');
    letters.push({
      id: `delay-notice.${times}`,
      content: { kind: 'delay-notice', found, policy, promised: promised.by },
    });
  }
  return letters;
}

function count({ history }: Case, type: Case['history'][number]['type']): number {
  return history.filter((event) => event.type === type).length;
}

/** Sends the question; where it is refused, the round goes on without an answer. */
async function ask(
  services: Sending,
  found: AwaitingCase,
  id: string,
  content: MailContent,
): Promise<AwaitingCase> {
  const { cases, clock, policy } = services;
  const { round } = found;
  try {
    return stillAwaiting(await sendOnce(services, found, toCustomer(found, id), content), found);
  } catch (error) {
    if (!(error instanceof MailRejected) || !round.question) throw error;
    const given = { round: round.number, asked: round.question.at, policy: policy.policy };
    const resumed = await changeCase(cases, found.id, {
      type: 'give-up-question',
      at: clock.now(),
      ...given,
    });
    return stillAwaiting(resumed, found);
  }
}

async function send(
  services: Sending,
  found: AwaitingCase,
  id: string,
  content: MailContent,
): Promise<AwaitingCase> {
  try {
    return stillAwaiting(await sendOnce(services, found, toCustomer(found, id), content), found);
  } catch (error) {
    if (error instanceof MailInFlight) throw error;
    services.log.error('a customer could not be told', { caseId: found.id, mail: id, error: `${error}` });
    return found;
  }
}

function toCustomer(found: Case, id: string) {
  return { id: `${found.id}.${id}`, to: found.request.customer.address, answersCustomer: true };
}

/** Whoever decided meanwhile has ended the wait, which the flow finds by itself. */
function stillAwaiting(told: Case, before: AwaitingCase): AwaitingCase {
  return told.status === 'awaiting-decision' ? told : before;
}
