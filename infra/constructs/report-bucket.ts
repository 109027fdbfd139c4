import { ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import type { ServiceFunction } from './service-function.ts';

const WHY = 'The bucket holds nothing but reports, one for each month and language.';

/**
 * The monthly reports, and what became of the mails about them. Of its own and not among the exports, since the pages open reports and
 * must see nothing that analysts see.
 */
export class ReportBucket extends Construct {
  readonly name: string;
  private readonly bucket: PrivateBucket['bucket'];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // A page a month, without anybody's name: they are kept.
    this.bucket = new PrivateBucket(this, 'Reports', { lifecycleRules: [] }).bucket;
    this.name = this.bucket.bucketName;
  }

  /** It opens reports. */
  giveTo(reader: ServiceFunction): void {
    reader.set({ REPORT_BUCKET: this.name });
    for (const statement of this.may('s3:GetObject')) reader.allow(statement);
    acknowledgeObjects(reader, this.bucket, '', WHY);
  }

  /** It writes them as well. By a policy of this stack, since the function is of another. */
  letWrite(writer: ServiceFunction): void {
    writer.set({ REPORT_BUCKET: this.name });
    const policy = new ManagedPolicy(this, 'Writing', {
      description: 'Writes the monthly reports of Goodwill',
      statements: this.may('s3:GetObject', 's3:PutObject').map((one) => new PolicyStatement(one)),
    });
    acknowledgeObjects(policy, this.bucket, '', WHY);
    writer.lambda.role?.addManagedPolicy(policy);
  }

  private may(...actions: string[]): PolicyStatementProps[] {
    return [
      { actions, resources: [this.bucket.arnForObjects('*')] },
      // Without it, S3 says of a report that is not there that it is forbidden.
      { actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] },
    ];
  }
}
