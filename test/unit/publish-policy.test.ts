import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { PublishRefused } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { fingerprintOf } from '../../functions/policy/fingerprint.ts';
import { answerPolicyRequest, PolicyAnswers } from '../../functions/publish-policy/answer.ts';
import { type Publishing, publish } from '../../functions/publish-policy/publish.ts';
import { warnOfOtherTexts } from '../../functions/runtime/other-texts.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { AT, received } from '../support/cases.ts';
import { defaultPolicy, defaultPolicyText } from '../support/policy.ts';

let services: Publishing;
let close: () => Promise<void>;
beforeEach(async () => {
  const table = await openTable();
  const clock = { now: () => AT, secondsUntil: () => 1 };
  const deployed = { text: defaultPolicyText, compiled: defaultPolicy };
  services = { ...createRecords(table.client, TABLE_NAME), clock, deployed };
  close = table.close;
});
afterEach(() => close());

const by = 'ana@shop.example';
/** The default policy under another name, with something else changed. */
const text = (version: string, from = 'weight: 4', to = 'weight: 5') => {
  if (!defaultPolicyText.includes(from)) throw new Error(`the default policy has no ${from}`);
  return defaultPolicyText.replace('2026-11-01', version).replace(from, to);
};
const live = async () => (await services.policies.newestAfter(0))?.version;

describe('publishing a policy', () => {
  it('puts it live as the next version, with who, when and what changed in words', async () => {
    const first = await publish(services, { text: text('one'), by, replaces: 0 });
    expect(first).toEqual({
      number: 1,
      version: 'one',
      text: text('one'),
      by,
      at: AT,
      changes: ['Factor "faulty" weighs +5 instead of +4.'],
    });
    const second = await publish(services, { text: text('two', 'days: 30', 'days: 14'), by, replaces: 1 });
    expect(second.changes).toEqual([
      'The return window in days is 14 instead of 30.',
      'Factor "faulty" weighs +4 instead of +5.',
    ]);
    expect(await live()).toBe('two');
  });

  it('of an old one is how one goes back', async () => {
    await publish(services, { text: text('one'), by, replaces: 0 });
    const back = await publish(services, { text: defaultPolicyText, by, replaces: 1 });
    expect(back).toMatchObject({ number: 2, version: '2026-11-01' });
    expect((await publish(services, { text: text('one'), by, replaces: 2 })).number).toBe(3);
    expect(await live()).toBe('one');
  });

  it('with a mistake is refused with line and field', async () => {
    const mistaken = text('one', 'currency: USD', 'currency: dollars');
    await expect(publish(services, { text: mistaken, by, replaces: 0 })).rejects.toThrow(
      /^policy:\d+: shop\.currency: an ISO 4217 currency/,
    );
    expect(await live()).toBeUndefined();
  });

  it('with a condition that some case would stop at is refused', async () => {
    const stopping = text('one', 'request.evidence > 0', 'customer.orders / request.evidence > 0');
    await expect(publish(services, { text: stopping, by, replaces: 0 })).rejects.toThrow(
      /^policy:\d+: factors\[\d+\]\.when: /,
    );
  });

  it.each([
    [
      'the refunds address',
      'refunds: refunds@shop',
      'refunds: help@shop',
      /shop\.refunds is help@shop.*deployment/,
    ],
    [
      'how long mails are stored',
      'closedCaseDays: 730',
      'closedCaseDays: 3650',
      /closedCaseDays is 3650.*730/,
    ],
    [
      'the currency that open cases, precedents and limits are in',
      'currency: USD',
      'currency: BRL',
      /^shop\.currency is BRL, and open cases, precedents and limits are in USD: .* Leave it at USD, and start or deploy another/,
    ],
  ])('that changes what belongs to the deployment is refused: %s', async (_what, from, to, message) => {
    const publishing = publish(services, { text: text('one', from, to), by, replaces: 0 });
    await expect(publishing).rejects.toThrow(PublishRefused);
    await expect(publishing).rejects.toThrow(message);
  });

  it('in another time zone goes live, and says what that does', async () => {
    const zone = text('one', 'timeZone: America/New_York', 'timeZone: America/Sao_Paulo');
    const { changes } = await publish(services, { text: zone, by, replaces: 0 });
    expect(changes).toEqual([
      expect.stringMatching(/^shop\.timeZone is .* Days are counted anew in it: a window may close/),
    ]);
  });

  it('under a name that stands for other rules is refused, since cases record the name', async () => {
    const again = /version: "2026-11-01" is the name of policy 0 already.*a name of its own/;
    await expect(publish(services, { text: text('2026-11-01'), by, replaces: 0 })).rejects.toThrow(again);
    await publish(services, { text: text('one'), by, replaces: 0 });
    const other = text('one', 'days: 30', 'days: 14');
    await expect(publish(services, { text: other, by, replaces: 1 })).rejects.toThrow(
      /name of policy 1 already/,
    );
    const comment = `${text('one')}# seen by Rui\n`;
    expect((await publish(services, { text: comment, by, replaces: 1 })).changes).toEqual([
      'Only comments, the layout or the name changed.',
    ]);
  });

  it('that is live already is refused', async () => {
    await publish(services, { text: text('one'), by, replaces: 0 });
    await expect(publish(services, { text: text('one'), by, replaces: 1 })).rejects.toThrow(
      /nothing to publish/,
    );
  });

  it('says so where the one before cannot be read any more', async () => {
    await services.policies.publish({
      number: 1,
      version: 'old',
      text: 'old: true',
      by,
      at: AT,
      changes: [],
    });
    const { changes } = await publish(services, { text: text('one'), by, replaces: 1 });
    expect(changes).toEqual([expect.stringContaining('cannot be read')]);
  });

  it('that is too large to be kept is refused', async () => {
    const large = `${text('one')}# ${'x'.repeat(100_000)}`;
    await expect(publish(services, { text: large, by, replaces: 0 })).rejects.toThrow(/100000 is the most/);
  });
});

