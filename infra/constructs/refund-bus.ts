import { Duration, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** A confirmation that comes before its request is recorded is right a moment later. */
const TRIES = 2;

/** The event bus between the product and a payment system: refunds are asked for on it, and confirmed. */
export class RefundBus extends Construct {
  readonly busName: string;
  private readonly bus: EventBus;
  private readonly alarms: Alarms;

  constructor(scope: Construct, id: string, { alarms }: { alarms: Alarms }) {
    super(scope, id);
    this.alarms = alarms;
    this.bus = new EventBus(this, 'Bus', {
      description: 'Refunds that are asked for, and what became of them (docs/refunds.md)',
    });
    this.busName = this.bus.eventBusName;
  }

  /** They ask for refunds. */
  letAsk(...askers: ServiceFunction[]): void {
    for (const asker of askers) {
      asker.set({ EVENT_BUS_NAME: this.busName });
      asker.allow({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] });
    }
  }

  /** The function takes every confirmation. One it cannot take is kept for a person. */
  confirmWith({ lambda }: ServiceFunction): void {
    const refused = new Queue(this, 'Refused', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(refused).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'This is the DLQ of the rule and of its function.' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a DLQ: what is here waits for a person.' },
    );
    lambda.configureAsyncInvoke({
      retryAttempts: TRIES,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(refused),
    });
    new Rule(this, 'Confirmed', {
      description: 'What a payment system says of a refund',
      eventBus: this.bus,
      eventPattern: { detailType: ['RefundConfirmed'] },
      targets: [new LambdaFunction(lambda, { deadLetterQueue: refused, maxEventAge: Duration.hours(2) })],
    });
    this.alarms.add(this, 'RefusedAlarm', {
      metric: refused.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: Stats.MAXIMUM,
      }),
      means:
        'A payment system has said something of a refund that could not be recorded, so a customer may not hear that they were paid. ' +
        'The message in the queue, and the log of confirm-refund, say what is wrong with it (docs/refunds.md).',
    });
  }
}
