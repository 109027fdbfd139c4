import { join } from 'node:path';
import { AttachmentMissing } from '../../functions/domain/errors.ts';
import type { Attachments } from '../../functions/domain/ports.ts';
import { isThere, readIfThere, writeWhole } from './files.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** What came with mails, a file for each content, named by its hash. */
export function openAttachments(dataDir: string): Attachments {
  const fileOf = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new AttachmentMissing('an attachment is asked for by its SHA-256');
    return join(dataDir, 'attachments', sha256);
  };
  return {
    async keep(sha256, content) {
      // Whatever is there was written whole, and has the same bytes.
      if (!(await isThere(fileOf(sha256)))) await writeWhole(fileOf(sha256), content);
    },
    async get(sha256) {
      const content = await readIfThere(fileOf(sha256));
      if (!content) throw new AttachmentMissing(`there is no attachment ${sha256}`);
      return content;
    },
    link: async () => undefined,
  };
}
