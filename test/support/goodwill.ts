import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Goodwill, startGoodwill } from '../../infra/local/goodwill.ts';
import { createTerminalLog } from '../../infra/local/log.ts';
import { peopleAround } from '../../infra/local/people.ts';
import { readSettings, type Settings } from '../../infra/local/settings.ts';

/** The product in a folder of its own on free ports, the people around it, and what it logged and did. */
export async function openShop(changes: Partial<Settings> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'goodwill-'));
  const log: string[] = [];
  const entered: Array<{ caseId: string; state: string }> = [];
  const settings = { ...readSettings({}), smtpPort: 0, webPort: 0, dataDir, ...changes };
  const goodwill: Goodwill = await startGoodwill(settings, {
    log: createTerminalLog((line) => log.push(line)),
    onEnter: (caseId, state) => entered.push({ caseId, state }),
  });
  return {
    ...peopleAround(goodwill),
    goodwill,
    log,
    entered,

    async close(): Promise<void> {
      await goodwill.stop();
      await rm(dataDir, { recursive: true });
    },

    /** Asks again and again until there is an answer; fails with what it waited for. */
    async until<T>(what: string, ask: () => Promise<T | undefined | false>, seconds = 20): Promise<T> {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
        const answer = await ask();
        if (answer) return answer;
      }
      throw new Error(`waited ${seconds} s for ${what}; the log says:\n${log.slice(-20).join('\n')}`);
    },
  };
}
export type Shop = Awaited<ReturnType<typeof openShop>>;
