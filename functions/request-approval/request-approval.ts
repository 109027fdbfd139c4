import * as z from 'zod';
import { RequestApprovalInput } from '../../statemachine/steps.ts';
import { hex } from '../adapters/sha256.ts';
import { isSameAddress } from '../domain/address.ts';
import type { AwaitingCase, MailKind } from '../domain/case.ts';
import { MailRejected } from '../domain/errors.ts';
import { LATE_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { nextDeadline, type Round } from '../domain/round.ts';
import { isSettled, type Sending, sendOnce } from '../notify/send-once.ts';
import { decideLink } from '../runtime/decide-link.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
import type { Step } from '../runtime/step.ts';
import { toldPrecedents } from '../runtime/told-precedents.ts';
import { wakeToken } from '../runtime/wake-flow.ts';
import { tellCustomer } from './tell-customer.ts';

const RequestApprovalOutput = z.strictObject({});
type Services = Sending & Needs<'tokens' | 'flow' | 'links' | 'precedents' | 'sha256'>;

const mailOfStage = {
  asked: 'approval-request',
  reminded: 'approval-reminder',
  overdue: 'overdue-notice',
} as const satisfies Record<Round['stage'], MailKind>;

/**
 * Keeps the flow's waiting place and asks every approver of the round, or the customer what an approver wants to know. Wakes the
 * flow at once where the case is decided, or has to move sooner than the flow was told to wait. Throws AggregateError where nobody could be asked; an approver who alone could not be is shown on the case.
 */
export const requestApproval: Step<typeof RequestApprovalInput, typeof RequestApprovalOutput, Services> = {
  input: RequestApprovalInput,
  output: RequestApprovalOutput,
  async run(services, { caseId, taskToken, enteredAt, attempt, waitSeconds }) {
    // Tries of one entry are seconds apart, so that their number is enough to order them by.
    const since = Date.parse(enteredAt) + attempt;
    // The token is stored before the case is read: a decision made after the read finds it, one made before is seen here.
    await services.tokens.put(caseId, taskToken, since);
    const found = await services.cases.load(caseId);
    if (found.status !== 'awaiting-decision') {
      await wakeToken(services, taskToken);
      return {};
    }
    const told = await tellCustomer(services, found);
    if (!told.round.question) await askApprovers(services, told);
    // Somebody did something between the step before and this one.
    if (services.clock.secondsUntil(nextDeadline(told)) + SLACK_SECONDS < waitSeconds)
      await wakeToken(services, taskToken);
    return {};
  },
};

/** The step before reckoned the wait from the same instants, a moment earlier. */
const SLACK_SECONDS = 1;

async function askApprovers(services: Services, found: AwaitingCase): Promise<void> {
  const { cases, policy, sha256, log } = services;
  const { round } = found;
  const kind = mailOfStage[round.stage];
  const mailId = (approver: string) => {
    const person = hex(sha256(approver)).slice(0, 8);
    const times = round.overdueTimes ? [round.overdueTimes] : [];
    const again = round.askedAgain ? [`again${round.askedAgain}`] : [];
    return [found.id, kind, round.number, ...times, ...again, person].join('.');
  };
  if (round.approvers.length === 0) {
    log.error('there is nobody who could be asked to decide', { caseId: found.id, round: round.number });
    log.count('CaseOverdue');
  }
  // Who has answered a round that takes more than one answer has nothing to do.
  const waitsFor = round.approvers.filter((one) => !round.answers.some(({ by }) => isSameAddress(by, one)));
  if (waitsFor.every((approver) => isSettled(found, mailId(approver)))) return;
  const earlier = await earlierCases(cases, found);
  const precedents = await toldPrecedents(services.precedents, found);
  const ask = async (approver: string) => {
    const link = await decideLink(services, found, approver);
    const id = mailId(approver);
    const content = { kind, found, policy: policy.policy, approver, link, earlier, precedents };
    await sendOnce(services, found, { id, to: approver, answersCustomer: false }, content);
  };
  // One address that cannot be reached must not keep the others from being asked, nor end a flow that somebody can answer.
  const asked = await Promise.allSettled(waitsFor.map(ask));
  const failures = asked.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length === 0) return;
  const message = `${failures.length} of ${asked.length} approvers could not be asked`;
  // What may still work is tried again. Who is refused for good is on the case, with an alarm: the flow waits as if they had been
  // asked, so that the deadline leads to a reminder and to the next level.
  if (failures.some((error) => !(error instanceof MailRejected))) throw new AggregateError(failures, message);
  log.error(message, { caseId: found.id, round: round.number, errors: failures.map((error) => `${error}`) });
}
