import type { Services } from '../../functions/domain/ports.ts';
import { escalate } from '../../functions/escalate/escalate.ts';
import { evaluateCase } from '../../functions/evaluate/evaluate-case.ts';
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
    ReportFailureFunctionArn: stepHandler(reportFailure, services),
  };
}
