import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedMail } from '../../infra/local/people.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const ORDERS = [
  'order_number,customer_email,customer_name,purchased_on,delivered_on,product,category,price,currency,channel',
  `SH-50001,ada@mail.example,Ada Lane,${day(14)},${day(10)},Teapot,kitchen,40.00,USD,web`,
  `SH-50002,bo@mail.example,Bo Reed,${day(14)},${day(10)},Teapot,kitchen,40.00,USD,store`,
  `SH-50003,cy@mail.example,Cy Holt,${day(60)},${day(50)},Teapot,kitchen,40.00,USD,web`,
  `SH-50004,cy@mail.example,Cy Holt,${day(90)},${day(80)},Tray,kitchen,35.00,USD,store`,
];
const REGULAR = `factors:
  - id: regular
    when: customer.orders >= 2 && customer.spend > 70.0 && order.channel == 'web'
    weight: 2
    says: { en: A regular customer., pt-BR: Um cliente fiel. }
`;

let shop: Shop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-evaluation-'));
  const policy = await readFile('functions/policy/default.yaml', 'utf8');
  await writeFile(join(folder, 'policy.yaml'), policy.replace('factors:\n', REGULAR));
  await writeFile(join(folder, 'orders.csv'), ORDERS.join('\n'));
  shop = await openShop({ policyFile: join(folder, 'policy.yaml'), ordersFile: join(folder, 'orders.csv') });
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

const textOf = async (mail: ListedMail) => ((await shop.read(mail)).text ?? '').replace(/\s+/g, ' ');

async function open(from: string, text: string): Promise<ListedMail> {
  await shop.send({ from, subject: 'Teapot', text });
  const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
  return shop.mail('approval-request', (mail) => mail.case === id);
}

describe('a request inside the policy', () => {
  it('is told so and sent the ordinary way, and a person is asked all the same', async () => {
    const asked = await open('ada@mail.example', 'I changed my mind about SH-50001. May I have a refund?');
    const told = await shop.mail('within-policy', (mail) => mail.case === asked.case);
    expect(told.to).toBe('ada@mail.example');
    expect(await textOf(told)).toContain('its ordinary return window is still open');
    expect(await textOf(told)).toContain('Pack the product with the return slip');
    const request = await textOf(asked);
    expect(request).toContain('Recommended: Approve: it is within the ordinary policy');
    expect(request).toContain('The customer was told that the ordinary return window is open');
  });

  it('is not told so where somebody else writes, who would learn that there is such an order', async () => {
    const asked = await open('eve@mail.example', 'I changed my mind about SH-50002. May I have a refund?');
    expect(await textOf(asked)).toContain('Recommended: Approve: it is within the ordinary policy');
    expect(
      (await shop.mails()).some(({ kind, to }) => kind === 'within-policy' && to === 'eve@mail.example'),
    ).toBe(false);
  });
});

describe('a request inside the policy that nobody knows the reason of', () => {
  it('is told nothing, since an ordinary return may be no answer to it', async () => {
    const asked = await open('bo@mail.example', 'May I have a refund for SH-50002?');
    expect(await textOf(asked)).toContain('Recommended: Approve: it is within the ordinary policy');
    const found = await shop.goodwill.services.cases.load(asked.case);
    expect(found).toMatchObject({ evaluation: { route: 'within-policy', confidence: 'low' } });
    expect(
      (await shop.mails()).some(({ kind, to }) => kind === 'within-policy' && to === 'bo@mail.example'),
    ).toBe(false);
  });
});

describe('an evaluation', () => {
  it('knows the customer’s orders and where this one was placed', async () => {
    const asked = await open('cy@mail.example', 'The teapot of SH-50003 is defective. May I have a refund?');
    const text = await textOf(asked);
    expect(text).toContain(
      '(+2) A regular customer. (Bought through: web · Orders on record: 2 · Spent on orders: $75.00)',
    );
    const found = await shop.goodwill.services.cases.load(asked.case);
    expect(found).toMatchObject({ evaluation: { route: 'approve-as-goodwill', confidence: 'high' } });
  });

  it('is the same however often and however angrily the customer writes', async () => {
    const from = 'cy@mail.example';
    const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
    const words = [
      'Hello?! I am still waiting for an answer!',
      'THIS IS A DISGRACE. My lawyer will write to you.',
    ];
    for (const text of words) await shop.send({ from, subject: 'Re: SH-50003 teapot', text });
    const found = await shop.until('both mails', async () => {
      const one = await shop.goodwill.services.cases.load(id);
      return one.history.filter(({ type }) => type === 'customer-wrote').length === words.length && one;
    });
    expect(found.history.filter(({ type }) => type === 'evaluated')).toHaveLength(1);
  });
});
