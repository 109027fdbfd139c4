import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnReceiptRule, CfnReceiptRuleSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { INBOUND, RULE_SET } from '../constructs/raw-mail-bucket.ts';
import type { CoreStack } from './core.ts';

export interface ReceivingStackProps extends StackProps {
  core: CoreStack;
  domain: string;
  refunds: string;
}

/** SES receives for the domain, and stores what comes for the refunds address in the raw mail bucket. */
export class ReceivingStack extends Stack {
  constructor(scope: Construct, id: string, props: ReceivingStackProps) {
    super(scope, id, props);
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(props.domain) });
    const ruleSet = new CfnReceiptRuleSet(this, 'RuleSet', { ruleSetName: RULE_SET });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: ruleSet.ref,
      rule: {
        name: 'refunds',
        enabled: true,
        recipients: [props.refunds],
        // SES looks for spam and viruses, writes what it found into the mail, and acts on neither.
        scanEnabled: true,
        // A sender whose server speaks no TLS would get no answer at all: a customer lost for a mail that is not secret.
        tlsPolicy: 'Optional',
        actions: [
          { s3Action: { bucketName: props.core.rawMail.bucket.bucketName, objectKeyPrefix: INBOUND } },
        ],
      },
    });
    props.core.alarms.add(this, 'LostMailAlarm', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'PublishExpired',
        dimensionsMap: { RuleName: rule.ref },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      means:
        "A customer's mail is lost: SES tried for four hours to store it and gave up. " +
        'Look at the policy of the raw mail bucket; the sender has to be asked to write again.',
    });
    this.addRecords(identity);
  }

  private addRecords(identity: EmailIdentity): void {
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
    });
    new CfnOutput(this, 'MxRecord', { value: `MX 10 inbound-smtp.${this.region}.${this.urlSuffix}` });
    new CfnOutput(this, 'StartReceiving', {
      description: 'Not done by deploying, because it ends the receiving of whatever rule set is active now',
      value: `aws ses set-active-receipt-rule-set --rule-set-name ${RULE_SET} --region ${this.region}`,
    });
  }
}
