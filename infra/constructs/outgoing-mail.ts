import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { ConfigurationSet, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** SES reviews an account at 5 % bounces and 0.1 % complaints; people are told before it comes to that. */
const BOUNCE_RATE = 0.03;
const COMPLAINT_RATE = 0.0008;

export interface OutgoingMailProps {
  alarms: Alarms;
  /** The only address mails are sent from. */
  from: string;
}

/** How mails are sent: through one SES configuration set, from one address. */
export class OutgoingMail extends Construct {
  private readonly configurationSet: string;
  private readonly from: string;

  constructor(scope: Construct, id: string, { alarms, from }: OutgoingMailProps) {
    super(scope, id);
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    }).configurationSetName;
    alarms.add(this, 'BounceAlarm', {
      metric: reputation('Reputation.BounceRate'),
      threshold: BOUNCE_RATE,
      means:
        'Many mails come back: customers and approvers do not get what we write, and at 5 % SES puts the account ' +
        'under review. Look for an address that is written wrongly in the policy, or for spam that we acknowledge.',
    });
    alarms.add(this, 'ComplaintAlarm', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: COMPLAINT_RATE,
      means:
        'People mark our mails as spam; at 0.1 % SES puts the account under review, and then nobody is answered. ' +
        'Look for mails acknowledged to people who never wrote.',
    });
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
}

function reputation(metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    statistic: Stats.AVERAGE,
    period: Duration.hours(1),
  });
}
