import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';

export type Item = Record<string, NativeAttributeValue>;
type AttributeItem = NonNullable<QueryCommandInput['ExclusiveStartKey']>;

/** BatchGetItem takes at most 100 keys a call. */
const BATCH = 100;
/** A batch is answered in part when it is too large or the table is throttled; this often we ask for the rest. */
const BATCH_ROUNDS = 8;

/** One item, by its key. Everything the product writes is one conditional write of one item. */
export interface Table {
  get(pk: string, sk: string): Promise<Item | undefined>;
  /** The items of these keys that are there, in no order. */
  getAll(keys: { pk: string; sk: string }[]): Promise<Item[]>;
  /** Writes the item where the condition holds. Returns false where it does not. */
  putIf(item: Item, condition: string, values?: Item, names?: Record<string, string>): Promise<boolean>;
  /** Writes the item over whatever is there. */
  put(item: Item): Promise<void>;
  remove(pk: string, sk: string): Promise<void>;
  /** Deletes the item at this version. Returns false where it has another; one that is gone already is deleted. */
  removeAt(pk: string, sk: string, version: number): Promise<boolean>;
  /**
   * Whole items of an index, in the index's order; `limit` undefined means all, read a page at a time. `sort`: only items with
   * this sort key. `from`, `until`: none before or beyond this place in the order.
   */
  byIndex(
    index: 'by-list' | 'by-customer' | 'by-change',
    value: string,
    order: 'newest' | 'oldest',
    limit?: number,
    narrow?: { sort?: string | undefined; from?: string | undefined; until?: string | undefined },
  ): AsyncIterable<Item>;
  /**
   * The newest places in an index's order, in one request that reads no item: at most `limit`, and no more than DynamoDB answers
   * at once (1 MB). A place may be left of an item that is gone.
   */
  newestPlaces(index: 'by-list' | 'by-customer', value: string, limit: number): Promise<string[]>;
  /** The places in an index's order from one on, oldest first, a page at a time. No item is read, so one may be left of an item that is gone. */
  placesFrom(
    index: 'by-list' | 'by-change',
    value: string,
    from: string,
    limit?: number,
  ): AsyncIterable<string>;
}

/** Addresses are compared without case: no mail server in use tells them apart by it. */
export function customerKey(address: string): string {
  return address.toLowerCase();
}

const indexKeys = {
  'by-list': ['list', 'listedAt'],
  'by-customer': ['customer', 'openedAt'],
  'by-change': ['changeShard', 'changedAt'],
} as const;
/** Comes before every place in an index's order, and after: places are instants, days and JSON. */
const [FIRST, LAST] = [' ', '\uffff'];

export function createTable(client: DynamoDBClient, tableName: string): Table {
  const write = (item: Item) => marshall(item, { removeUndefinedValues: true });

  /**
   * The items that index entries point to, in their order. An index follows its table a little later, and after a crash an
   * entry may be left of a write that never happened; so an entry counts only where the item itself agrees with it.
   */
  async function whole(entries: AttributeItem[], indexed: readonly string[]): Promise<Item[]> {
    const keys = new Map(
      entries.map((entry) => [keyOf(entry), { pk: entry['pk'], sk: entry['sk'] } as AttributeItem]),
    );
    const found = await batch(keys);
    return entries.flatMap((entry) => {
      const item = found.get(keyOf(entry));
      return item && indexed.every((name) => item[name]?.S === entry[name]?.S) ? [unmarshall(item)] : [];
    });
  }

  /** At most `BATCH` items by their keys, asked for again until the table has answered all. */
  async function batch(keys: ReadonlyMap<string, AttributeItem>): Promise<Map<string, AttributeItem>> {
    const found = new Map<string, AttributeItem>();
    let wanted: AttributeItem[] | undefined = [...keys.values()];
    for (let round = 0; wanted && wanted.length > 0; round++) {
      if (round === BATCH_ROUNDS)
        throw new Error(`the table left ${wanted.length} items unread after ${round} tries`);
      if (round > 0) await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** round));
      const read = await client.send(
        new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } } }),
      );
      for (const item of read.Responses?.[tableName] ?? []) found.set(keyOf(item), item);
      wanted = read.UnprocessedKeys?.[tableName]?.Keys as AttributeItem[] | undefined;
    }
    return found;
  }

  return {
    async get(pk, sk) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: marshall({ pk, sk }), ConsistentRead: true }),
      );
      return Item && unmarshall(Item);
    },

    async getAll(keys) {
      const items: Item[] = [];
      for (let start = 0; start < keys.length; start += BATCH) {
        const some = keys.slice(start, start + BATCH).map((key) => marshall(key));
        const found = await batch(new Map(some.map((key) => [keyOf(key), key])));
        for (const item of found.values()) items.push(unmarshall(item));
      }
      return items;
    },

    async putIf(item, condition, values, names) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: write(item),
            ConditionExpression: condition,
            ...(values && { ExpressionAttributeValues: marshall(values) }),
            ...(names && { ExpressionAttributeNames: names }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async put(item) {
      await client.send(new PutItemCommand({ TableName: tableName, Item: write(item) }));
    },

    async remove(pk, sk) {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: marshall({ pk, sk }) }));
    },

    async removeAt(pk, sk, version) {
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: tableName,
            Key: marshall({ pk, sk }),
            ConditionExpression: 'attribute_not_exists(pk) OR #version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: marshall({ ':version': version }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async newestPlaces(index, value, limit) {
      const [hash, range] = indexKeys[index];
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: index,
          KeyConditionExpression: '#key = :value',
          ExpressionAttributeNames: { '#key': hash },
          ExpressionAttributeValues: marshall({ ':value': value }),
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (page.Items ?? []).flatMap((entry) => entry[range]?.S ?? []);
    },

    async *placesFrom(index, value, from, limit) {
      const [hash, range] = indexKeys[index];
      let start: AttributeItem | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: index,
            KeyConditionExpression: '#key = :value AND #range >= :from',
            ExpressionAttributeNames: { '#key': hash, '#range': range },
            ExpressionAttributeValues: marshall({ ':value': value, ':from': from }),
            ...(limit !== undefined && { Limit: limit }),
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        for (const entry of page.Items ?? []) yield entry[range]?.S ?? '';
        start = limit === undefined ? page.LastEvaluatedKey : undefined;
      } while (start);
    },

    async *byIndex(index, value, order, limit, { sort, from, until } = {}) {
      let left = limit ?? Number.POSITIVE_INFINITY;
      let start: AttributeItem | undefined;
      const [hash, range] = indexKeys[index];
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: index,
            KeyConditionExpression: '#key = :value AND #range BETWEEN :from AND :until',
            ExpressionAttributeNames: { '#key': hash, '#range': range },
            ExpressionAttributeValues: marshall({
              ':value': value,
              ':from': from ?? FIRST,
              ':until': until ?? LAST,
            }),
            ScanIndexForward: order === 'oldest',
            // Of a page of mixed items only some may count.
            Limit: sort === undefined ? Math.min(BATCH, left) : BATCH,
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        const entries = (page.Items ?? [])
          .filter(({ sk }) => sort === undefined || sk?.S === sort)
          .slice(0, left);
        const items = entries.length > 0 ? await whole(entries, indexKeys[index]) : [];
        yield* items;
        left -= items.length;
        start = page.LastEvaluatedKey;
      } while (start && left > 0);
    },
  };
}

function keyOf(item: AttributeItem): string {
  return JSON.stringify([item['pk']?.S, item['sk']?.S]);
}
