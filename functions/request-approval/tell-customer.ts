import type { AwaitingCase, Case } from '../domain/case.ts';
import { MailInFlight } from '../domain/errors.ts';
import type { MailContent } from '../mail/write.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';

/**
 * What a customer is told while people decide: that they need no exception, what an approver wants to know of them, and that the
 * promised day will not be kept; and, where they objected, that money of the first decision is late. Whether they can be told or not, a person is asked.
 */
export async function tellCustomer(services: Sending, found: AwaitingCase): Promise<AwaitingCase> {
  const { policy } = services.policy;
  let told = found;
  for (const { id, content } of lettersFor(found, policy)) {
    told = await send(services, told, id, content);
  }
  return told;
}

type Letter = { id: string; content: MailContent };

function lettersFor(found: AwaitingCase, policy: Letter['content']['policy']): Letter[] {
  const { request, evaluation, sender, round, promised, refunds } = found;
  const letters: Letter[] = [];
  // Only the order's own address learns that the order is there, and nobody is sent to the post office on a doubt.
  const isSure = evaluation.confidence !== 'low';
  if (evaluation.route === 'within-policy' && isSure && request.ordersOwnAddress && sender !== 'failed')
    letters.push({ id: 'within-policy', content: { kind: 'within-policy', found, policy } });
  if (round.question) {
    const times = count(found, 'question-asked');
    letters.push({
      id: `customer-question.${times}`,
      content: { kind: 'customer-question', found, policy, question: round.question },
    });
  }
  if (promised?.broken) {
    const times = count(found, 'promise-broken');
    letters.push({
      id: `delay-notice.${times}`,
      content: { kind: 'delay-notice', found, policy, promised: promised.by },
    });
  }
  for (const refund of refunds) {
    if (refund.state === 'paid' || !refund.isLate) continue;
    letters.push({
      id: `refund-late.${refund.number}`,
      content: { kind: 'refund-late', found, policy, refund },
    });
  }
  return letters;
}

function count({ history }: Case, type: Case['history'][number]['type']): number {
  return history.filter((event) => event.type === type).length;
}

async function send(
  services: Sending,
  found: AwaitingCase,
  id: string,
  content: MailContent,
): Promise<AwaitingCase> {
  const mail = { id: `${found.id}.${id}`, to: found.request.customer.address, answersCustomer: true };
  try {
    const told = await sendOnce(services, found, mail, content);
    return told.status === 'awaiting-decision' ? told : found;
  } catch (error) {
    if (error instanceof MailInFlight) throw error;
    services.log.error('a customer could not be told', { caseId: found.id, mail: id, error: `${error}` });
    return found;
  }
}
