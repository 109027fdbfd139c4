import * as z from 'zod';
import { RequestApprovalInput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { nextDeadline } from '../domain/round.ts';
import { isSooner } from '../runtime/seconds-to-wait.ts';
import type { Step } from '../runtime/step.ts';
import { wakeToken } from '../runtime/wake-flow.ts';
import { type Asking, askApprovers } from './ask-approvers.ts';
import { tellCustomer } from './tell-customer.ts';
import { tellOfMoney } from './tell-of-money.ts';

const RequestApprovalOutput = z.strictObject({});
type Services = Asking & Needs<'tokens' | 'flow'>;

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
    const hasChanged = await askApprovers(services, told);
    await tellOfMoney(services, told);
    // Somebody did something between the step before and this one.
    if (hasChanged || isSooner(services.clock.secondsUntil(nextDeadline(told)), waitSeconds))
      await wakeToken(services, taskToken);
    return {};
  },
};
