import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { VersionConflict } from '../../domain/errors.ts';
import { ReceivedMail } from '../../domain/mail.ts';
import { Order } from '../../domain/order.ts';
import type { PersonalRecords } from '../../domain/ports.ts';
import { absenceKey, conflictsKey } from './absences.ts';
import { markChanged } from './case-days.ts';
import { createCases } from './cases.ts';
import { suppressionKey } from './deliveries.ts';
import { copyKey, countKey, NO_CASE, Outgoing } from './mails.ts';
import { ordersKey } from './orders.ts';
import { precedentKey } from './precedents.ts';
import { createTable, customerKey, type Item } from './table.ts';

/**
 * What the records table knows of a person, found by the index by-customer: it leads from an address to the cases, mails and
 * orders of whoever has it, and from a case to the mails sent about it. One index holds items of several kinds, which their
 * keys tell apart.
 */
export function createPersonalRecords(client: DynamoDBClient, tableName: string): PersonalRecords {
  const table = createTable(client, tableName);

  async function under<T>(owner: string, kind: string, read: (item: Item) => T): Promise<T[]> {
    const found: T[] = [];
    for await (const item of table.byIndex('by-customer', owner, 'oldest')) {
      if (String(item['pk']).startsWith(kind)) found.push(read(item));
    }
    return found;
  }

  const cases = createCases(table);

  return {
    casesOf: (address) => cases.byCustomer(address),
    mailsFrom: (address) => under(customerKey(address), 'mail#', (item) => ReceivedMail.parse(item)),
    rawCopiesOf: (mailId) => under(`mail#${mailId}`, 'mail#', (item) => z.string().parse(item['rawKey'])),
    mailsAbout: (caseId) => under(caseId, 'sent#', (item) => Outgoing.parse(item)),
    ordersOf: (address) => under(ordersKey(address), 'order#', (item) => Order.parse(item['order'])),

    async *mailsWithoutCase(before) {
      for (const list of ['quarantine', NO_CASE]) {
        for await (const item of table.byIndex('by-list', list, 'oldest')) {
          const mail = ReceivedMail.parse(item);
          if (Date.parse(mail.receivedAt) >= Date.parse(before)) break;
          yield mail;
        }
      }
    },

    async removeCase({ id, version, openedAt }) {
      await markChanged(table, openedAt);
      if (await table.removeAt(`case#${id}`, 'case', version)) return;
      throw new VersionConflict(`case ${id} is no longer at version ${version}`);
    },
    removeRawCopy: (id, rawKey) => table.remove(copyKey(id, rawKey).pk, copyKey(id, rawKey).sk),
    removeReceived: (id) => table.remove(`mail#${id}`, 'mail'),
    removeSent: (id) => table.remove(`sent#${id}`, 'mail'),
    removeOrder: (number) => table.remove(`order#${number.toUpperCase()}`, 'order'),
    removeToken: (caseId) => table.remove(`task-token#${caseId}`, 'token'),
    removePrecedent: (caseId) => table.remove(precedentKey(caseId).pk, precedentKey(caseId).sk),
    removeCount: (address) => table.remove(countKey(address).pk, countKey(address).sk),
    removeAbsence: (person) => table.remove(absenceKey(person).pk, absenceKey(person).sk),
    removeSuppression: (address) => table.remove(suppressionKey(address).pk, suppressionKey(address).sk),
    removeConflicts: (customer) => table.remove(conflictsKey(customer).pk, conflictsKey(customer).sk),
  };
}
