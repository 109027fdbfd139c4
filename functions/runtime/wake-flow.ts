import type { Case, CaseEvent } from '../domain/case.ts';
import { NotWaiting } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';

/**
 * Lets the flow look again at a case that somebody changed: decided, withdrawn, or with other people or another deadline in its
 * round. The change is on the case before this, and looking finds it; where there is nothing new it goes on waiting, so waking is
 * always harmless. A flow that does not wait has ended in a failure, is between two steps, or has heard already. So as long as the
 * customer has not been told of a decision it is started again, unless it may be on its way; with an open round it reads the case
 * before it waits again. Never throws: a flow that cannot be woken finds the case at its next deadline.
 */
export async function wakeFlow(
  services: Needs<'tokens' | 'flow' | 'log'>,
  found: Case,
  otherwise: 'start it again' | 'leave it',
): Promise<void> {
  const { flow, log } = services;
  const { id: caseId, version } = found;
  try {
    if ((await answer(services, caseId)) || otherwise === 'leave it' || !hasToBeTold(found)) return;
    await flow.startAgain(caseId, version);
    log.warn('the flow of a case did not wait and was started again', { caseId, version });
    log.count('FlowNotWoken');
  } catch (error) {
    log.error('a case could not wake its flow; it goes on at its next deadline', { caseId, error });
    log.count('FlowNotWoken');
  }
}

/**
 * Gives a closed case, whose flow has ended, another for what was written onto it last of a kind: once, however often it is called. Never
 * throws: what was written is on the case, whatever becomes of the flow, and nobody is asked to write it again.
 */
export async function startAnew(
  { flow, log }: Needs<'flow' | 'log'>,
  { id: caseId, history }: Case,
  since: CaseEvent['type'],
): Promise<void> {
  try {
    await flow.startAgain(caseId, history.findLastIndex(({ type }) => type === since) + 1);
  } catch (error) {
    log.error('a closed case could not start its flow', { caseId, since, error });
    log.count('FlowNotWoken');
  }
}

/** A customer who objected is told, too, that somebody looks again. */
function hasToBeTold({ status }: Case): boolean {
  return status === 'decided' || status === 'withdrawn' || status === 'received';
}

/** Whether a flow waited for the answer. */
async function answer({ tokens, flow }: Needs<'tokens' | 'flow'>, caseId: string): Promise<boolean> {
  const waiting = await tokens.get(caseId);
  return waiting !== undefined && wakeToken({ flow }, waiting);
}

/** Lets the step that waits with this token go on. Returns whether it still waited. */
export async function wakeToken({ flow }: Needs<'flow'>, taskToken: string): Promise<boolean> {
  try {
    await flow.succeed(taskToken);
    return true;
  } catch (error) {
    if (error instanceof NotWaiting) return false;
    throw error;
  }
}
