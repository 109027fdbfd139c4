import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { findReference } from '../../../functions/domain/reference.ts';
import { known } from '../../../functions/domain/request.ts';
import { readOrders } from '../../../functions/import-orders/orders.ts';
import { classify } from '../../../functions/intake/classify.ts';
import { extractRequest, findOrderNumber } from '../../../functions/intake/extract.ts';
import { defaultPolicy } from '../../support/policy.ts';

const FOLDER = 'test/fixtures/mail';
const { policy } = defaultPolicy;
const ordersFile = 'functions/policy/sample-orders.csv';
const orders = new Map(
  readOrders(readFileSync(ordersFile, 'utf8'), ordersFile).map((order) => [order.number, order]),
);
const parse = (file: string) => parseMail(readFileSync(join(FOLDER, file)));

async function read(file: string) {
  const mail = await parse(file);
  if (!mail.from) throw new Error(`${file} has no sender`);
  const order = orders.get(findOrderNumber(mail, policy) ?? '');
  const request = extractRequest(mail, mail.from, order, policy);
  return {
    name: known(request.customer.name),
    own: request.ordersOwnAddress,
    order: known(request.orderNumber),
    reason: known(request.reason),
    wish: known(request.wish),
    language: request.language,
    attachments: request.attachments.map(({ name, type }) => `${name} ${type}`),
  };
}

describe('what is read from the sample mails', () => {
  const own = true;
  const attachments: string[] = [];
  const en = { language: 'en', wish: 'refund', own, attachments };
  const pt = { language: 'pt-BR', wish: 'refund', own, attachments };

  test.each([
    [
      'en-kettle-stopped-working.eml',
      { ...en, name: 'Emily Carter', order: 'SH-10001', reason: 'defective' },
    ],
    [
      'en-headphones-changed-mind.eml',
      { ...en, name: 'James Okafor', order: 'SH-10002', reason: 'changed-mind' },
    ],
    [
      'en-coat-hardship-long-past.eml',
      { ...en, name: 'Ruth Feldman', order: 'SH-10003', reason: 'hardship' },
    ],
    [
      'en-lamp-damaged-with-photo.eml',
      {
        ...en,
        name: 'Oliver Smith',
        order: 'SH-10007',
        reason: 'damaged-in-transit',
        attachments: ['lamp.png image/png'],
      },
    ],
    [
      'en-no-order-number.eml',
      { ...en, name: undefined, order: undefined, own: undefined, reason: 'not-as-described' },
    ],
    [
      'pt-liquidificador-danificado-com-foto.eml',
      {
        ...pt,
        name: 'Ana Souza',
        order: 'SH-10004',
        reason: 'damaged-in-transit',
        attachments: ['foto-do-copo-lá-em-casa.jpg image/jpeg'],
      },
    ],
    [
      'pt-jaqueta-pequena-iso-8859-1.eml',
      { ...pt, name: 'João Pereira', order: 'SH-10005', reason: 'changed-mind', wish: 'store-credit' },
    ],
    [
      'pt-cesta-chegou-atrasada.eml',
      { ...pt, name: 'Beatriz Lima', order: 'SH-10006', reason: 'arrived-late' },
    ],
  ])('%s', async (file, expected) => {
    expect(classify(await parse(file), policy.shop.refunds)).toEqual({ kind: 'person' });
    expect(await read(file)).toEqual(expected);
  });

  test('the Portuguese mail in ISO-8859-1 keeps its accents', async () => {
    expect((await parse('pt-jaqueta-pequena-iso-8859-1.eml')).text).toContain('João Pereira\nSão Paulo');
  });

  test('an answer names its case in the subject and by our Message-ID', async () => {
    const { subject, answers } = await parse('pt-resposta-a-um-caso.eml');
    expect(findReference(subject)).toBe('RX-7K3F-9Q2M');
    expect(findReference(answers.join(' '))).toBe('RX-7K3F-9Q2M');
  });

  test.each([
    ['auto-reply-out-of-office.eml', 'out-of-office'],
    ['bounce-mailbox-full.eml', 'bounce'],
    ['empty.eml', 'empty'],
  ])('%s is no request: %s', async (file, reason) => {
    expect(classify(await parse(file), policy.shop.refunds)).toMatchObject({ kind: reason });
  });

  test('all of them have the line endings of mails', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.eml'));
    expect(files).toHaveLength(12);
    for (const file of files) {
      expect(readFileSync(join(FOLDER, file), 'latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });
});
