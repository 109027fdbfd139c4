import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { type Fact, known } from '../../../functions/domain/request.ts';
import { readOrders } from '../../../functions/import-orders/orders.ts';
import { extractRequest, findOrderNumbers } from '../../../functions/intake/extract.ts';
import { isWithdrawal } from '../../../functions/intake/facts/withdrawal.ts';
import { defaultPolicy } from '../../support/policy.ts';

const FOLDER = 'test/fixtures/mail/facts';
const { policy } = defaultPolicy;
const ordersFile = 'functions/policy/sample-orders.csv';
const orders = new Map(
  readOrders(readFileSync(ordersFile, 'utf8'), ordersFile).map((order) => [order.number, order]),
);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.eml'));

/** What is read from a mail, by the names that the expectations use; null where nothing is. */
async function readFacts(file: string): Promise<Record<string, unknown>> {
  const mail = await parseMail(readFileSync(join(FOLDER, file)));
  if (!mail.from) throw new Error(`${file} has no sender`);
  const numbers = findOrderNumbers(mail, policy);
  const order = numbers
    .map((number) => orders.get(number.toUpperCase()))
    .find((found) => found !== undefined);
  const request = extractRequest(mail, mail.from, order, policy);
  const value = <T>(fact: Fact<T> | undefined) => (fact ? known(fact) : undefined) ?? null;
  const { customer } = request;
  return {
    numbers,
    language: request.language,
    reason: value(request.reason),
    wish: value(request.wish),
    amount: value(request.amount),
    purchasedOn: value(request.purchasedOn),
    deliveredOn: value(request.deliveredOn),
    product: value(request.product),
    phone: value(customer.phone),
    otherAddress: value(customer.otherAddress),
    withdrawal: isWithdrawal(mail.text),
  };
}

describe.each(files)('%s', (file) => {
  const expected: Record<string, unknown> = JSON.parse(
    readFileSync(join(FOLDER, file.replace(/\.eml$/, '.json')), 'utf8'),
  );
  it.each(Object.keys(expected))('%s', async (field) => {
    expect((await readFacts(file))[field], `${file}: ${field}`).toEqual(expected[field]);
  });

  it('is no withdrawal unless it says so, and has the line endings of mails', async () => {
    expect((await readFacts(file))['withdrawal'], `${file}: withdrawal`).toBe(
      expected['withdrawal'] ?? false,
    );
    expect(readFileSync(join(FOLDER, file), 'latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