describe('two who publish', () => {
  const other = () =>
    publish(services, { text: text('two', 'days: 30', 'days: 14'), by: 'rui', replaces: 0 });
  const mine = () => publish(services, { text: text('one'), by, replaces: 0 });

  it('at the same moment: one goes live, and the other is told by whom and how to see it', async () => {
    for (let round = 0; round < 5; round++) {
      const results = await Promise.allSettled([mine(), other()]);
      const failed = results.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
      expect(failed).toHaveLength(1);
      expect(failed[0]).toBeInstanceOf(PublishRefused);
      const who =
        results[0]?.status === 'fulfilled' ? 'one, published by ana@shop.example' : 'two, published by rui';
      expect(failed[0].message).toMatch(new RegExp(`^policy 1 \\(${who} at .*diff 0 1`));
      await close();
      const table = await openTable();
      services = { ...services, ...createRecords(table.client, TABLE_NAME) };
      close = table.close;
    }
  });

  it('one after the other, from the same version: the second is told, and nothing is lost', async () => {
    await mine();
    await expect(other()).rejects.toThrow(/policy 1 \(one, published by ana.*Nothing was published/);
    const again = await publish(services, {
      text: text('two', 'days: 30', 'days: 14'),
      by: 'rui',
      replaces: 1,
    });
    expect(again.changes).toContain('Factor "faulty" weighs +4 instead of +5.');
    expect((await services.policies.version(1))?.text).toBe(text('one'));
  });

  it('may repeat what they did: the same once more changes nothing', async () => {
    expect(await mine()).toEqual(await mine());
    expect(await services.policies.version(2)).toBeUndefined();
  });

  it('cannot replace what is not there', async () => {
    await expect(publish(services, { text: text('one'), by, replaces: 7 })).rejects.toThrow(
      'there is no policy 7',
    );
  });
});

describe('what an operator asks', () => {
  const ask = (request: unknown) => answerPolicyRequest(services, request);

  it('is the history: newest first, down to the file of the deployment', async () => {
    const file = { number: 0, version: '2026-11-01', fingerprint: defaultPolicy.fingerprint };
    expect(await ask({ action: 'list' })).toEqual({ live: 0, versions: [file], others: [] });
    await publish(services, { text: text('one'), by, replaces: 0 });
    const one = {
      number: 1,
      version: 'one',
      fingerprint: fingerprintOf(text('one')),
      by,
      at: AT,
      change: 'Factor "faulty" weighs +5 instead of +4.',
      changes: 1,
    };
    expect(await ask({ action: 'list' })).toEqual({ live: 1, versions: [one, file], others: [] });
    expect(await ask({ action: 'list', limit: 1 })).toEqual({ live: 1, versions: [one], others: [] });
  });

  it('is a version’s text, comments and all', async () => {
    await publish(services, { text: text('one'), by, replaces: 0 });
    expect(await ask({ action: 'read', number: 0 })).toMatchObject({ text: defaultPolicyText });
    expect(await ask({ action: 'read', number: 1 })).toMatchObject({ version: 'one', text: text('one') });
    expect(await ask({ action: 'read', number: 2 })).toEqual({
      refused: expect.stringContaining('no policy 2'),
    });
  });

  it('is which texts of a name in use the newest cases were weighed by, that are kept nowhere', async () => {
    const weighed = async (id: string, policyVersion: string, policyFingerprint?: string) => {
      const evaluation = {
        route: 'manager',
        score: 1,
        factors: [],
        policyVersion,
        policyFingerprint,
      } as const;
      const { cases } = services;
      await cases.create(
        replay(id, [received(), { type: 'evaluated', at: AT, evaluation: { ...evaluation, factors: [] } }]),
      );
    };
    const one = await publish(services, { text: text('one'), by, replaces: 0 });
    await weighed('RX-FILE-0001', '2026-11-01', defaultPolicy.fingerprint);
    await weighed('RX-KEPT-0001', 'one', fingerprintOf(one.text));
    await weighed('RX-BEFORE-0001', '2026-11-01');
    await weighed('RX-GONE-0001', 'another name', 'aaaaaaaaaaaa');
    await weighed('RX-LOST-0001', '2026-11-01', 'bbbbbbbbbbbb');
    await weighed('RX-LOST-0002', '2026-11-01', 'bbbbbbbbbbbb');
    const lost = { version: '2026-11-01', fingerprint: 'bbbbbbbbbbbb', cases: 2 };
    expect(await ask({ action: 'list' })).toMatchObject({ others: [lost] });

    const said: unknown[] = [];
    const write = (...line: unknown[]) => void said.push(line);
    const log = { info: write, warn: write, error: write, count: write };
    await warnOfOtherTexts({ ...services, log }, defaultPolicy);
    expect(said).toEqual([
      [
        'policy 2026-11-01 is another text than before: give a changed policy file a name of its own',
        { before: 'bbbbbbbbbbbb', 'cases weighed by it': 2 },
      ],
    ]);
  });

  it('is to publish', async () => {
    const answer = await ask({ action: 'publish', text: text('one'), by, replaces: 0 });
    expect(PolicyAnswers.publish.parse(answer)).toMatchObject({ number: 1, version: 'one', by });
  });

  it.each([
    [{}],
    [{ action: 'delete', number: 1 }],
    [{ action: 'publish', text: 'x', replaces: 0 }],
    [{ action: 'publish', text: 'x', by: ' ', replaces: 0 }],
    [null],
  ])('and is answered with what would be right: %j', async (request) => {
    expect(await ask(request)).toEqual({ refused: expect.stringContaining('{"action":"list"}') });
  });
});
