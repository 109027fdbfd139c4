import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { CoreStack } from '../stacks/core.ts';
import type { QueryWorkgroup } from './query-workgroup.ts';
import { RecurringCall } from './recurring-call.ts';
import { type FunctionCode, POLICY_FILE, ServiceFunction } from './service-function.ts';

/** When the last hour of the month has been exported for long (UTC). */
const FIRST_OF_THE_MONTH = ScheduleExpression.cron({
  minute: '0',
  hour: '6',
  day: '1',
  month: '*',
  year: '*',
});

/** Writes the report of the month that is over, and mails its owners a link to it. */
export class ReportJob extends Construct {
  readonly functionName: string;

  constructor(
    scope: Construct,
    id: string,
    { core, code, workgroup }: { core: CoreStack; code: FunctionCode; workgroup: QueryWorkgroup },
  ) {
    super(scope, id);
    const { alarms } = core;
    const report = new ServiceFunction(this, 'Function', {
      alarms,
      code,
      name: 'report',
      calledBy: 'schedule',
      // Nobody waits for it, and it runs once a month: its first error has to be heard of.
      errors: 1,
      memory: 1769,
      timeout: Duration.minutes(10),
    });
    workgroup.letAsk(report);
    core.records.giveReadOnly(report);
    core.letMailReports(report);
    report.set({ POLICY_FILE });
    new RecurringCall(this, 'Monthly', {
      alarms,
      calls: report,
      every: FIRST_OF_THE_MONTH,
      description: 'Writes the report of the month that is over',
      missedMeans:
        'The report of a month could not be begun: those who answer for the policy wait for it. ' +
        'Call the function report when the cause is gone (docs/runbook.md).',
    });
    this.functionName = report.lambda.functionName;
  }
}
