import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LinkKeys } from '../../functions/adapters/links.ts';
import { readIfThere, writeWhole } from './files.ts';

/** The keys of this folder: made at its first start, then kept, so that links in sent mails go on working. */
export async function openKeys(dataDir: string): Promise<LinkKeys> {
  const file = join(dataDir, 'keys.json');
  const saved = await readIfThere(file);
  if (saved) return LinkKeys.parse(JSON.parse(saved.toString()));
  const keys = LinkKeys.parse({ kid: 'local', secret: randomBytes(32).toString('base64url') });
  await writeWhole(file, JSON.stringify(keys));
  return keys;
}
