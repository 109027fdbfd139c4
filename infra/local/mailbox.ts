import { join } from 'node:path';
import type { Mailer } from '../../functions/domain/ports.ts';
import { isThere, readIfThere, writeOnce } from './files.ts';

/** Where in the data folder a sent mail lies. */
export const sentFile = (id: string) => join('sent', `${encodeURIComponent(id)}.eml`);

/** The mailbox of everything sent: one file a mail. A mail is sent when its file is there, so a crash leaves no doubt. */
export function openMailbox(dataDir: string): Mailer & { read(id: string): Promise<Uint8Array | undefined> } {
  const fileOf = (id: string) => join(dataDir, sentFile(id));
  return {
    async send({ id, raw }) {
      await writeOnce(fileOf(id), raw);
      return `mailbox/${id}`;
    },
    outcome: async (id) => ((await isThere(fileOf(id))) ? 'sent' : 'not-sent'),
    read: async (id) => readIfThere(fileOf(id)),
  };
}
