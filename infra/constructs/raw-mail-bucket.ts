import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ArrivalQueue } from './arrival-queue.ts';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import type { ServiceFunction } from './service-function.ts';

export const INBOUND = 'inbound/';
export const ORDERS = 'orders/';
/** The prefix under which the adapter of attachments keeps them. */
export const ATTACHMENTS = 'attachments/';
/** The SES receipt rule set that stores mails. An account and region has one active, so a person should know its name. */
export const RULE_SET = 'goodwill';

/**
 * A mail goes with its case, and this many days after the case could have gone at the earliest: what no record leads to goes
 * then. No case is open for as long.
 */
const LONGEST_OPEN_DAYS = 365;
/** An orders file is read when it arrives; what is left of it is for looking back. */
const ORDERS_DAYS = 90;

/** Mails as they arrived, under `inbound/`, what came with them, under `attachments/`, and orders files, under `orders/`. */
export class RawMailBucket extends Construct {
  readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    props: { queues: Record<string, ArrivalQueue>; closedCaseDays: number },
  ) {
    super(scope, id);
    const expiration = Duration.days(props.closedCaseDays + LONGEST_OPEN_DAYS);
    this.bucket = new PrivateBucket(this, 'Objects', {
      lifecycleRules: [
        { prefix: INBOUND, expiration },
        { prefix: ATTACHMENTS, expiration },
        { prefix: ORDERS, expiration: Duration.days(ORDERS_DAYS) },
      ],
    }).bucket;
    this.grantReceiving();
    this.notify(props.queues);
  }

  /** It reads objects under a prefix, and learns whether one is there at all: else S3 answers 403 for a missing one. */
  giveTo(reader: ServiceFunction, prefix: string): void {
    reader.set({ RAW_BUCKET: this.bucket.bucketName });
    reader.allow({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects(`${prefix}*`)] });
    reader.allow({
      actions: ['s3:ListBucket'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}*` } },
    });
    acknowledgeObjects(
      reader,
      this.bucket,
      prefix,
      'The keys of mails and files are not known when deploying; their prefix is.',
    );
  }

  /** It writes attachments, each under the hash of its content, and reads none. */
  letKeepAttachments(keeper: ServiceFunction): void {
    keeper.allow({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects(`${ATTACHMENTS}*`)] });
    acknowledgeObjects(
      keeper,
      this.bucket,
      ATTACHMENTS,
      'Attachments lie under the hashes of what they hold, which are not known when deploying; their prefix is.',
    );
  }

  /** It deletes mails and attachments. What is deleted can be brought back for some days, as in every private bucket. */
  letForget(eraser: ServiceFunction): void {
    const prefixes = [INBOUND, ATTACHMENTS];
    eraser.set({ RAW_BUCKET: this.bucket.bucketName });
    eraser.allow({
      actions: ['s3:DeleteObject'],
      resources: prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`)),
    });
    for (const prefix of prefixes) {
      acknowledgeObjects(
        eraser,
        this.bucket,
        prefix,
        'Whose data is to be deleted is not known when deploying.',
      );
    }
  }

  /** Lets the receipt rules of this account's rule set store mails, and only under `inbound/`. */
  private grantReceiving(): void {
    const { account, region, partition } = Stack.of(this);
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${INBOUND}*`)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${RULE_SET}:receipt-rule/*`,
          },
        },
      }),
    );
  }

  /**
   * Set on the bucket itself: CDK's own way is a custom resource, a function in Python that may change the
   * notifications of every bucket in the account.
   */
  private notify(queues: Record<string, ArrivalQueue>): void {
    const resource = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(resource)) throw new Error('a bucket is made of a bucket resource');
    resource.notificationConfiguration = {
      queueConfigurations: Object.entries(queues).map(([prefix, { queue }]) => ({
        event: 's3:ObjectCreated:*',
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
        queue: queue.queueArn,
      })),
    };
    // S3 asks the queue whether it may write to it when the notification is set, so the queue's policy comes first.
    for (const { queue } of Object.values(queues)) resource.node.addDependency(queue);
  }
}
