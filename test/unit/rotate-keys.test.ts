import { describe, expect, it } from 'vitest';
import { SIGNS_AFTER_MS } from '../../functions/adapters/key-ring.ts';
import {
  believedKeys,
  rotateKeys,
  type SigningKeys,
  signingKey,
} from '../../functions/adapters/signing-keys.ts';
import {
  LINK_KEY_DAYS,
  LINK_ROTATION_DAYS,
  REPLY_ROTATION_DAYS,
  replyKeyDays,
} from '../../functions/domain/lifetimes.ts';
import { daysAfter, type Instant } from '../../functions/domain/time.ts';
import { rotate, rotationSteps } from '../../functions/rotate-keys/rotate-keys.ts';
import { AT } from '../support/cases.ts';
import { openSecret, signingKeys } from '../support/keys.ts';

const log = { info: () => {}, warn: () => {}, error: () => {}, count: () => {} };
const V1 = '11111111-1111-1111-1111-111111111111';
const V2 = '22222222-2222-2222-2222-222222222222';

function open(keys: SigningKeys = signingKeys('k1')) {
  const opened = openSecret(JSON.stringify(keys));
  let now = AT;
  const clock = { now: () => now, secondsUntil: () => 1 };
  const step = (name: (typeof rotationSteps)[number], version = V1) =>
    rotate({ versions: opened.secret, clock, log }, { step: name, version, keptDays: LINK_KEY_DAYS });
  return {
    ...opened,
    step,
    setNow: (instant: Instant) => {
      now = instant;
    },
    async rotate(version = V1) {
      await opened.begin(version);
      for (const name of rotationSteps) await step(name, version);
    },
  };
}

const kidsOf = (keys: SigningKeys) => believedKeys(keys).map(({ kid }) => kid);

describe('a rotation', () => {
  it('puts a key of its own beside the earlier one, and changes nothing before it is finished', async () => {
    const opened = open();
    const before = opened.current();
    await opened.begin(V1);
    for (const name of ['createSecret', 'setSecret', 'testSecret'] as const) {
      await opened.step(name);
      expect(opened.current()).toEqual(before);
    }
    await opened.step('finishSecret');
    const after = opened.current();
    expect(kidsOf(after)).toEqual(['11111111', 'k1']);
    expect(after.previous[0]?.secret).toBe(before.secret);
    expect(after.secret.length).toBeGreaterThanOrEqual(32);
    expect(after.secret).not.toBe(before.secret);
  });

  it('may run each step any number of times, and again when it is over', async () => {
    const opened = open();
    await opened.begin(V1);
    for (const name of rotationSteps) {
      await opened.step(name);
      const once = await opened.secret.read(V1);
      await opened.step(name);
      expect(await opened.secret.read(V1)).toBe(once);
    }
    const after = opened.current();
    for (const name of rotationSteps) await opened.step(name);
    expect(opened.current()).toEqual(after);
  });

  it('that two run at once ends with one key', async () => {
    const opened = open();
    await opened.begin(V1);
    await Promise.all([opened.step('createSecret'), opened.step('createSecret')]);
    await opened.step('finishSecret');
    expect(kidsOf(opened.current())).toHaveLength(2);
  });

  it('lets the new key sign only when every running function has read it', async () => {
    const opened = open();
    await opened.rotate();
    const keys = opened.current();
    expect(signingKey(keys, Date.parse(AT) + SIGNS_AFTER_MS - 1).kid).toBe('k1');
    expect(signingKey(keys, Date.parse(AT) + SIGNS_AFTER_MS).kid).toBe('11111111');
  });

  it('soon after another leaves the first to sign until then', async () => {
    const opened = open();
    await opened.rotate(V1);
    await opened.rotate(V2);
    expect(signingKey(opened.current(), Date.parse(AT)).kid).toBe('k1');
  });

  it('gives the new key another id than every key there is', async () => {
    const opened = open(signingKeys('11111111'));
    await opened.rotate();
    expect(kidsOf(opened.current())).toEqual([V1, '11111111']);
  });

  it('is tried by Secrets Manager with one step and an empty version, or a copy, when its schedule is made', async () => {
    const opened = open();
    await opened.begin(V1);
    await opened.step('testSecret');
    await opened.secret.write(V1, JSON.stringify(opened.current()));
    await opened.step('testSecret');
    expect(kidsOf(opened.current())).toEqual(['k1']);
  });
});

