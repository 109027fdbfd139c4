import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonalFiles } from '../../functions/domain/ports.ts';
import { sentFile } from './mailbox.ts';

/** Raw mails, attachments and copies of sent mails, as files of the data folder. */
export function openPersonalFiles(dataDir: string): PersonalFiles {
  const remove = (...path: string[]) => rm(join(dataDir, ...path), { force: true });
  return {
    removeRawMail: (key) => remove('raw', key),
    removeAttachment: (sha256) => remove('attachments', sha256),
    removeSentCopy: (id) => remove(sentFile(id)),
  };
}
