import type { Services } from '../../functions/domain/ports.ts';
import { escalate } from '../../functions/escalate/escalate.ts';
import { evaluateCase } from '../../functions/evaluate/evaluate-case.ts';
import { followThrough } from '../../functions/follow-through/follow-through.ts';
import { lookAfter } from '../../functions/look-after/look-after.ts';
import { notify } from '../../functions/notify/notify.ts';
import { reportFailure } from '../../functions/report-failure/report-failure.ts';
import { requestApproval } from '../../functions/request-approval/request-approval.ts';
import { stepHandler } from '../../functions/runtime/step.ts';
import type { Invoke } from './flow.ts';

/** The deployed functions behind the placeholders of the flow file, on the parts of this machine. */
export function stepFunctions(services: () => Promise<Services>): Record<string, Invoke> {
  return {
    NotifyFunctionArn: stepHandler(notify, services),
    EvaluateFunctionArn: stepHandler(evaluateCase, services),
    RequestApprovalFunctionArn: stepHandler(requestApproval, services),
    EscalateFunctionArn: stepHandler(escalate, services),
    LookAfterFunctionArn: stepHandler(lookAfter, services),
    FollowThroughFunctionArn: stepHandler(followThrough, services),
    ReportFailureFunctionArn: stepHandler(reportFailure, services),
  };
}
