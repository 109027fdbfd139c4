import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** How long it can be told who read what. */
const ACCESS_LOG_DAYS = 365;
/** How long an overwritten or deleted object can be brought back. */
const UNDO_DAYS = 30;

/** A bucket for personal data: not public, encrypted, versioned, kept when the stack goes, every access logged. */
export class PrivateBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { lifecycleRules: LifecycleRule[] }) {
    super(scope, id);
    const shared = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...shared,
      lifecycleRules: [{ expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...shared,
      versioned: true,
      // The class says `isWebsite?: boolean`, its interface does not allow the undefined that this may be.
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [
        ...props.lifecycleRules,
        {
          noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }
}

/** Tells cdk-nag why a function may reach every object under a prefix of a bucket. */
export function acknowledgeObjects(user: Construct, bucket: Bucket, prefix: string, reason: string): void {
  const resource = bucket.node.defaultChild;
  if (!CfnBucket.isCfnBucket(resource)) throw new Error('a bucket is made of a bucket resource');
  const objects = `<${Stack.of(bucket).getLogicalId(resource)}.Arn>/${prefix}*`;
  Validations.of(user).acknowledge({ id: `AwsSolutions-IAM5[Resource::${objects}]`, reason });
}
