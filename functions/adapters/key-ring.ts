import { KeysUnreadable } from '../domain/errors.ts';
import type { Log } from '../domain/ports.ts';
import { believedKeys, type Key, type SigningKeys, signingKey } from './signing-keys.ts';

/** How long keys are gone by without asking for newer ones (ms). A new key signs nothing for longer than this (SIGNS_AFTER_MS). */
const LIFETIME_MS = 5 * 60_000;

/** Keys are not asked for more often than this (ms), so that forged links do not become so many calls of Secrets Manager. */
const PAUSE_MS = 10_000;

/** How old keys may become while they cannot be asked for (ms); then nothing is signed or believed any more. */
const OUTAGE_MS = 60 * 60_000;

/** How long a new key is only believed before it signs (ms): every running function has read it by then, whatever it does. */
export const SIGNS_AFTER_MS = 3 * LIFETIME_MS;

/** The keys as they are now. */
export interface KeyRing {
  /**
   * With the id of a key that is not known, they are asked for anew, unless that was done just now. Throws KeysUnreadable where
   * they had to be asked for and could not be.
   */
  keys(kid?: string): Promise<SigningKeys>;
  /** The key to sign with. Throws KeysUnreadable as well. */
  signing(): Promise<Key>;
}

/** Holds keys for a few minutes. Many who ask at once cause one reading. */
export function createKeyRing(
  read: () => Promise<SigningKeys>,
  { log, now = Date.now }: { log?: Log; now?: () => number } = {},
): KeyRing {
  let held: SigningKeys | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let reading: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askedAt = now();
    try {
      held = await read();
      readAt = askedAt;
      failure = undefined;
    } catch (error) {
      failure = error;
      log?.warn('the signing keys cannot be read; the last ones go on for an hour', { error: `${error}` });
    }
  }

  async function askUnlessJustDone(): Promise<void> {
    if (!reading && held && now() - askedAt < PAUSE_MS) return;
    reading ??= ask().finally(() => {
      reading = undefined;
    });
    await reading;
  }

  const unreadable = () => new KeysUnreadable('the signing keys cannot be read', { cause: failure });

  const ring: KeyRing = {
    signing: async () => signingKey(await ring.keys(), now()),

    async keys(kid) {
      if (now() - readAt >= LIFETIME_MS) await askUnlessJustDone();
      if (!held || now() - readAt >= OUTAGE_MS) throw unreadable();
      if (kid === undefined || knows(held, kid)) return held;
      await askUnlessJustDone();
      // It may be one of the keys that could not be read.
      if (failure !== undefined && !knows(held, kid)) throw unreadable();
      return held;
    },
  };
  return ring;
}

function knows(keys: SigningKeys, kid: string): boolean {
  return believedKeys(keys).some((key) => key.kid === kid);
}
