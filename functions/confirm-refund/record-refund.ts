import type { Case } from '../domain/case.ts';
import { RefundSettled } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Refund, RefundSaid } from '../domain/settlement.ts';
import { failedLetter, paidLetter } from '../follow-through/letters-due.ts';
import type { Sending } from '../notify/send-once.ts';
import { sendOrPassOn } from '../notify/send-or-pass-on.ts';
import { changeCase } from '../runtime/change-case.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';

export type Recording = Sending & Needs<'tokens' | 'flow'>;

/**
 * Records once what whoever pays says of a refund, tells whom it concerns at once, and lets the flow look. `recorded`: by this very
 * call. Raises the alarm where a refund failed, or is said to be paid under another reference. Throws RefundSettled, LinkEarly,
 * CaseNotFound.
 */
export async function recordRefund(
  services: Recording,
  caseId: string,
  said: RefundSaid,
): Promise<{ found: Case; refund: Refund; recorded: boolean }> {
  const { cases, log } = services;
  const found = await changeCase(cases, caseId, { type: 'confirm-refund', ...said }).catch(
    (error: unknown) => {
      if (error instanceof RefundSettled) {
        const { refund, outcome } = said;
        // What was said before the payment and comes late claims no second one.
        if (outcome === 'failed')
          log.warn('a refund that is paid was said to have failed', { caseId, refund });
        else {
          log.error('a refund that is paid was confirmed once more, otherwise', { caseId, refund });
          log.count('RefundPaidTwice');
        }
      }
      throw error;
    },
  );
  const refund = found.refunds.find(({ number }) => number === said.refund);
  if (!refund) throw new Error(`case ${caseId} has lost its refund ${said.refund}`);
  const recorded = (refund.paid ?? refund.failure)?.at === said.at;
  if (recorded && said.outcome === 'failed') log.count('RefundFailed');
  await tell(services, found, refund);
  await wakeFlow(services, found, 'leave it');
  return { found, refund, recorded };
}

/** It is on the case before this, and stays there: a mail that fails is shown on the case, and not to whoever pays. */
async function tell(services: Recording, found: Case, refund: Refund): Promise<void> {
  const { policy } = services.policy;
  try {
    await sendOrPassOn(services, found, (refund.paid ? paidLetter : failedLetter)(found, refund, policy));
  } catch (error) {
    services.log.error('nobody could be told what became of a refund', { caseId: found.id, error });
  }
}
