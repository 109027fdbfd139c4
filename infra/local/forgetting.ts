import { DeleteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import type { Clock, Needs } from '../../functions/domain/ports.ts';
import { type Erased, erasePerson } from '../../functions/forget/erase-person.ts';
import { forgetOld } from '../../functions/forget/forget-old.ts';
import { openPersonalFiles } from './personal-files.ts';
import { TABLE_NAME } from './table.ts';

const DAY_MS = 86_400_000;

/** Real time, however fast the folder's clock runs: who speeds deadlines up wants to look at the cases afterwards. */
const calendar: Clock = { now: () => new Date().toISOString(), secondsUntil: () => 1 };

/** The function `forget` of this machine: what was kept long enough goes at the start and once a day, a person when asked for. */
export async function startForgetting(
  services: () => Promise<Needs<'cases' | 'mails' | 'policy' | 'clock' | 'log'>>,
  { dataDir, client }: { dataDir: string; client: DynamoDBClient },
) {
  const personal = {
    records: createPersonalRecords(client, TABLE_NAME),
    files: openPersonalFiles(dataDir),
  };
  const { log } = await services();
  const round = async () => {
    try {
      await forgetOld({ ...(await services()), ...personal, clock: calendar });
      await removeExpired(client, Math.floor(Date.now() / 1000));
    } catch (error) {
      log.error('what was kept long enough could not be deleted', { error: `${error}` });
    }
  };
  let working = round();
  await working;
  const timer = setInterval(() => {
    working = round();
  }, DAY_MS);
  return {
    erase: async (person: { address: string; evenOpen: boolean }): Promise<Erased> =>
      erasePerson({ ...(await services()), ...personal }, person),
    async stop(): Promise<void> {
      clearInterval(timer);
      await working;
    },
  };
}

/** Deletes the items whose `expiresAt` (seconds since 1970) has passed, which DynamoDB does by itself and dynalite does not. */
export async function removeExpired(client: DynamoDBClient, now: number): Promise<void> {
  let start: Parameters<typeof keyOf>[0] | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: TABLE_NAME,
        FilterExpression: 'expiresAt <= :now',
        ExpressionAttributeValues: { ':now': { N: `${now}` } },
        ProjectionExpression: 'pk, sk',
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      await client.send(new DeleteItemCommand({ TableName: TABLE_NAME, Key: keyOf(item) }));
    }
    start = page.LastEvaluatedKey;
  } while (start);
}

type Attributes = NonNullable<ConstructorParameters<typeof DeleteItemCommand>[0]['Key']>;

function keyOf({ pk, sk }: Attributes): Attributes {
  return { ...(pk && { pk }), ...(sk && { sk }) };
}
