import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from '../../functions/adapters/key-ring.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { SigningKeys } from '../../functions/adapters/signing-keys.ts';
import { KeysUnreadable, LinkInvalid } from '../../functions/domain/errors.ts';
import { LINK_KEY_DAYS } from '../../functions/domain/lifetimes.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { rotate, rotationSteps } from '../../functions/rotate-keys/rotate-keys.ts';
import { AT } from '../support/cases.ts';
import { openSecret, ringOf, signingKeys } from '../support/keys.ts';

const clock = { now: () => AT, secondsUntil: () => 1 };
const log = { info: () => {}, warn: () => {}, error: () => {}, count: () => {} };
const claims = { purpose: 'feedback', caseId: 'RX-1', person: 'maria@example.com' } as const;
const expires = hoursAfter(AT, 1);
const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
const linksBy = (keys: SigningKeys) => createLinks(ringOf(keys), 'http://localhost:8025', clock);

/** A secret that can be rotated, and functions that run: each holds the keys it has read, by one real clock. */
function deployment() {
  const stored = openSecret(JSON.stringify(signingKeys('k1')));
  let now = Date.parse(AT);
  let reads = 0;
  return {
    pass: (ms: number) => {
      now += ms;
    },
    reads: () => reads,
    put: stored.put,
    aFunction() {
      const read = async () => {
        reads++;
        return stored.current();
      };
      return createLinks(createKeyRing(read, { now: () => now }), 'http://localhost:8025', clock);
    },
    async rotate(): Promise<void> {
      const version = crypto.randomUUID();
      await stored.begin(version);
      const services = {
        versions: stored.secret,
        log,
        clock: { ...clock, now: () => new Date(now).toISOString() },
      };
      for (const step of rotationSteps) await rotate(services, { step, version, keptDays: LINK_KEY_DAYS });
    },
  };
}

describe('keys that are rotated between the making of a link and its opening', () => {
  it('leave links alive that were signed before, in functions that run and in new ones', async () => {
    const shop = deployment();
    const running = shop.aFunction();
    const token = tokenOf(await running.create(claims, expires));
    await shop.rotate();
    await shop.rotate();
    for (const one of [running, shop.aFunction()]) {
      expect(await one.read(token, 'feedback')).toMatchObject(claims);
      expect(await one.readFormMark(await one.formMark(token), token)).toEqual({ seen: 0 });
    }
  });

  it('are believed at once by a function that still holds the old ones', async () => {
    const shop = deployment();
    const running = shop.aFunction();
    await running.create(claims, expires);
    // As an operator does who replaces a key by hand: the new key signs at once.
    const [byHand, another] = [signingKeys('by-hand', [signingKeys('k1')]), shop.aFunction()];
    await shop.put(byHand);
    const token = tokenOf(await another.create(claims, expires));
    shop.pass(11_000);
    expect(await running.read(token, 'feedback')).toMatchObject(claims);
    const mark = await another.formMark(token);
    expect(await running.readFormMark(mark, token)).toEqual({ seen: 0 });
  });

  it('leave no link dead at any moment, though forged links keep functions from asking for newer keys', async () => {
    const shop = deployment();
    const running = [shop.aFunction(), shop.aFunction()];
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'forged' })
      .sign(new TextEncoder().encode('a secret that nobody has but who made this'));
    const made: string[] = [];
    const minutes = (count: number) => count * 60_000;
    for (const elapsed of [0, 0, 1_000, 5_000, 20_000, minutes(4), minutes(5), minutes(6), minutes(20)]) {
      shop.pass(elapsed);
      for (const one of running) await expect(one.read(forged, 'feedback')).rejects.toThrow(LinkInvalid);
      if (made.length === 1) await shop.rotate();
      // It starts now, so it has the newest keys; those that run have just asked, and may not again.
      made.push(tokenOf(await shop.aFunction().create(claims, expires)));
      for (const token of made) {
        for (const one of running) expect(await one.read(token, 'feedback')).toMatchObject(claims);
      }
    }
    const headers = made.map((token) => Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    expect(new Set(headers).size).toBe(2);
  });

  it('fail as a fault, and not as a forgery, while they cannot be read', async () => {
    const links = createLinks(
      createKeyRing(async () => Promise.reject(new Error('no answer'))),
      'http://localhost:8025',
      clock,
    );
    const token = tokenOf(await linksBy(signingKeys('k1')).create(claims, expires));
    await expect(links.read(token, 'feedback')).rejects.toThrow(KeysUnreadable);
    await expect(links.readFormMark(token, token)).rejects.toThrow(KeysUnreadable);
    await expect(links.create(claims, expires)).rejects.toThrow(KeysUnreadable);
  });
});

describe('a link that is signed as none of ours is', () => {
  const keys = signingKeys('k1');
  const links = linksBy(keys);
  const secret = new TextEncoder().encode(keys.secret);
  const signed = (header: { alg: string; kid?: unknown }, key: Parameters<SignJWT['sign']>[0] = secret) =>
    new SignJWT(claims)
      .setProtectedHeader(header as { alg: string })
      .setIssuer('goodwill')
      .setExpirationTime(new Date(expires))
      .sign(key);
  const unsigned = (header: object) =>
    [header, { ...claims, iss: 'goodwill', exp: Date.parse(expires) / 1000 }, '']
      .map((part) => (part === '' ? '' : Buffer.from(JSON.stringify(part)).toString('base64url')))
      .join('.');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it('is refused, where all else is right', async () => {
    expect(await links.read(await signed({ alg: 'HS256', kid: 'k1' }), 'feedback')).toMatchObject(claims);
    const refused = [
      await signed({ alg: 'HS384', kid: 'k1' }),
      await signed({ alg: 'HS512', kid: 'k1' }),
      await signed({ alg: 'RS256', kid: 'k1' }, rsa),
      await signed({ alg: 'HS256' }),
      await signed({ alg: 'HS256', kid: 'k2' }),
      await signed({ alg: 'HS256', kid: 'K1' }),
      unsigned({ alg: 'none', kid: 'k1' }),
      unsigned({ alg: 'None', kid: 'k1' }),
      unsigned({ alg: 'HS256', kid: 'k1' }),
    ];
    for (const token of refused) await expect(links.read(token, 'feedback')).rejects.toThrow(LinkInvalid);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    '',
    0,
    1,
    null,
    true,
    ['k1'],
    { kid: 'k1' },
    '../k1',
    'k1\u0000',
    'k'.repeat(10_000),
  ])('is refused where it names the key %j', async (kid) => {
    const token = await signed({ alg: 'HS256', kid });
    await expect(links.read(token, 'feedback')).rejects.toThrow(LinkInvalid);
  });

  it('is refused where it bears a key of its own', async () => {
    const own = { alg: 'HS256', kid: 'x', jwk: { kty: 'oct', k: Buffer.from(secret).toString('base64url') } };
    await expect(links.read(await signed(own), 'feedback')).rejects.toThrow(LinkInvalid);
  });

  it('is refused where its key is one for reply addresses', async () => {
    const replies = signingKeys('replies');
    const token = tokenOf(await linksBy({ ...replies, kid: 'k1' }).create(claims, expires));
    await expect(links.read(token, 'feedback')).rejects.toThrow(LinkInvalid);
  });
});

it('signing keys are refused when they are short', () => {
  expect(SigningKeys.safeParse({ kid: 'k', secret: 'short' }).error?.issues[0]?.message).toMatch(
    /32 characters/,
  );
});
