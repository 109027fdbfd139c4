import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';

/** The thread in which mails are parsed: what a hostile mail uses up here, nothing else misses. */
export interface Job {
  id: number;
  raw: Uint8Array;
}

parentPort?.postMessage('ready');
parentPort?.on('message', async ({ id, raw }: Job) => {
  try {
    parentPort?.postMessage({ id, mail: await parseMail(raw) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
