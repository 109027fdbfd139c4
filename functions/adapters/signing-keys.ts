import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { daysAfter, Instant } from '../domain/time.ts';

const Key = z.object({
  kid: z.string().min(1),
  secret: z.string().min(32, 'a secret of at least 32 characters (256 bits for HS256, RFC 7518 section 3.2)'),
  /** Before this it is believed and signs nothing, so that whoever checks gets to know it first; without it, it signs at once. */
  signsFrom: Instant.optional(),
});
export type Key = z.infer<typeof Key>;

/** The newest key, and earlier ones that are still believed, for what they signed is on its way. Newest first. */
export const SigningKeys = Key.extend({ previous: z.array(Key).default([]) });
export type SigningKeys = z.infer<typeof SigningKeys>;

/** The keys in the text of a secret. Throws InvalidInput that names the version and what is wrong with it, and no key. */
export function readKeys(text: string | undefined, version: string): SigningKeys {
  const read = SigningKeys.safeParse(parsed(text));
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InvalidInput(`version ${version} of the secret holds no signing keys: ${wrong.join('; ')}`);
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // The error would quote the text.
    return undefined;
  }
}

/** A secret has room for some 400 keys (64 KB), and a reply address is tried with every one. */
const MOST_EARLIER = 100;

/** All keys that are believed, newest first. */
export function believedKeys({ previous, ...newest }: SigningKeys): Key[] {
  return [newest, ...previous];
}

/** The key to sign with at a moment (ms since 1970): the newest that signs already. */
export function signingKey(keys: SigningKeys, at = Date.now()): Key {
  const believed = believedKeys(keys);
  return believed.find(({ signsFrom }) => signsFrom === undefined || Date.parse(signsFrom) <= at) ?? keys;
}

/** A key that nobody has seen. */
export function newKey(kid: string, signsFrom: Instant): Key {
  return { kid, secret: randomBytes(48).toString('base64url'), signsFrom };
}

/**
 * The keys with another that signs from now on, or soon. An earlier one goes `keptDays` after its successor began to sign. Throws
 * InvalidInput where so many are still needed that there is no room: whoever rotates so often has to wait.
 */
export function rotateKeys(keys: SigningKeys, fresh: Key, at: Instant, keptDays: number): SigningKeys {
  const previous: Key[] = [];
  let successor = fresh;
  for (const key of believedKeys(keys)) {
    const { signsFrom } = successor;
    if (signsFrom !== undefined && Date.parse(daysAfter(signsFrom, keptDays)) <= Date.parse(at)) break;
    previous.push(key);
    successor = key;
  }
  if (previous.length > MOST_EARLIER) {
    throw new InvalidInput(
      `${previous.length} earlier keys are still in use, and there is room for ${MOST_EARLIER}: rotate less often`,
    );
  }
  return { ...fresh, previous };
}
