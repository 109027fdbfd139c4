import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Log, Services } from '../../domain/ports.ts';
import { createAbsences } from './absences.ts';
import { createCaseDays } from './case-days.ts';
import { createCases } from './cases.ts';
import { createDeliveries } from './deliveries.ts';
import { createMails } from './mails.ts';
import { createOrders } from './orders.ts';
import { createPolicies } from './policies.ts';
import { createPrecedents } from './precedents.ts';
import { createTable } from './table.ts';
import { createTaskTokens } from './task-tokens.ts';

/** Everything that is kept in the records table. With a log, lists of cases leave out what cannot be read and log it. */
export function createRecords(
  client: DynamoDBClient,
  tableName: string,
  log?: Log,
): Pick<
  Services,
  'absences' | 'caseDays' | 'cases' | 'deliveries' | 'mails' | 'orders' | 'policies' | 'precedents' | 'tokens'
> {
  const table = createTable(client, tableName);
  return {
    absences: createAbsences(table),
    caseDays: createCaseDays(table),
    cases: createCases(table, log),
    deliveries: createDeliveries(table),
    mails: createMails(table),
    orders: createOrders(table),
    policies: createPolicies(table),
    precedents: createPrecedents(table),
    tokens: createTaskTokens(table),
  };
}
