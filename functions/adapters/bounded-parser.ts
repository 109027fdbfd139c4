import { Worker } from 'node:worker_threads';
import { LimitExceeded, UnreadableMail } from '../domain/errors.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { MailParser } from '../domain/ports.ts';
import type { Answer } from './parse-worker.ts';

/** A person's mail, photos included, is read in well under a second; a mail that takes this long is made to (ms). */
const PARSE_TIME_MS = 15_000;
/** Room for a mail of the largest size that is read, several times over: its bytes, its decoded parts, its text (MB). */
const PARSE_HEAP_MB = 192;
/** Beside it for what has just been made: with the room that V8 gives by itself, the process takes half as much memory again (MB). */
const PARSE_YOUNG_MB = 16;
/** A thread loads the parser in a fraction of a second; one that takes this long will never be ready (ms). */
const START_TIME_MS = 30_000;

interface Bounds {
  timeMs: number;
  heapMb: number;
  startMs: number;
  /** What the thread runs. */
  file: URL;
}
interface Waiting {
  resolve(mail: ParsedMail): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Parses mails in a thread of its own, with bounds on time and memory. A mail that exceeds one ends with LimitExceeded, which
 * names the limit; the thread is replaced and the mails that were waiting with it are parsed again, each by itself, so that the
 * one to blame is found and no other suffers. Whatever else goes wrong with the thread is no fault of a limit and is thrown as
 * it is, so that the mail is tried again and the fault is seen.
 */
export function createBoundedParser(changes: Partial<Bounds> = {}): MailParser {
  const bounds: Bounds = {
    timeMs: PARSE_TIME_MS,
    heapMb: PARSE_HEAP_MB,
    startMs: START_TIME_MS,
    file: workerFile(),
    ...changes,
  };
  let thread: ReturnType<typeof startThread> | undefined;

  const parse = async (raw: Uint8Array): Promise<ParsedMail> => {
    thread ??= startThread(bounds, () => {
      thread = undefined;
    });
    return thread.parse(raw).catch(async (error: unknown) => {
      if (!(error instanceof SharedFate)) throw error;
      const own = startThread(bounds, () => {});
      return own.parse(raw).finally(own.end);
    });
  };
  return { parse, close: async () => thread?.end() };
}

/** The thread died while several mails were with it; which of them it died of is not known yet. */
class SharedFate extends Error {}

function startThread({ timeMs, heapMb, startMs, file }: Bounds, ended: () => void) {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: PARSE_YOUNG_MB },
  });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let dead = false;
  // A parser that has nothing to do does not keep the process alive.
  worker.unref();

  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    clearTimeout(one?.timer);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  const die = () => {
    if (!dead) ended();
    dead = true;
  };
  const fail = (error: Error) => {
    die();
    const ids = [...waiting.keys()];
    for (const id of ids) settle(id)?.reject(ids.length === 1 ? error : new SharedFate());
  };
  const giveUp = (error: Error) => {
    fail(error);
    void worker.terminate();
  };
  const end = async () => {
    die();
    await worker.terminate();
  };

  // A mail's time begins when the thread can read it, not while the parser is still being loaded.
  const ready = Promise.withResolvers<void>();
  const starting = setTimeout(
    () => giveUp(new Error(`the thread that parses mails was not ready after ${startMs / 1000} s`)),
    startMs,
  ).unref();
  worker.on('message', (answer: Answer | 'ready') => {
    if (answer === 'ready') {
      clearTimeout(starting);
      return ready.resolve();
    }
    const one = settle(answer.id);
    if ('mail' in answer) one?.resolve(answer.mail);
    else one?.reject(answer.name === 'Error' ? answer.error : new known[answer.name](answer.error.message));
  });
  worker.on('error', (error: Error & { code?: string }) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    fail(
      memory
        ? new LimitExceeded(`PARSE_HEAP_MB: it takes more than ${heapMb} MB to read`)
        : new Error(`the thread that parses mails broke: ${error.message}`, { cause: error }),
    );
  });
  worker.on('exit', () => {
    clearTimeout(starting);
    fail(new Error('the thread that parses mails ended while a mail was with it'));
  });

  return {
    parse: async (raw: Uint8Array) => {
      const { promise, resolve, reject } = Promise.withResolvers<ParsedMail>();
      const id = count++;
      const one: Waiting = { resolve, reject, timer: undefined };
      worker.ref();
      waiting.set(id, one);
      // In a buffer of its own, and handed over: else all that shares its buffer goes along, and is copied.
      const own = new Uint8Array(raw);
      worker.postMessage({ id, raw: own }, [own.buffer]);
      void ready.promise.then(() => {
        if (!waiting.has(id)) return;
        one.timer = setTimeout(
          () => giveUp(new LimitExceeded(`PARSE_TIME_MS: it takes longer than ${timeMs / 1000} s to read`)),
          timeMs,
        );
      });
      return promise;
    },
    end,
  };
}

/** What a mail can be at fault for, by the name it has on its way out of the thread. */
const known = { LimitExceeded, UnreadableMail };

/** Beside this file: as source when the product runs from source, as a bundle of its own when it is deployed. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./parse-worker.${extension}`, import.meta.url);
}
