import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../functions/domain/errors.ts';
import type { Order } from '../../functions/domain/order.ts';
import type { Log, Metric } from '../../functions/domain/ports.ts';
import { importObject } from '../../functions/import-orders/import-object.ts';
import { importOrders } from '../../functions/import-orders/import-orders.ts';
import {
  decodeCsv,
  MAX_FILE,
  MAX_ITEMS,
  MAX_MISTAKES,
  readOrders,
} from '../../functions/import-orders/orders.ts';
import { arrivedObjects } from '../../functions/runtime/arrived-objects.ts';

const HEADER =
  'order_number,customer_email,customer_name,purchased_on,delivered_on,product,category,price,currency,final_sale';
const KETTLE = 'SH-1,ana@mail.example,Ana Souza,2026-10-02,2026-10-06,Kettle,kitchen,49.90,USD,no';
const CUPS = 'SH-1,ana@mail.example,Ana Souza,2026-10-02,2026-10-06,"Cups, six",kitchen,27.00,USD,yes';

const file = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

function mistakes(csv: string): string[] {
  try {
    readOrders(csv, 'orders.csv');
  } catch (error) {
    if (error instanceof InvalidInput) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('an orders file', () => {
  test('has one row an item; the rows of one number are one order', () => {
    expect(readOrders(file(KETTLE, CUPS), 'orders.csv')).toEqual([
      {
        number: 'SH-1',
        customer: { address: 'ana@mail.example', name: 'Ana Souza' },
        purchasedOn: '2026-10-02',
        deliveredOn: '2026-10-06',
        items: [
          {
            product: 'Kettle',
            category: 'kitchen',
            price: { minor: 4990, currency: 'USD' },
            finalSale: false,
          },
          {
            product: 'Cups, six',
            category: 'kitchen',
            price: { minor: 2700, currency: 'USD' },
            finalSale: true,
          },
        ],
      },
    ]);
  });

  test('groups a number however it is written, and wherever its rows stand', () => {
    const orders = readOrders(
      file(KETTLE, KETTLE.replace('SH-1', 'SH-2'), CUPS.replace('SH-1', 'sh-1')),
      'f',
    );
    expect(orders.map(({ number, items }) => [number, items.length])).toEqual([
      ['SH-1', 2],
      ['SH-2', 1],
    ]);
  });

  test('may come from a spreadsheet: byte order mark, CRLF, empty lines and rows, spaces, columns in any order', () => {
    const csv =
      '\uFEFFprice , currency,Order_Number,customer_email,customer_name,purchased_on,product,category\r\n' +
      ' 12.5 ,BRL,SH-3,Rui@Mail.Example,Rui,2026-01-31,Toy boat,Toys\r\n\r\n,,,,,,,\r\n';
    const [order] = readOrders(csv, 'orders.csv');
    expect(order).toEqual({
      number: 'SH-3',
      customer: { address: 'rui@mail.example', name: 'Rui' },
      purchasedOn: '2026-01-31',
      items: [
        { product: 'Toy boat', category: 'toys', price: { minor: 1250, currency: 'BRL' }, finalSale: false },
      ],
    });
  });

  test('reads a price in the decimal places its currency has', () => {
    const priced = (price: string, currency: string) => {
      const [order] = readOrders(file(KETTLE.replace('49.90,USD', `${price},${currency}`)), 'f');
      return order?.items[0]?.price;
    };
    expect(priced('1234', 'JPY')).toEqual({ minor: 1234, currency: 'JPY' });
    expect(priced('1.500', 'KWD')).toEqual({ minor: 1500, currency: 'KWD' });
    expect(priced('0.1', 'USD')).toEqual({ minor: 10, currency: 'USD' });
  });

  test('is refused with every mistake, its line, its column and what would be right', () => {
    const csv = file(
      'SH-1,ana@mail,Ana,2026-02-30,06/10/2026,"Kettle\nblue",kitchen,"49,90",UDS,maybe',
      'SH-2,rui@mail.example,,2026-10-02,,Cup,kitchen,9.999,USD,',
      'SH-3,rui@mail.example,Rui',
    );
    expect(mistakes(csv)).toEqual([
      'orders.csv:2: customer_email: "ana@mail" is not an email address; write one such as ana@example.com',
      'orders.csv:2: purchased_on: "2026-02-30" is not a day; write year-month-day, such as 2026-03-31',
      'orders.csv:2: delivered_on: "06/10/2026" is not a day; write year-month-day, such as 2026-03-31, or leave it empty',
      'orders.csv:2: product: "Kettle\\nblue" is not one line of at most 200 characters; write what was bought, as the customer knows it',
      'orders.csv:2: price: "49,90" is not a price; write digits and a decimal point, such as 1234.50',
      'orders.csv:2: currency: "UDS" is not a currency; write an ISO 4217 code such as USD or BRL',
      'orders.csv:2: final_sale: "maybe" is not an answer; write yes or no, or leave it empty for no',
      'orders.csv:4: customer_name: is empty; write the name on the order',
      'orders.csv:5: 3 fields under a header of 10; put a field with a comma into quotes, and leave nothing out',
    ]);
    expect(mistakes(file(KETTLE.replace('49.90', '9.999')))).toEqual([
      'orders.csv:2: price: "9.999" has 3 decimal places; USD has 2',
    ]);
  });

  test('is refused when the rows of one order contradict each other', () => {
    const csv = file(KETTLE, CUPS.replace('ana@', 'eva@').replace('2026-10-06', '').replace('USD', 'BRL'));
    expect(mistakes(csv)).toEqual([
      'orders.csv:3: customer_email: "eva@mail.example", but line 2 says "ana@mail.example" for the same order; write the same on every row of SH-1',
      'orders.csv:3: delivered_on: "", but line 2 says "2026-10-06" for the same order; write the same on every row of SH-1',
      'orders.csv:3: currency: "BRL", but line 2 says "USD" for the same order; write the same on every row of SH-1',
    ]);
    expect(mistakes(file(KETTLE.replace('2026-10-06', '2026-10-01')))).toEqual([
      'orders.csv:2: delivered_on: 2026-10-01 is before the purchase on 2026-10-02; correct one of them',
    ]);
  });

  test('is refused when columns are missing, unknown or there twice', () => {
    const header = HEADER.replace('product,', 'price,').replace('final_sale', 'colour');
    expect(mistakes(`${header}\n`)).toEqual([
      expect.stringContaining(
        'orders.csv:1: "colour" is not a column of an orders file; the columns are order_number,',
      ),
      'orders.csv:1: product: the column is missing; add it to the header and to every row',
      'orders.csv:1: price: the column is there twice; keep one',
    ]);
  });

  test('is refused when it is empty, has a header only, or uses semicolons', () => {
    expect(mistakes('')).toEqual([
      expect.stringContaining('orders.csv:1: the file is empty; begin with the header'),
    ]);
    expect(mistakes(file())).toEqual([
      'orders.csv:1: there is no order under the header; write one row an item',
    ]);
    expect(mistakes(file(KETTLE).replaceAll(',', ';'))).toEqual([
      'orders.csv:1: the fields are separated by semicolons; save the file with commas',
    ]);
  });

  test('says where quotes do not match, and still checks the rows it can read', () => {
    const quotes =
      'the quotes do not match; put a field with a quote or a comma into quotes and double the quotes in it';
    expect(mistakes(file(KETTLE.replace('Kettle', 'TV 24" wide'), CUPS.replace('USD', 'XX')))).toEqual([
      `orders.csv:2: ${quotes}`,
      'orders.csv:3: currency: "XX" is not a currency; write an ISO 4217 code such as USD or BRL',
    ]);
    expect(mistakes(file(KETTLE, CUPS.replace('six"', 'six'), KETTLE))).toEqual([`orders.csv:3: ${quotes}`]);
  });

  test('lists a bounded number of mistakes', () => {
    const listed = mistakes(file(...Array.from({ length: MAX_MISTAKES + 3 }, () => 'SH-1')));
    expect(listed).toHaveLength(MAX_MISTAKES + 1);
    expect(listed.at(-1)).toBe('... and 3 more mistakes in orders.csv');
  });

  test('is refused when it or one of its orders is too large', () => {
    expect(mistakes('x'.repeat(MAX_FILE + 1))).toEqual([
      'orders.csv:1: the file has 5000001 characters, more than 5000000; split it into several files',
    ]);
    expect(mistakes(file(...Array.from({ length: MAX_ITEMS + 1 }, () => KETTLE)))).toEqual([
      'orders.csv:2: order_number: SH-1 has 201 items; an order holds at most 200',
    ]);
  });

  test('may say where an order was placed, in words of its own', () => {
    const withChannel = (...channels: string[]) =>
      [`${HEADER},channel`, ...channels.map((channel) => `${KETTLE},${channel}`)].join('\n');
    expect(readOrders(withChannel('Store'), 'orders.csv')[0]?.channel).toBe('store');
    expect(readOrders(withChannel(''), 'orders.csv')[0]).not.toHaveProperty('channel');
    expect(mistakes(withChannel('web', 'phone'))[0]).toMatch(
      /^orders\.csv:3: channel: "phone", but line 2 says "web"/,
    );
  });

  test('is refused when it is not UTF-8, so that no name is stored mangled', () => {
    expect(() => decodeCsv(Buffer.from('João', 'latin1'), 'orders.csv')).toThrow(
      'orders.csv:1: the file is not UTF-8; save it as "CSV UTF-8"',
    );
  });
});

test('the sample shop has two dozen orders', () => {
  const orders = readOrders(readFileSync('functions/policy/sample-orders.csv', 'utf8'), 'sample-orders.csv');
  expect(orders).toHaveLength(24);
  expect(orders.at(0)?.number).toBe('SH-10001');
  expect(new Set(orders.flatMap(({ items }) => items.map(({ category }) => category)))).toEqual(
    new Set(['electronics', 'clothing', 'kitchen', 'home', 'beauty', 'digital', 'food', 'toys', 'sports']),
  );
});

describe('importing', () => {
  function shop() {
    const stored = new Map<string, Order>();
    const counted: Metric[] = [];
    const logged: Record<string, unknown>[] = [];
    const log: Log = {
      info: () => undefined,
      warn: () => undefined,
      error: (message, fields) => logged.push({ message, ...fields }),
      count: (metric) => counted.push(metric),
    };
    const orders = {
      get: async (number: string) => stored.get(number),
      byCustomer: async (address: string) =>
        [...stored.values()].filter(({ customer }) => customer.address === address),
      changed: async (some: Order[]) =>
        some.filter((order) => !isDeepStrictEqual(stored.get(order.number), order)),
      put: async (order: Order) => {
        stored.set(order.number, order);
      },
    };
    return { stored, counted, logged, orders, log };
  }

  const arrivedAt = '2026-11-02T10:00:00.000Z';

  test('stores every order, and importing again writes only what has changed', async () => {
    const { stored, ...services } = shop();
    const rows = Array.from({ length: 40 }, (_, index) => KETTLE.replace('SH-1', `SH-${index}`));
    const importing = () => importOrders(services, { csv: file(...rows), fileName: 'f', arrivedAt });
    expect(await importing()).toEqual({ orders: 40, changed: 40 });
    expect(stored.size).toBe(40);
    expect(await importing()).toEqual({ orders: 40, changed: 0 });
    rows[7] = KETTLE.replace('SH-1', 'SH-7').replace('49.90', '39.90');
    expect(await importing()).toEqual({ orders: 40, changed: 1 });
  });

  test('stores nothing of a file with a mistake', async () => {
    const { stored, ...services } = shop();
    const csv = file(KETTLE, CUPS.replace('SH-1', 'SH-2').replace('USD', 'XX'));
    await expect(importOrders(services, { csv, fileName: 'f', arrivedAt })).rejects.toBeInstanceOf(
      InvalidInput,
    );
    expect(stored.size).toBe(0);
  });

  test('of an uploaded file with mistakes tells the operator each of them, and is not tried again', async () => {
    const { counted, logged, ...services } = shop();
    const rawMails = { get: async () => Buffer.from(file(KETTLE.replace('USD', 'XX'))) };
    await importObject({ ...services, rawMails }, 'orders/november.csv', arrivedAt);
    expect(counted).toEqual(['OrdersRejected']);
    expect(logged).toEqual([
      {
        message: 'an orders file was not imported',
        key: 'orders/november.csv',
        mistakes: [
          'orders/november.csv:2: currency: "XX" is not a currency; write an ISO 4217 code such as USD or BRL',
        ],
      },
    ]);
  });

  test('is tried again when the table or the bucket fails', async () => {
    const { counted, ...services } = shop();
    const rawMails = { get: async () => Promise.reject(new Error('the bucket is away')) };
    await expect(importObject({ ...services, rawMails }, 'orders/f.csv', arrivedAt)).rejects.toThrow(
      'the bucket is away',
    );
    expect(counted).toEqual([]);
  });
});

describe('an S3 notification', () => {
  test('names the objects that arrived, their keys written as in a form', () => {
    const body = JSON.stringify({
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime: '2026-11-02T10:00:00.000Z',
          s3: { object: { key: 'orders/novembro+2026+%28s%C3%A3o%29.csv' } },
        },
      ],
    });
    expect(arrivedObjects(body)).toEqual([
      { key: 'orders/novembro 2026 (são).csv', arrivedAt: '2026-11-02T10:00:00.000Z' },
    ]);
  });

  test('may be the test message that S3 sends when it is set up', () => {
    const test = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' });
    expect(arrivedObjects(test)).toEqual([]);
  });

  test('is refused when it is something else', () => {
    expect(() => arrivedObjects('{}')).toThrow(InvalidInput);
    expect(() => arrivedObjects('not JSON')).toThrow('the message is no S3 notification: it is not JSON');
  });
});
