import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import {
  believedKeys,
  type Key,
  newKey,
  rotateKeys,
  SigningKeys,
} from '../../functions/adapters/signing-keys.ts';
import {
  LINK_KEY_DAYS,
  LINK_ROTATION_DAYS,
  REPLY_ROTATION_DAYS,
  replyKeyDays,
} from '../../functions/domain/lifetimes.ts';
import { daysAfter, type Instant } from '../../functions/domain/time.ts';
import { readIfThere, writeWhole } from './files.ts';

/** One key a purpose, as deployed: links, the addresses replies go to, the pseudonyms in exports. */
const Keys = z.object({ links: SigningKeys, replies: SigningKeys, pseudonyms: z.string().min(32) });
export type Keys = z.infer<typeof Keys>;

interface Opening {
  /** Real time, however fast the product's clock runs: what was signed in that time has run out long before. */
  now?: Instant;
  /** How long a case is kept once it is over. */
  closedCaseDays: number;
}

/**
 * The keys of this folder: made at its first start, then kept, so that links in sent mails go on working. One that is too
 * old gets a successor, at a start only; nobody else signs, so it signs at once.
 */
export async function openKeys(dataDir: string, opening: Opening): Promise<Keys> {
  const { now = new Date().toISOString(), closedCaseDays } = opening;
  const file = join(dataDir, 'keys.json');
  const saved: unknown = JSON.parse((await readIfThere(file))?.toString() ?? 'null');
  const read = Keys.safeParse(saved);
  const kept = read.success
    ? read.data
    : saved === null
      ? freshKeys(now)
      : fromOneKey(SigningKeys.parse(saved), now);
  const keys = {
    ...kept,
    links: noOlderThan(LINK_ROTATION_DAYS, kept.links, now, LINK_KEY_DAYS),
    replies: noOlderThan(REPLY_ROTATION_DAYS, kept.replies, now, replyKeyDays(closedCaseDays)),
  };
  const text = JSON.stringify(keys);
  if (text !== JSON.stringify(saved)) await writeWhole(file, text);
  return keys;
}

function noOlderThan(days: number, keys: SigningKeys, now: Instant, keptDays: number): SigningKeys {
  const isYoung =
    keys.signsFrom !== undefined && Date.parse(daysAfter(keys.signsFrom, days)) > Date.parse(now);
  return isYoung ? keys : rotateKeys(keys, localKey(now), now, keptDays);
}

function freshKeys(now: Instant): Keys {
  const one = () => ({ ...localKey(now), previous: [] });
  return { links: one(), replies: one(), pseudonyms: localKey(now).secret };
}

/**
 * The keys of a folder that had one for everything. Pseudonyms keep it; links and replies get one of their own,
 * and those in mails that were sent are still believed.
 */
function fromOneKey(links: SigningKeys, now: Instant): Keys {
  return {
    links,
    replies: { ...localKey(now), previous: believedKeys(links) },
    pseudonyms: links.secret,
  };
}

function localKey(now: Instant): Key {
  return newKey(randomBytes(4).toString('hex'), now);
}
