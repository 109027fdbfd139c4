import { describe, expect, it } from 'vitest';
import { createKeyRing, SIGNS_AFTER_MS } from '../../functions/adapters/key-ring.ts';
import { KeysUnreadable } from '../../functions/domain/errors.ts';
import { signingKeys } from '../support/keys.ts';

const MINUTE = 60_000;

function open() {
  let now = 0;
  let stored = signingKeys('k1');
  let down = false;
  let reads = 0;
  const ring = createKeyRing(
    async () => {
      reads++;
      if (down) throw new Error('Secrets Manager does not answer');
      return stored;
    },
    { now: () => now },
  );
  return {
    ring,
    kid: async (kid?: string) => (await ring.keys(kid)).kid,
    reads: () => reads,
    pass: (ms: number) => {
      now += ms;
    },
    store: (kid: string) => {
      stored = signingKeys(kid, [stored]);
    },
    setDown: (is: boolean) => {
      down = is;
    },
  };
}

describe('signing keys that a function holds', () => {
  it('are read once for some minutes, also when many ask at once', async () => {
    const { ring, reads, pass } = open();
    await Promise.all([ring.keys(), ring.keys(), ring.keys()]);
    pass(4 * MINUTE);
    await ring.keys('k1');
    expect(reads()).toBe(1);
  });

  it('are read anew before a new key can have signed anything', async () => {
    const { kid, store, pass } = open();
    await kid();
    store('k2');
    pass(5 * MINUTE);
    expect(await kid()).toBe('k2');
    expect(SIGNS_AFTER_MS).toBeGreaterThanOrEqual(2 * 5 * MINUTE);
  });

  it('are read at once where a link names a key that is not among them', async () => {
    const { kid, store, pass } = open();
    await kid();
    store('k2');
    pass(11_000);
    expect(await kid('k2')).toBe('k2');
  });

  it('are not read more often than every ten seconds, whatever forged links name', async () => {
    const { ring, reads, pass } = open();
    for (let index = 0; index < 600; index++) {
      await ring.keys(`forged-${index}`);
      pass(100);
    }
    expect(reads()).toBe(6);
  });

  it('go on for an hour while they cannot be read; a link that names another fails as a fault, not as a forgery', async () => {
    const { kid, setDown, pass } = open();
    await kid();
    setDown(true);
    pass(59 * MINUTE);
    expect(await kid()).toBe('k1');
    await expect(kid('k2')).rejects.toThrow(KeysUnreadable);
    pass(MINUTE);
    await expect(kid()).rejects.toThrow(KeysUnreadable);
    setDown(false);
    pass(10_000);
    expect(await kid()).toBe('k1');
  });

  it('that could never be read are asked for each time', async () => {
    const { kid, setDown } = open();
    setDown(true);
    await expect(kid()).rejects.toThrow(KeysUnreadable);
    setDown(false);
    expect(await kid()).toBe('k1');
  });
});
