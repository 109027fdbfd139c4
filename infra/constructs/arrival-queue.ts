import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { type IMetric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IEventSource } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** AWS's advice for queues that Lambda reads: a message must not come back while its function may still be running. */
const VISIBILITY_FACTOR = 6;
const TRIES = 5;
const SAMPLE: MetricOptions = { period: Duration.minutes(5), statistic: Stats.MAXIMUM };

export interface ArrivalQueueProps {
  alarms: Alarms;
  /** The longest timeout of the functions that read the queue or its DLQ. */
  readerTimeout: Duration;
  /** What it means to people that something stays in the DLQ. */
  deadLetterMeans: string;
  /** Who fills it; a topic that is subscribed says so itself. */
  filledBy: 'buckets' | 'a topic';
}

/** What arrives, on its way to the function that takes it in, and what that function gave up on. */
export class ArrivalQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  private readonly props: ArrivalQueueProps;

  constructor(scope: Construct, id: string, props: ArrivalQueueProps) {
    super(scope, id);
    this.props = props;
    const shared = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(props.readerTimeout.toSeconds() * VISIBILITY_FACTOR),
    };
    // A message keeps its age when it moves, so the DLQ has to keep it longer than the queue before it.
    this.deadLetters = new Queue(this, 'DeadLetters', { ...shared, retentionPeriod: Duration.days(14) });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason:
        'This is the DLQ. Nothing leaves it but by being taken in, and the alarm goes off while something is in it.',
    });
    this.queue = new Queue(this, 'Queue', {
      ...shared,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
    });
    if (props.filledBy === 'buckets') this.letBucketsFill();
    this.addAlarm('DeadLetterAlarm', this.deadLetters.metricApproximateNumberOfMessagesVisible(SAMPLE));
  }

  /** The function takes in what arrives. */
  feed(reader: ServiceFunction): void {
    connect(reader, this.queue);
  }

  /** The function records what the first one gave up on. What it cannot record stays in the DLQ and is tried again. */
  feedDeadLetters(reader: ServiceFunction): void {
    connect(reader, this.deadLetters);
    // A message that is tried again and again is invisible in between.
    this.addAlarm('StuckAlarm', this.deadLetters.metricApproximateNumberOfMessagesNotVisible(SAMPLE));
  }

  private letBucketsFill(): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  private addAlarm(id: string, metric: IMetric): void {
    this.props.alarms.add(this, id, { metric, means: this.props.deadLetterMeans, periods: 3 });
  }
}

/** One message a call: what takes a function down, by its size or by what is in it, takes nothing else with it. */
function connect({ lambda }: ServiceFunction, queue: Queue): void {
  const source: IEventSource = new SqsEventSource(queue, { batchSize: 1, reportBatchItemFailures: true });
  lambda.addEventSource(source);
  Validations.of(lambda).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason:
      'SQS knows no failure destination: what fails stays in its queue, and goes to the DLQ of the queue.',
  });
}
