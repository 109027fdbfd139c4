import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

const indexes = {
  'by-list': ['list', 'listedAt'],
  'by-customer': ['customer', 'openedAt'],
  'by-change': ['changeShard', 'changedAt'],
} as const;

/** When an item goes by itself, in seconds since 1970; most items have none and are deleted by the function forget. */
const EXPIRES_AT = 'expiresAt';

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
      timeToLiveAttribute: EXPIRES_AT,
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.tableName = this.table.tableName;
  }

  /** They read items by key and by index, and write one at a time. They delete nothing. */
  giveTo(...users: ServiceFunction[]): void {
    for (const user of users) {
      this.giveReadOnly(user);
      user.allow({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] });
    }
  }

  /** It deletes as well, and nobody else. */
  giveToForget(eraser: ServiceFunction): void {
    this.giveTo(eraser);
    eraser.allow({ actions: ['dynamodb:DeleteItem'], resources: [this.table.tableArn] });
  }

  giveReadOnly(reader: ServiceFunction): void {
    const { tableArn, tableName } = this.table;
    reader.set({ TABLE_NAME: tableName });
    reader.allow({ actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], resources: [tableArn] });
    reader.allow({
      actions: ['dynamodb:Query'],
      resources: Object.keys(indexes).map((name) => `${tableArn}/index/${name}`),
    });
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
