import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createPrecedents } from '../../functions/adapters/dynamodb/precedents.ts';
import type { Item } from '../../functions/adapters/dynamodb/table.ts';
import { TABLE_NAME } from '../../infra/local/table.ts';
import { likenessAt, precedentAt } from './precedent-shop.ts';

/** DynamoDB answers a query with at most so much (bytes). */
const PAGE_BYTES = 1024 * 1024;

/**
 * A table of so many precedents that speaks DynamoDB's protocol: the pages of its index, and the items by their keys. Its million
 * items are made when they are asked for, as the product writes them, because the embedded table would need minutes to take them.
 */
export async function simulatedTable(cases: number) {
  const newest = new Map<string, number[]>();
  for (let index = cases - 1; index >= 0; index--) {
    const { reason, category } = likenessAt(index);
    for (const name of [`precedents#${reason}`, `precedents#${reason}#${category}`]) {
      const list = newest.get(name);
      if (list) list.push(index);
      else newest.set(name, [index]);
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString());
      const isQuery = `${request.headers['x-amz-target']}`.endsWith('.Query');
      response.setHeader('Content-Type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(await (isQuery ? page(asked) : itemsOf(asked))));
    });
  });

  /** One page of an index, from its newest end: nothing but keys. */
  async function page(asked: { Limit: number; ExpressionAttributeValues: Record<string, { S: string }> }) {
    const value = Object.values(asked.ExpressionAttributeValues)[0]?.S ?? '';
    const indexes = newest.get(value) ?? [];
    const Items: unknown[] = [];
    let bytes = 0;
    for (const index of indexes.slice(0, asked.Limit)) {
      const { precedent: _, ...keys } = await written(index);
      bytes += Object.entries(keys).flat().join('').length;
      if (bytes > PAGE_BYTES) break;
      Items.push(marshall(keys));
    }
    return { Items, Count: Items.length };
  }

  async function itemsOf(asked: { RequestItems: Record<string, { Keys: { pk: { S: string } }[] }> }) {
    const keys = asked.RequestItems[TABLE_NAME]?.Keys ?? [];
    const items = keys.map(({ pk }) => written(Number.parseInt(pk.S.replace('precedent#RX-', ''), 36)));
    return { Responses: { [TABLE_NAME]: (await Promise.all(items)).map((item) => marshall(item)) } };
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    name: 'simulated index pages',
    client,
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The item the product writes for a precedent. */
export async function written(index: number): Promise<Item> {
  let item: Item = {};
  const table = {
    putIf: async (one: Item) => {
      item = one;
      return true;
    },
  };
  await createPrecedents(table as unknown as Parameters<typeof createPrecedents>[0]).keep(precedentAt(index));
  return item;
}
