import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { startGoodwill } from '../../infra/local/goodwill.ts';
import { readSettings, type Settings } from '../../infra/local/settings.ts';
import { openShop } from '../support/goodwill.ts';
import { defaultPolicyText } from '../support/policy.ts';

describe('a start that cannot be right stops with what is wrong and what would be right', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const start = (changes: Partial<Settings>) =>
    startGoodwill(
      { ...readSettings({}), smtpPort: 0, webPort: 0, dataDir: join(folder, 'data'), ...changes },
      { log: { info() {}, warn() {}, error() {}, count() {} } },
    );
  const mistake = async (changes: Partial<Settings>): Promise<string> => {
    const error = await start(changes).then(
      async (goodwill) => {
        await goodwill.stop();
        return undefined;
      },
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).message;
  };

  it('a mistake in the policy: file, line and field', async () => {
    const policyFile = await file(
      'policy.yaml',
      defaultPolicyText.replace('currency: USD', 'currency: dollars'),
    );
    expect(await mistake({ policyFile })).toMatch(/policy\.yaml:\d+: shop\.currency: an ISO 4217 currency/);
  });

  it('a mistake that only trying the policy shows, and that would stop cases: file, line and field', async () => {
    const policyFile = await file(
      'stopping.yaml',
      defaultPolicyText.replace('request.evidence > 0', '100 / customer.orders > 3'),
    );
    expect(await mistake({ policyFile })).toMatch(
      /stopping\.yaml:\d+: factors\[11\]\.when: cannot be worked out where customer\.orders is 0/,
    );
  });

  it('a mistake in the orders: file, line and column', async () => {
    const header =
      'order_number,customer_email,customer_name,purchased_on,delivered_on,product,category,price,currency,final_sale';
    const row = 'SH-1,maria@example.com,Maria,2026-13-01,,Kettle,kitchen,89.90,USD,no';
    const ordersFile = await file('orders.csv', `${header}\n${row}\n`);
    expect(await mistake({ ordersFile })).toMatch(/orders\.csv:2: purchased_on: /);
  });

  it('a file that is not there', async () => {
    expect(await mistake({ policyFile: join(folder, 'nowhere.yaml') })).toMatch(
      /^POLICY_FILE: .*nowhere\.yaml/,
    );
    expect(await mistake({ ordersFile: join(folder, 'nowhere.csv') })).toMatch(
      /^ORDERS_FILE: .*nowhere\.csv/,
    );
  });

  it('a folder that is a file', async () => {
    expect(await mistake({ dataDir: await file('plain', '') })).toMatch(/^DATA_DIR: /);
  });

  it('a folder that cannot be made, or not be written into, at once', async () => {
    expect(await mistake({ dataDir: '/proc/goodwill/data' })).toMatch(/^DATA_DIR: .*cannot be made/);
    expect(await mistake({ dataDir: '/proc' })).toMatch(/^DATA_DIR: /);
  }, 10_000);

  it('a port somebody else has', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await mistake({ smtpPort: port })).toBe(
      `SMTP_PORT: port ${port} is in use; choose another, such as ${port + 1}`,
    );
    expect(await mistake({ webPort: port })).toMatch(/^WEB_PORT: port \d+ is in use/);
    server.close();
  });

  it('and leaves the folder free for the next start', async () => {
    const goodwill = await start({});
    await goodwill.stop();
  });
});

describe('a start', () => {
  it('clears away what a killed one left half written, and nothing else', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'goodwill-'));
    await mkdir(join(dataDir, 'raw'));
    for (const name of ['a.eml', 'a.eml.4711.3.part', 'b.part'])
      await writeFile(join(dataDir, 'raw', name), '');
    const log = { info() {}, warn() {}, error() {}, count() {} };
    const goodwill = await startGoodwill({ ...readSettings({}), smtpPort: 0, webPort: 0, dataDir }, { log });
    await goodwill.stop();
    expect((await readdir(join(dataDir, 'raw'))).toSorted()).toEqual(['a.eml', 'b.part']);
    await rm(dataDir, { recursive: true });
  });
});

describe('a stop', () => {
  it('in the middle of open cases is no failure of theirs', async () => {
    const shop = await openShop();
    await shop.send({ from: 'maria@example.com', subject: 'Jacket', text: 'It never arrived.' });
    await shop.mail('approval-request');
    await shop.close();
    expect(shop.log.filter((line) => line.includes('ERROR'))).toEqual([]);
  });
});

describe('the pages of one machine', () => {
  it('are on loopback alone, and answer no other host', async () => {
    const shop = await openShop();
    try {
      const { url } = shop.goodwill;
      expect((await fetch(url)).status).toBe(200);
      const { request } = await import('node:http');
      const status = await new Promise<number | undefined>((resolve) => {
        request(`${url}/cases.json`, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
          resolve(statusCode),
        ).end();
      });
      expect(status).toBeGreaterThanOrEqual(400);
    } finally {
      await shop.close();
    }
  });
});
