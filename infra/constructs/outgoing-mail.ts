import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnConfigurationSetEventDestination,
  ConfigurationSet,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { ArrivalQueue } from './arrival-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** SES reviews an account at 5 % bounces and 0.1 % complaints; people are told before it comes to that. */
const BOUNCE_RATE = 0.03;
const COMPLAINT_RATE = 0.0008;
/** What is told of a mail. Opening and clicking are nobody's business, and their traces would be put into our mails. */
const EVENTS = ['bounce', 'complaint', 'reject'];

export interface OutgoingMailProps {
  alarms: Alarms;
  /** The only address mails are sent from. */
  from: string;
}

/** How mails are sent: through one SES configuration set, from one address; and where SES tells what became of them. */
export class OutgoingMail extends Construct {
  readonly topicArn: string;
  private readonly configurationSet: string;
  private readonly from: string;
  private readonly alarms: Alarms;
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarms, from }: OutgoingMailProps) {
    super(scope, id);
    this.from = from;
    this.alarms = alarms;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet = configurationSet.configurationSetName;
    this.topic = new Topic(this, 'Events', {
      displayName: 'What became of Goodwill mails',
      enforceSSL: true,
    });
    this.topicArn = this.topic.topicArn;
    const { account, region, partition } = Stack.of(this);
    const letTell = this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: {
            'aws:SourceAccount': account,
            'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:configuration-set/${this.configurationSet}`,
          },
        },
      }),
    );
    const destination = new CfnConfigurationSetEventDestination(this, 'Told', {
      configurationSetName: this.configurationSet,
      eventDestination: {
        enabled: true,
        matchingEventTypes: EVENTS,
        snsDestination: { topicArn: this.topic.topicArn },
      },
    });
    // SES tries at once whether it may publish.
    if (letTell.policyDependable) destination.node.addDependency(letTell.policyDependable);
    this.watchReputation();
  }

  /** The function takes what SES tells of our mails. */
  tell(reader: ServiceFunction): void {
    const events = new ArrivalQueue(this, 'EventQueue', {
      alarms: this.alarms,
      filledBy: 'a topic',
      readerTimeout: Duration.seconds(reader.lambda.timeout?.toSeconds() ?? 30),
      deadLetterMeans:
        'SES has told that mails did not arrive, or were called spam, and it could not be recorded: people who cannot be ' +
        'reached go on being asked. See why delivery-events fails, and move the messages back to their queue.',
    });
    this.topic.addSubscription(
      new SqsSubscription(events.queue, { rawMessageDelivery: true, deadLetterQueue: events.deadLetters }),
    );
    events.feed(reader);
  }

  /** They send raw mails, from the refunds address only. */
  giveTo(...senders: ServiceFunction[]): void {
    const { account, region, partition } = Stack.of(this);
    const ses = `arn:${partition}:ses:${region}:${account}`;
    for (const sender of senders) {
      sender.set({ CONFIGURATION_SET: this.configurationSet });
      sender.allow({
        actions: ['ses:SendRawEmail'],
        resources: [`${ses}:identity/*`, `${ses}:configuration-set/${this.configurationSet}`],
        conditions: { StringEquals: { 'ses:FromAddress': this.from } },
      });
      Validations.of(sender).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
        reason:
          'In the SES sandbox the identities of the recipients are checked as well, and nobody knows them beforehand. ' +
          'What may be sent is limited by the sender address.',
      });
    }
  }

  private watchReputation(): void {
    this.alarms.add(this, 'BounceAlarm', {
      metric: reputation('Reputation.BounceRate'),
      threshold: BOUNCE_RATE,
      means:
        'Many mails come back: customers and approvers do not get what we write, and at 5 % SES puts the account ' +
        'under review. Look for an address that is written wrongly in the policy, or for spam that we acknowledge.',
    });
    this.alarms.add(this, 'ComplaintAlarm', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: COMPLAINT_RATE,
      means:
        'People mark our mails as spam; at 0.1 % SES puts the account under review, and then nobody is answered. ' +
        'Look for mails acknowledged to people who never wrote.',
    });
  }
}

function reputation(metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    statistic: Stats.AVERAGE,
    period: Duration.hours(1),
  });
}
