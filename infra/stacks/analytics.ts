import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DataCatalogue } from '../constructs/data-catalogue.ts';
import { ExportJob } from '../constructs/export-job.ts';
import { QueryWorkgroup } from '../constructs/query-workgroup.ts';
import { ReportJob } from '../constructs/report-job.ts';
import type { FunctionCode } from '../constructs/service-function.ts';
import type { CoreStack } from './core.ts';

export interface AnalyticsStackProps extends StackProps {
  core: CoreStack;
  code: FunctionCode;
}

/** What analysts read, and where they ask. */
export class AnalyticsStack extends Stack {
  constructor(scope: Construct, id: string, { core, code, ...props }: AnalyticsStackProps) {
    super(scope, id, props);
    const job = new ExportJob(this, 'ExportJob', { alarms: core.alarms, code, records: core.records });
    const catalogue = new DataCatalogue(this, 'Catalogue', { bucket: job.bucket });
    const workgroup = new QueryWorkgroup(this, 'Queries', { exports: job.bucket, catalogue });
    const report = new ReportJob(this, 'ReportJob', { core, code, workgroup });
    new CfnOutput(this, 'ExportBucketName', { value: job.bucket.bucketName });
    new CfnOutput(this, 'ReportFunctionName', { value: report.functionName });
    new CfnOutput(this, 'WorkgroupName', { value: workgroup.name });
    new CfnOutput(this, 'AnalystsPolicyArn', { value: workgroup.policyArn });
  }
}
