import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { queryNames, readQuery, writtenOut } from '../../functions/analytics/queries.ts';
import { tables } from '../../functions/export/tables/index.ts';
import type { DataCatalogue } from './data-catalogue.ts';
import { acknowledgeObjects, PrivateBucket } from './private-bucket.ts';
import type { ServiceFunction } from './service-function.ts';

/** What one query may read. A year of a million cases is a tenth of it; at $5 a terabyte (list price, not verified here) it is five cents. */
const MAX_BYTES = 10_000_000_000;
/** How long an answer can be fetched again. */
const RESULT_DAYS = 30;

export interface QueryWorkgroupProps {
  exports: Bucket;
  catalogue: DataCatalogue;
}

/** Where analysts ask: a workgroup with limits, the questions of the repository by name, and a policy for whoever may ask. */
export class QueryWorkgroup extends Construct {
  readonly name = 'goodwill';
  /** The policy that an analyst's role is given. */
  readonly policyArn: string;
  private readonly reading: { exports: Bucket; results: Bucket; catalogue: DataCatalogue };

  constructor(scope: Construct, id: string, { exports, catalogue }: QueryWorkgroupProps) {
    super(scope, id);
    const { bucket: results } = new PrivateBucket(this, 'Results', {
      lifecycleRules: [{ expiration: Duration.days(RESULT_DAYS) }],
    });
    const workgroup = new CfnWorkGroup(this, 'Workgroup', {
      name: this.name,
      description: 'Questions about refund cases',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        bytesScannedCutoffPerQuery: MAX_BYTES,
        publishCloudWatchMetricsEnabled: true,
        resultConfiguration: {
          outputLocation: results.s3UrlForObject(),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
          expectedBucketOwner: Aws.ACCOUNT_ID,
        },
      },
    });
    for (const name of queryNames()) {
      const query = readQuery(name);
      new CfnNamedQuery(this, name, {
        name,
        description: query.question,
        database: catalogue.databaseName,
        queryString: writtenOut(query),
        workGroup: this.name,
      }).addResourceDependency(workgroup);
    }
    this.reading = { exports, results, catalogue };
    this.policyArn = this.policy().managedPolicyArn;
  }

  /** It asks as an analyst does. */
  letAsk(asker: ServiceFunction): void {
    asker.set({ EXPORT_BUCKET: this.reading.exports.bucketName });
    asker.set({ ATHENA_WORKGROUP: this.name, ATHENA_DATABASE: this.reading.catalogue.databaseName });
    for (const statement of this.asking([])) asker.allow(statement);
    this.acknowledge(asker);
  }

  private policy(): ManagedPolicy {
    const named = [
      'athena:BatchGetNamedQuery',
      'athena:BatchGetQueryExecution',
      'athena:GetNamedQuery',
      'athena:GetQueryResultsStream',
      'athena:GetWorkGroup',
      'athena:ListNamedQueries',
      'athena:ListQueryExecutions',
    ];
    const policy = new ManagedPolicy(this, 'Analysts', {
      description: 'Asks questions about the exported cases of Goodwill',
      statements: [...this.asking(named), ...this.browsing()].map(
        (statement) => new PolicyStatement(statement),
      ),
    });
    this.acknowledge(policy);
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'The console lists workgroups, engines and data sources before one is chosen, and Athena knows no resource for these lists.',
    });
    return policy;
  }

  /** What the console of Athena asks for before there is a query: the lists to choose from, and the tables beside the editor. */
  private browsing(): PolicyStatementProps[] {
    const { databaseName } = this.reading.catalogue;
    const arn = (service: string, resource: string) => Stack.of(this).formatArn({ service, resource });
    return [
      {
        actions: ['athena:ListDataCatalogs', 'athena:ListEngineVersions', 'athena:ListWorkGroups'],
        resources: ['*'],
      },
      {
        actions: [
          'athena:GetDataCatalog',
          'athena:GetDatabase',
          'athena:GetTableMetadata',
          'athena:ListDatabases',
          'athena:ListTableMetadata',
        ],
        resources: [arn('athena', 'datacatalog/AwsDataCatalog')],
      },
      {
        actions: ['glue:GetDatabases'],
        resources: [arn('glue', 'catalog'), arn('glue', `database/${databaseName}`)],
      },
    ];
  }

  /** Asking in this workgroup and nowhere else, reading the tables and nothing of the records. */
  private asking(more: readonly string[]): PolicyStatementProps[] {
    const { exports, results, catalogue } = this.reading;
    const { databaseName } = catalogue;
    const arn = (service: string, resource: string) => Stack.of(this).formatArn({ service, resource });
    return [
      {
        actions: [
          ...more,
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:StartQueryExecution',
          'athena:StopQueryExecution',
        ],
        resources: [arn('athena', `workgroup/${this.name}`)],
      },
      {
        actions: [
          'glue:GetDatabase',
          'glue:GetPartition',
          'glue:GetPartitions',
          'glue:GetTable',
          'glue:GetTables',
        ],
        resources: [
          arn('glue', 'catalog'),
          arn('glue', `database/${databaseName}`),
          ...Object.keys(tables).map((name) => arn('glue', `table/${databaseName}/${name}`)),
        ],
      },
      { actions: ['s3:GetObject'], resources: [exports.arnForObjects('*')] },
      {
        actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
        resources: [results.arnForObjects('*')],
      },
      {
        actions: ['s3:GetBucketLocation', 's3:ListBucket'],
        resources: [exports.bucketArn, results.bucketArn],
      },
    ];
  }

  private acknowledge(asker: Construct): void {
    const { exports, results } = this.reading;
    acknowledgeObjects(
      asker,
      exports,
      '',
      'The bucket holds nothing but exports, which are what analysts read.',
    );
    acknowledgeObjects(asker, results, '', 'Athena names the answers; the bucket holds nothing else.');
  }
}