describe('a rotation that cannot be', () => {
  it('of a version that is not the one to come is refused', async () => {
    const opened = open();
    await expect(opened.step('createSecret')).rejects.toThrow(`version ${V1} is not the one that is to come`);
  });

  it('is not finished without a key', async () => {
    const opened = open();
    await opened.begin(V1);
    await expect(opened.step('finishSecret')).rejects.toThrow(
      `version ${V1} of the secret holds no signing keys`,
    );
    expect(kidsOf(opened.current())).toEqual(['k1']);
  });

  it('brings back no key that was taken out by hand meanwhile, and drops none that was put in; the next one works', async () => {
    for (const changed of [signingKeys('k2'), signingKeys('k2', [signingKeys('k1')])]) {
      const opened = open(signingKeys('k1'));
      await opened.begin(V1);
      await opened.step('createSecret');
      await opened.put(changed);
      await expect(opened.step('testSecret')).rejects.toThrow(/changed by hand.*rotate again/);
      await expect(opened.step('finishSecret')).rejects.toThrow(/not the one that is to come/);
      expect(opened.current()).toEqual(changed);
      await opened.rotate(V2);
      expect(kidsOf(opened.current())).toEqual(['22222222', ...kidsOf(changed)]);
    }
  });

  it('says which version is broken, and none of its secrets', async () => {
    const opened = openSecret('{"kid":"k1","secret":"not to be seen"');
    await opened.begin(V1);
    const clock = { now: () => AT, secondsUntil: () => 1 };
    const asked = { step: 'createSecret', version: V1, keptDays: 1 } as const;
    const refused = await rotate({ versions: opened.secret, clock, log }, asked).catch(
      (error: unknown) => error,
    );
    expect(`${refused}`).toMatch(/version first of the secret holds no signing keys/);
    expect(`${refused} ${(refused as Error).cause}`).not.toContain('not to be seen');
  });
});

describe('an earlier key', () => {
  const fresh = (kid: string, signsFrom: Instant) => ({ ...signingKeys(kid), signsFrom });

  /** The most keys that are believed at once, over ten years of one rotation every so many days. */
  function most(every: number, keptDays: number): number {
    let keys = signingKeys('first');
    let most = 0;
    for (let day = every; day < 3650; day += every) {
      const at = daysAfter(AT, day);
      keys = rotateKeys(keys, fresh(`day-${day}`, at), at, keptDays);
      most = Math.max(most, believedKeys(keys).length);
    }
    return most;
  }

  it('is believed as long as anything it signed is in use: two live keys for links, four for replies to cases of two years', () => {
    expect(most(LINK_ROTATION_DAYS, LINK_KEY_DAYS)).toBe(2);
    expect(most(REPLY_ROTATION_DAYS, replyKeyDays(730))).toBe(4);
  });

  it('outlives every link it signed, however often keys are rotated', () => {
    let keys = signingKeys('first');
    for (let day = 1; day < LINK_KEY_DAYS; day++) {
      const at = daysAfter(AT, day);
      keys = rotateKeys(keys, fresh(`day-${day}`, at), at, LINK_KEY_DAYS);
      expect(kidsOf(keys)).toContain('first');
    }
    const at = daysAfter(AT, LINK_KEY_DAYS + 1);
    expect(kidsOf(rotateKeys(keys, fresh('last', at), at, LINK_KEY_DAYS))).not.toContain('first');
  });

  it('goes with those before it, also where a hand has put them in without a date', () => {
    const keys = { ...fresh('k3', AT), previous: [signingKeys('k2'), signingKeys('k1')] };
    const at = daysAfter(AT, LINK_KEY_DAYS);
    expect(kidsOf(rotateKeys(keys, fresh('k4', at), at, LINK_KEY_DAYS))).toEqual(['k4', 'k3']);
  });

  it('is never dropped for want of room: the rotation is refused', () => {
    const keys = signingKeys(
      'k',
      Array.from({ length: 100 }, (_, index) => signingKeys(`k${index}`)),
    );
    expect(() => rotateKeys(keys, fresh('next', AT), AT, 1)).toThrow(/room for 100: rotate less often/);
  });
});
