import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import { PseudonymKey } from './pseudonym-key.ts';
import type { RecordsTable } from './records-table.ts';
import { RecurringCall } from './recurring-call.ts';
import { type FunctionCode, POLICY_FILE, ServiceFunction } from './service-function.ts';

export interface ExportJobProps {
  alarms: Alarms;
  code: FunctionCode;
  records: RecordsTable;
}

/** Writes the decided cases into a bucket every hour, for analysts. */
export class ExportJob extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, { alarms, code, records }: ExportJobProps) {
    super(scope, id);
    // Every export is whole, so there is one object to keep of each kind and nothing that grows old.
    const { bucket } = new PrivateBucket(this, 'Exports', { lifecycleRules: [] });
    this.bucketName = bucket.bucketName;
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
    job.set({ EXPORT_BUCKET: bucket.bucketName, POLICY_FILE });
    job.allow({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] });
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
      description: 'Exports the decided cases',
      missedMeans:
        'An hourly export could not be started: analysts work with old figures. Customers notice nothing.',
    });
  }
}
