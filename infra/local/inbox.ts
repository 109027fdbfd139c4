import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RawMailMissing } from '../../functions/domain/errors.ts';
import type { Log, RawMails } from '../../functions/domain/ports.ts';
import { isThere, readIfThere, writeWhole } from './files.ts';

/** As the deployed queue: this many tries before a mail is given up on and quarantined. */
const TRIES = 5;
/** Mails read at the same time. */
const WORKERS = 2;

/** Where raw mails are kept, and the queue of those nobody has read yet. What is accepted survives a crash. */
export interface Inbox extends RawMails {
  /** Keeps a raw mail and queues it. When this returns, the mail is safe. */
  accept(raw: Uint8Array): Promise<void>;
  /** Reads the queue until it is closed, beginning with what an earlier run left. */
  open(
    read: (rawKey: string) => Promise<unknown>,
    giveUp: (rawKey: string) => Promise<unknown>,
  ): Promise<void>;
  close(): Promise<void>;
}

export function createInbox(dataDir: string, log: Log, retryMs = 500): Inbox {
  const rawFile = (key: string) => join(dataDir, 'raw', key);
  const ticket = (key: string) => join(dataDir, 'queue', key);
  const waiting: string[] = [];
  const working = new Set<Promise<void>>();
  let work: ((key: string) => Promise<void>) | undefined;
  let closed = false;

  const next = () => {
    if (!work || closed || working.size >= WORKERS) return;
    const key = waiting.shift();
    if (key === undefined) return;
    const job: Promise<void> = work(key)
      .catch((error: unknown) =>
        log.error('a mail stays in the queue until the next start', { key, error: `${error}` }),
      )
      .finally(() => {
        working.delete(job);
        next();
      });
    working.add(job);
    next();
  };

  return {
    async accept(raw) {
      const key = `${randomUUID()}.eml`;
      // The ticket comes first: a ticket without a mail is a mail the sender was never promised.
      await writeWhole(ticket(key), '');
      await writeWhole(rawFile(key), raw);
      waiting.push(key);
      next();
    },

    async get(key) {
      const raw = await readIfThere(rawFile(key));
      if (!raw) throw new RawMailMissing(`there is no raw mail ${key}`);
      return raw;
    },

    async open(read, giveUp) {
      work = async (key) => {
        if (await isThere(rawFile(key))) {
          const settled = await tryToRead(key, read, log, retryMs, () => closed);
          if (settled === 'closed') return;
          if (settled === 'failed') await giveUp(key);
        }
        await rm(ticket(key), { force: true });
      };
      const left = await readdir(join(dataDir, 'queue')).catch(() => []);
      waiting.push(...left.filter((name) => name.endsWith('.eml')));
      next();
    },

    async close() {
      closed = true;
      await Promise.all(working);
    },
  };
}

async function tryToRead(
  key: string,
  read: (rawKey: string) => Promise<unknown>,
  log: Log,
  retryMs: number,
  closed: () => boolean,
): Promise<'read' | 'failed' | 'closed'> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (closed()) return 'closed';
    try {
      await read(key);
      return 'read';
    } catch (error) {
      log.warn('reading a mail failed', { key, attempt, error: `${error}` });
      if (attempt < TRIES) await sleep(retryMs * 2 ** (attempt - 1));
    }
  }
  return 'failed';
}
