import { parentPort } from 'node:worker_threads';
import { LimitExceeded, UnreadableMail } from '../domain/errors.ts';
import type { ParsedMail } from '../domain/mail.ts';
import { parseMail } from './parse-mail.ts';

/** The thread in which mails are parsed: what a hostile mail uses up here, nothing else misses. */
interface Job {
  id: number;
  raw: Uint8Array<ArrayBuffer>;
}

/** What the thread made of a mail. An error's class is lost on the way between threads, so its name goes along. */
export type Answer =
  | { id: number; mail: ParsedMail }
  | { id: number; name: 'LimitExceeded' | 'UnreadableMail' | 'Error'; error: Error };

parentPort?.postMessage('ready');
parentPort?.on('message', async ({ id, raw }: Job) => {
  let answer: Answer;
  // Contents are handed over, not copied.
  let handedOver: ArrayBuffer[] = [];
  try {
    const mail = await parseMail(raw);
    answer = { id, mail };
    handedOver = [...(mail.contents?.values() ?? [])].map(({ buffer }) => buffer);
  } catch (error) {
    answer = { id, name: nameOf(error), error: error instanceof Error ? error : new Error(String(error)) };
  }
  parentPort?.postMessage(answer, handedOver);
  // Nothing of the answer lies in it. Left to the garbage collector, several large mails would be in memory at once.
  raw.buffer.transfer(0);
});

function nameOf(error: unknown) {
  if (error instanceof LimitExceeded) return 'LimitExceeded';
  return error instanceof UnreadableMail ? 'UnreadableMail' : 'Error';
}
