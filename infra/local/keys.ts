import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { SigningKeys } from '../../functions/adapters/signing-keys.ts';
import { readIfThere, writeWhole } from './files.ts';

/** One key a purpose, as deployed: links, the addresses replies go to, the pseudonyms in exports. */
const Keys = z.object({ links: SigningKeys, replies: SigningKeys, pseudonyms: z.string().min(32) });
export type Keys = z.infer<typeof Keys>;

/** The keys of this folder: made at its first start, then kept, so that links in sent mails go on working. */
export async function openKeys(dataDir: string): Promise<Keys> {
  const file = join(dataDir, 'keys.json');
  const saved: unknown = JSON.parse((await readIfThere(file))?.toString() ?? 'null');
  const kept = Keys.safeParse(saved);
  if (kept.success) return kept.data;
  const keys = saved === null ? freshKeys() : fromOneKey(SigningKeys.parse(saved));
  await writeWhole(file, JSON.stringify(keys));
  return keys;
}

function freshKeys(): Keys {
  return { links: newKey(), replies: newKey(), pseudonyms: newKey().secret };
}

/**
 * The keys of a folder that had one for everything. Links and pseudonyms keep it; replies get one of their own, and the
 * addresses in mails that were sent are still believed.
 */
function fromOneKey(links: SigningKeys): Keys {
  const { previous, ...one } = links;
  return { links, replies: { ...newKey(), previous: [one, ...previous] }, pseudonyms: one.secret };
}

function newKey(): SigningKeys {
  return { kid: 'local', secret: randomBytes(32).toString('base64url'), previous: [] };
}
