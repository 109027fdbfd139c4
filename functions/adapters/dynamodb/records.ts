import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Services } from '../../domain/ports.ts';
import { createCases } from './cases.ts';
import { createMails } from './mails.ts';
import { createOrders } from './orders.ts';
import { createTable } from './table.ts';
import { createTaskTokens } from './task-tokens.ts';

/** Everything that is kept in the records table. */
export function createRecords(
  client: DynamoDBClient,
  tableName: string,
): Pick<Services, 'cases' | 'mails' | 'orders' | 'tokens'> {
  const table = createTable(client, tableName);
  return {
    cases: createCases(table),
    mails: createMails(table),
    orders: createOrders(table),
    tokens: createTaskTokens(table),
  };
}
