import { BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { createTable, type Item } from '../../functions/adapters/dynamodb/table.ts';

/** An index whose entries are not those of the table: after a crash, or a moment behind it. No real part can be asked for one. */
function lagging(entries: Item[], items: Item[], unprocessedOnce = false): DynamoDBClient {
  let refused = !unprocessedOnce;
  const send = async (command: unknown) => {
    if (command instanceof QueryCommand) return { Items: entries.map((entry) => marshall(entry)) };
    if (!(command instanceof BatchGetItemCommand)) throw new Error('an unexpected command');
    const keys = command.input.RequestItems?.['records']?.Keys ?? [];
    const unique = new Set(keys.map((key) => JSON.stringify(key)));
    if (unique.size < keys.length) throw new Error('Provided list of item keys contains duplicates');
    const answered = refused ? keys : keys.slice(0, 1);
    const rest = refused ? [] : keys.slice(1);
    refused = true;
    const found = items.filter(({ pk }) => answered.some((key) => key['pk']?.S === pk));
    return {
      Responses: { records: found.map((item) => marshall(item)) },
      ...(rest.length > 0 && { UnprocessedKeys: { records: { Keys: rest } } }),
    };
  };
  return { send } as unknown as DynamoDBClient;
}

const entry = (pk: string, listedAt: string): Item => ({ pk, sk: 's', list: 'sent', listedAt });

async function listed(client: DynamoDBClient): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of createTable(client, 'records').byIndex('by-list', 'sent', 'newest'))
    found.push(item['pk']);
  return found;
}

it('an item with two index entries is listed once, where it really stands', async () => {
  const client = lagging(
    [entry('a', '3'), entry('b', '2'), entry('a', '1')],
    [entry('a', '1'), entry('b', '2')],
  );
  expect(await listed(client)).toEqual(['b', 'a']);
});

it('an index entry without its item, or of an item on another list, is left out', async () => {
  const moved = { ...entry('c', '1'), list: 'quarantine' };
  expect(await listed(lagging([entry('gone', '1'), entry('c', '1')], [moved]))).toEqual([]);
});

it('items the table did not answer at once are asked for again', async () => {
  const both = [entry('a', '1'), entry('b', '2')];
  expect(await listed(lagging(both, both, true))).toEqual(['a', 'b']);
});
