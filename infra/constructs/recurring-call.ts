import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

export interface RecurringCallProps {
  alarms: Alarms;
  calls: ServiceFunction;
  /** How often, or when. */
  every: Duration | ScheduleExpression;
  /** What the function is told; nothing where it has only one thing to do. */
  input?: Record<string, unknown>;
  /** What the call is for, in a few words. */
  description: string;
  /** What it means to people that a call could not be made. */
  missedMeans: string;
}

/** Calls a function again and again, and tells of a call that could not be made. */
export class RecurringCall extends Construct {
  constructor(scope: Construct, id: string, { alarms, calls, every, input, ...props }: RecurringCallProps) {
    super(scope, id);
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
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [calls.lambda.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [missed.queueArn] }));
    new Schedule(this, 'Schedule', {
      description: props.description,
      schedule: every instanceof ScheduleExpression ? every : ScheduleExpression.rate(every),
      target: new LambdaInvoke(calls.lambda, {
        // The target would add every version of the function to the role.
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: missed,
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
        ...(input && { input: ScheduleTargetInput.fromObject(input) }),
      }),
    });
    alarms.add(this, 'MissedAlarm', {
      metric: missed.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(15),
        statistic: 'Maximum',
      }),
      means: props.missedMeans,
    });
  }
}
