import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

const indexes = {
  'by-list': ['list', 'listedAt'],
  'by-customer': ['customer', 'openedAt'],
} as const;

/** Cases, mails, orders and task tokens: all the product must not lose. */
export class RecordsTable extends Construct {
  readonly tableName: string;
  private readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, [key, order]]) => ({
        indexName,
        partitionKey: text(key),
        sortKey: text(order),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.tableName = this.table.tableName;
  }

  /** Reads items by key and by index. */
  grantRead({ lambda }: ServiceFunction): void {
    lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
        resources: [this.table.tableArn],
      }),
    );
    lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: Object.keys(indexes).map((name) => `${this.table.tableArn}/index/${name}`),
      }),
    );
  }

  /** Reads, and writes one item at a time. Nobody deletes. */
  grantReadWrite(reader: ServiceFunction): void {
    this.grantRead(reader);
    reader.lambda.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] }),
    );
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
