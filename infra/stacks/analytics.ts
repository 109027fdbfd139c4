import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ExportJob } from '../constructs/export-job.ts';
import type { FunctionCode } from '../constructs/service-function.ts';
import type { CoreStack } from './core.ts';

export interface AnalyticsStackProps extends StackProps {
  core: CoreStack;
  code: FunctionCode;
}

/** What analysts read. */
export class AnalyticsStack extends Stack {
  constructor(scope: Construct, id: string, { core, code, ...props }: AnalyticsStackProps) {
    super(scope, id, props);
    const job = new ExportJob(this, 'ExportJob', { alarms: core.alarms, code, records: core.records });
    new CfnOutput(this, 'ExportBucketName', { value: job.bucketName });
  }
}
