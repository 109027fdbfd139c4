import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import type { Policies } from '../../functions/domain/ports.ts';
import { createLivePolicy, oncePerPolicy } from '../../functions/runtime/live-policy.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { AT } from '../support/cases.ts';
import { defaultPolicy, defaultPolicyText } from '../support/policy.ts';

const MINUTE = 60_000;
const tables: Array<{ close(): Promise<void> }> = [];
let policies: Policies;
let asked: number;
let broken: boolean;
let logged: string[];

/** Counts what the table is asked, and lets it fail. */
const watched = (real: Policies): Policies => ({
  ...real,
  async newestAfter(number) {
    asked += 1;
    if (broken) throw new Error('the table does not answer');
    return real.newestAfter(number);
  },
});

beforeEach(async () => {
  const table = await openTable();
  tables.push(table);
  policies = watched(createRecords(table.client, TABLE_NAME).policies);
  asked = 0;
  broken = false;
  logged = [];
});
afterAll(() => Promise.all(tables.map(({ close }) => close())));

const write = (message: string) => void logged.push(message);
const log = { info: write, warn: write, error: write, count: write };

function liveOne(options: { lifetimeMs?: number } = {}) {
  let time = 0;
  const live = createLivePolicy(
    { policies, log },
    { deployed: defaultPolicy, lifetimeMs: 0, ...options, now: () => time },
  );
  const version = async () => (await live()).policy.version;
  return { live, version, pass: (ms: number) => (time += ms) };
}

const named = (version: string) => defaultPolicyText.replace('2026-11-01', version);
const publish = (number: number, text: string) =>
  policies.publish({ number, version: `v${number}`, text, by: 'ana', at: AT, changes: [] });

describe('the live policy', () => {
  it('is that of the deployment as long as none was published', async () => {
    expect(await liveOne().live()).toBe(defaultPolicy);
  });

  it('is the newest that was published, in a function that runs as in one that starts', async () => {
    const running = liveOne();
    await running.live();
    await publish(1, named('one'));
    expect(await running.version()).toBe('one');
    await publish(2, named('two'));
    await publish(3, named('three'));
    expect(await running.version()).toBe('three');
    expect(await liveOne().version()).toBe('three');
  });

  it('is asked for at most once in its lifetime, however many ask at once, and seen after it', async () => {
    const { live, version, pass } = liveOne({ lifetimeMs: MINUTE });
    await Promise.all([live(), live(), live()]);
    await publish(1, named('one'));
    pass(MINUTE - 1);
    expect(await version()).toBe('2026-11-01');
    expect(asked).toBe(1);
    pass(1);
    expect(await version()).toBe('one');
    expect(asked).toBe(2);
  });

  it('is the last good one where a published one cannot be read any more, and the alarm goes off once', async () => {
    const { version } = liveOne();
    await publish(1, named('good'));
    await publish(2, 'version: "from another time"\n');
    await publish(3, 'factors: [');
    expect(await version()).toBe('good');
    expect(await version()).toBe('good');
    expect(logged.filter((line) => line === 'PolicyUnreadable')).toHaveLength(2);
    await publish(4, named('better'));
    expect(await version()).toBe('better');
  });

  it('is that of the deployment where no published one can be read', async () => {
    await publish(1, 'not a policy');
    expect(await liveOne().live()).toBe(defaultPolicy);
    expect(logged).toContain('PolicyUnreadable');
  });

  it('goes on while the table does not answer, once it is known', async () => {
    const { live, version } = liveOne();
    broken = true;
    await expect(live()).rejects.toThrow('does not answer');
    broken = false;
    await publish(1, named('one'));
    expect(await version()).toBe('one');
    broken = true;
    expect(await version()).toBe('one');
  });

  it('sends mails from the address that was deployed, whatever it says itself', async () => {
    await publish(1, named('one').replace('refunds: refunds@shop.example', 'refunds: other@shop.example'));
    const { policy } = await liveOne().live();
    expect(policy).toMatchObject({ version: 'one', shop: { refunds: 'refunds@shop.example' } });
  });

  it('lets what is made with it be made once, until another is live', async () => {
    const { live } = liveOne();
    const made = oncePerPolicy(({ policy }: { policy: typeof defaultPolicy }) => [policy.policy.version]);
    const first = made({ policy: await live() });
    expect(made({ policy: await live() })).toBe(first);
    await publish(1, named('one'));
    expect(made({ policy: await live() })).toEqual(['one']);
  });
});
