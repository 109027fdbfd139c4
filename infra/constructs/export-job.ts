import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import { PseudonymKey } from './pseudonym-key.ts';
import type { RecordsTable } from './records-table.ts';
import { type FunctionCode, POLICY_FILE, ServiceFunction } from './service-function.ts';

export interface ExportJobProps {
  alarms: Alarms;
  code: FunctionCode;
  records: RecordsTable;
}

/** Writes the decided cases into a bucket every hour, for analysts. */
export class ExportJob extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, { alarms, code, records }: ExportJobProps) {
    super(scope, id);
    // Every export is whole, so there is one object to keep of each kind and nothing that grows old.
    const { bucket } = new PrivateBucket(this, 'Exports', { lifecycleRules: [] });
    this.bucketName = bucket.bucketName;
    const job = new ServiceFunction(this, 'Function', {
      alarms,
      code,
      name: 'export',
      calledBy: 'schedule',
      memory: 1769,
      timeout: Duration.minutes(15),
    });
    records.giveReadOnly(job);
    new PseudonymKey(this, 'PseudonymKey').giveTo(job);
    job.set({ EXPORT_BUCKET: bucket.bucketName, POLICY_FILE });
    job.allow({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] });
    acknowledgeObjects(
      job,
      bucket,
      '',
      'The bucket holds nothing but exports, and this function writes them.',
    );
    this.schedule(job, alarms);
  }

  private schedule(job: ServiceFunction, alarms: Alarms): void {
    const missed = new Queue(this, 'Missed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(missed).acknowledge(
      {
        id: 'AwsSolutions-SQS3',
        reason: 'This is the DLQ of the schedule, which the rule does not look at.',
      },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a DLQ: what is here waits for a person.' },
    );
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [job.lambda.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [missed.queueArn] }));
    new Schedule(this, 'Hourly', {
      description: 'Exports the decided cases',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(job.lambda, {
        // The target would add every version of the function to the role.
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: missed,
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
    alarms.add(this, 'MissedAlarm', {
      metric: missed.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(15),
        statistic: 'Maximum',
      }),
      means:
        'An hourly export could not be started: analysts work with old figures. Customers notice nothing.',
    });
  }
}
