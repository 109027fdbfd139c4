import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ListedMail } from '../../infra/local/people.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const names = ['Ada Lima', 'Boris Winter', 'Cleo Sand', 'Davi Rocha', 'Edda Storm', 'Finn Berg', 'Gil Moura'];
const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@mail.example`;

let shop: Shop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-orders-'));
  const header =
    'order_number,customer_email,customer_name,purchased_on,delivered_on,product,category,price,currency,final_sale';
  const bought = new Date(Date.now() - 50 * 86_400_000).toISOString().slice(0, 10);
  const rows = names.map(
    (name, index) =>
      `SH-5000${index},${addressOf(name)},${name},${bought},${bought},Kettle ${index},kitchen,${49 + index}.90,USD,no`,
  );
  const ordersFile = join(folder, 'orders.csv');
  await writeFile(ordersFile, [header, ...rows].join('\n'));
  shop = await openShop({ ordersFile });
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

/** A customer's request, as their approver is asked about it. */
async function ask(
  index: number,
  words = 'It stopped working and I would like a refund.',
): Promise<ListedMail> {
  const name = names[index] ?? '';
  await shop.send({
    from: `${name} <${addressOf(name)}>`,
    subject: `Kettle of SH-5000${index}`,
    text: `My kettle from order SH-5000${index}: ${words}\n\n${name}`,
  });
  const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === addressOf(name));
  return shop.mail('approval-request', (mail) => mail.case === id);
}

async function decide(asked: ListedMail, fields: Record<string, string>): Promise<number> {
  const { status } = await shop.fillIn(await shop.link(asked, 'decide'), fields);
  if (status === 200) await shop.mail('decision', (mail) => mail.case === asked.case);
  return status;
}

const textOf = async (mail: ListedMail) => ((await shop.read(mail)).text ?? '').replace(/\s+/g, ' ');

it('a request is compared with the decided ones like it, and deciding otherwise takes a reason', async () => {
  const first = await ask(0);
  expect(await textOf(first)).toContain('No decided case is like this one');
  await decide(first, { choice: 'approved', note: 'Dear Ada Lima, kettles should last longer. SH-50000' });
  for (const index of [1, 2, 3]) await decide(await ask(index), { choice: 'approved' });
  await decide(await ask(4), {
    choice: 'declined',
    reason: 'The cable was cut.',
    against: 'Edda cut the cable herself.',
  });

  const asked = await ask(5);
  const text = await textOf(asked);
  expect(text).toContain('Cases like this: 4 of 5 like this were approved');
  expect(text).toContain('Approved in full, $49.90');
  expect(text).toContain('“Dear … …, kettles should last longer. …”');
  expect(text).toContain('“… cut the cable herself.”');
  for (const other of names.slice(0, 5)) {
    for (const trace of [other, ...other.split(' '), addressOf(other)]) expect(text).not.toContain(trace);
  }
  expect(text).not.toMatch(/SH-5000[0-4]/);

  const { evaluation } = await shop.get<{ evaluation: { precedents: { closest: object[] } } }>(
    `/cases/${asked.case}.json`,
  );
  expect(evaluation.precedents.closest).toHaveLength(5);
  expect(JSON.stringify(evaluation.precedents)).not.toContain('cable');

  expect(await decide(asked, { choice: 'alternative', offer: 'exchange' })).toBe(422);
  const against = 'They asked for another kettle on the telephone.';
  expect(await decide(asked, { choice: 'alternative', offer: 'exchange', against })).toBe(200);
  const desk = await (await fetch(`${shop.goodwill.url}/cases/${asked.case}`)).text();
  expect(desk).toContain('4 of 5 like this were approved');
  expect(desk).toContain(`Otherwise than cases like it: “${against}”`);
  const told = await textOf(await shop.mail('decision', (mail) => mail.case === asked.case));
  expect(told).not.toContain(against);
}, 60_000);

it('a request for another reason is not compared with them', async () => {
  const asked = await ask(6, 'I changed my mind and would like my money back.');
  expect(await textOf(asked)).toContain('No decided case is like this one');
}, 30_000);
