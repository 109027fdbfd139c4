import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import { PseudonymKey } from './pseudonym-key.ts';
import type { RecordsTable } from './records-table.ts';
import { RecurringCall } from './recurring-call.ts';
import { type FunctionCode, ServiceFunction } from './service-function.ts';

export interface ExportJobProps {
  alarms: Alarms;
  code: FunctionCode;
  records: RecordsTable;
}

/** Writes the days whose cases have changed into a bucket every hour, for analysts. */
export class ExportJob extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { alarms, code, records }: ExportJobProps) {
    super(scope, id);
    // A partition is kept as long as its cases are, and longer: it holds nobody's name.
    const { bucket } = new PrivateBucket(this, 'Exports', { lifecycleRules: [] });
    this.bucket = bucket;
    const job = new ServiceFunction(this, 'Function', {
      alarms,
      code,
      name: 'export',
      calledBy: 'schedule',
      memory: 1769,
      timeout: Duration.minutes(15),
    });
    records.giveReadOnly(job);
    new PseudonymKey(this, 'PseudonymKey').giveTo(job);
    job.set({ EXPORT_BUCKET: bucket.bucketName });
    // To see that nothing changed it reads what is there; without the right to list, S3 says of what is not there that it is forbidden.
    job.allow({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects('*')] });
    job.allow({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
    acknowledgeObjects(
      job,
      bucket,
      '',
      'The bucket holds nothing but exports, and this function writes them.',
    );
    new RecurringCall(this, 'Hourly', {
      alarms,
      calls: job,
      every: Duration.hours(1),
      description: 'Exports the cases that have changed',
      missedMeans:
        'An hourly export could not be started: analysts work with old figures. Customers notice nothing.',
    });
  }
}
