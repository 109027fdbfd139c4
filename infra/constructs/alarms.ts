import { Duration, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricMeanings } from '../meanings.ts';

export const METRICS_NAMESPACE = 'Goodwill';
/** Metrics of all functions bear one service name, so that one alarm sees them all. */
export const SERVICE = 'goodwill';

/** What is no fault once: the alarm goes off where it is counted in so many hours in a row. */
const persisting: ReadonlyMap<string, number> = new Map([['ExportBehind', 6]]);

export interface AlarmProps {
  metric: IMetric;
  /** What it means to people that this went off, and what to do, in a sentence or two. */
  means: string;
  /** The alarm goes off at this value. */
  threshold?: number;
  /** How many periods in a row have to be bad. */
  periods?: number;
}

/** Where alarms go: one topic, and the mail address that was asked for. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { email?: string | undefined }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Goodwill alarms', enforceSSL: true });
    if (props.email) this.mailTo(props.email);
  }

  add(scope: Construct, id: string, { metric, means, threshold = 1, periods = 1 }: AlarmProps): void {
    const alarm = new Alarm(scope, id, {
      metric,
      alarmDescription: means,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  /** One alarm for each metric that the functions count; it goes off at every count, but for what has to persist. */
  addCounts(): void {
    for (const [metricName, means] of Object.entries(metricMeanings)) {
      const hours = persisting.get(metricName);
      const metric = new Metric({
        namespace: METRICS_NAMESPACE,
        metricName,
        dimensionsMap: { service: SERVICE },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
        ...(hours && { period: Duration.hours(1) }),
      });
      this.add(this, metricName, { metric, means, ...(hours && { periods: hours }) });
    }
  }

  private mailTo(address: string): void {
    const undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(undelivered).acknowledge(
      {
        id: 'AwsSolutions-SQS3',
        reason: 'This is the DLQ of the subscription, which the rule does not look at.',
      },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is a DLQ: what is here waits for a person.' },
    );
    this.topic.addSubscription(new EmailSubscription(address, { deadLetterQueue: undelivered }));
  }
}
