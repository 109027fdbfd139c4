import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { type Likeness, similarity } from '../../functions/domain/likeness.ts';
import { CLOSEST } from '../../functions/domain/precedents.ts';
import { precedentsFor } from '../../functions/evaluate/precedents.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { defaultPolicy } from '../support/policy.ts';
import { median, printTable } from './measure.ts';
import { likenessAt, reasonAt, requestAt } from './precedent-shop.ts';
import { simulatedTable, written } from './simulated-table.ts';

const LOOK_UPS = 40;
/** BatchWriteItem takes at most 25 items. */
const BATCH = 25;
const { precedents: rules } = defaultPolicy.policy;

interface Opened {
  name: string;
  client: DynamoDBClient;
  close(): Promise<void>;
}

/**
 * The five precedents of a request among 1,000, 100,000 and 1,000,000 decided cases: requests to the table, what they read, and how
 * near what is found comes to the five that a look at every single case would find. Throws where a look-up takes more than one
 * query and one read of items, or reads more among more cases.
 */
export async function benchPrecedents(): Promise<void> {
  const rows = [];
  for (const cases of [1_000, 100_000, 1_000_000]) {
    const opened = cases > 100_000 ? await simulatedTable(cases) : await embeddedTable(cases);
    rows.push(await measure(opened, cases));
    await opened.close();
  }
  printTable('Five precedents of a request', rows);
}

async function embeddedTable(cases: number): Promise<Opened> {
  const { client, close } = await openTable();
  for (let start = 0; start < cases; start += BATCH) {
    const items = await Promise.all(Array.from({ length: BATCH }, (_, index) => written(start + index)));
    const puts = items.map((item) => ({ PutRequest: { Item: marshall(item) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TABLE_NAME]: puts } }));
  }
  return { name: 'embedded', client, close };
}

async function measure({ name, client }: Opened, cases: number) {
  const requests = countRequests(client);
  const services = { precedents: createRecords(client, TABLE_NAME).precedents, policy: defaultPolicy };
  const byReason = Map.groupBy(Array(cases).keys(), reasonAt);
  const times: number[] = [];
  const shortfalls: number[] = [];
  for (let look = 0; look < LOOK_UPS; look++) {
    const { found, facts } = requestAt(look);
    const start = performance.now();
    const { like, closest } = await precedentsFor(services, found, facts);
    times.push(performance.now() - start);
    const reached = mean(closest.map((one) => one.similarity));
    shortfalls.push(mean(trueClosest(like, byReason.get(like.reason) ?? [])) - reached);
  }
  const { queries, keys, reads, items } = requests;
  if (queries !== LOOK_UPS || reads > LOOK_UPS || keys > LOOK_UPS * 1_000 || items > LOOK_UPS * 2 * CLOSEST) {
    throw new Error(
      `${LOOK_UPS} look-ups took ${queries} queries for ${keys} keys and ${reads} reads of ${items}`,
    );
  }
  const each = (count: number) => (count / LOOK_UPS).toFixed(count % LOOK_UPS === 0 ? 0 : 1);
  return {
    'decided cases': new Intl.NumberFormat('en').format(cases),
    table: name,
    queries: each(queries),
    'keys read': each(keys),
    'reads of items': each(reads),
    'items read': each(items),
    'median ms': median(times).toFixed(1),
    'less alike than the true five': `${(100 * mean(shortfalls)).toFixed(1)} %`,
  };
}

/** The similarities of the five closest, as if every single case with the same reason were looked at. */
function trueClosest(like: Likeness, cases: readonly number[]): number[] {
  return cases
    .map((index) => similarity(like, likenessAt(index), rules))
    .filter((alike) => alike >= rules.alikeAtLeast)
    .sort((a, b) => b - a)
    .slice(0, CLOSEST);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Counts what goes to the table from here on, and what comes back. */
function countRequests(client: DynamoDBClient) {
  const counted = { queries: 0, keys: 0, reads: 0, items: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (sent) => {
        const answer = await next(sent);
        const output = answer.output as { Items?: unknown[]; Responses?: Record<string, unknown[]> };
        if (commandName === 'QueryCommand') {
          counted.queries++;
          counted.keys += output.Items?.length ?? 0;
        } else {
          counted.reads++;
          counted.items += output.Responses?.[TABLE_NAME]?.length ?? 0;
        }
        return answer;
      },
    { step: 'initialize' },
  );
  return counted;
}
