import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';

export const TABLE_NAME = 'records';

/** DynamoDB's wire protocol in this process, on a folder, or in memory where `path` is undefined. */
export async function openTable(path?: string): Promise<{ client: DynamoDBClient; close(): Promise<void> }> {
  if (path !== undefined) await compact(path);
  const server = dynalite({ createTableMs: 0, ...(path !== undefined && { path }) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const close = async () => {
    client.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  await createRecordsTable(client);
  return { client, close };
}

/**
 * Rewrites the table's files without what was deleted or overwritten: LevelDB only marks it, and drops the bytes when it next
 * happens to rewrite the file they are in, which for a small table is never.
 */
async function compact(path: string): Promise<void> {
  const store = new ClassicLevel(path);
  await store.open();
  await store.compactRange('', '\uffff');
  await store.close();
}

/** The keys and indexes of the deployed table (infra/constructs/records-table.ts); a test holds the two together. */
async function createRecordsTable(client: DynamoDBClient): Promise<void> {
  const index = (name: string, hash: string, range: string) => ({
    IndexName: name,
    KeySchema: [
      { AttributeName: hash, KeyType: 'HASH' as const },
      { AttributeName: range, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' as const },
  });
  const names = ['pk', 'sk', 'list', 'listedAt', 'customer', 'openedAt', 'changeShard', 'changedAt'];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: TABLE_NAME,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          index('by-list', 'list', 'listedAt'),
          index('by-customer', 'customer', 'openedAt'),
          index('by-change', 'changeShard', 'changedAt'),
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  while (!(await isActive(client))) await sleep(2);
}

async function isActive(client: DynamoDBClient): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  return Table?.TableStatus === 'ACTIVE';
}
