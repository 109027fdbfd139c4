import { join } from 'node:path';
import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';
import type { Clock } from '../../functions/domain/ports.ts';
import { readIfThere, writeWhole } from './files.ts';

/** A reading: at this real time the clock stood at this virtual one (ms). */
const Reading = z.object({ real: z.number(), virtual: z.number(), scale: z.number().positive() });
type Reading = z.infer<typeof Reading>;

/** How often a clock that is sped up writes down how far it may run (ms). */
const SAVE_MS = 1_000;
/** It runs no further than it has written down, so that it never runs backwards after a crash: for this long (ms). */
const AHEAD_MS = 2 * SAVE_MS;
/** Days have four digits of a year. Here the clock stands still, with room for the longest wait. */
const END = Date.UTC(9999, 0, 1);

/**
 * A clock that runs `scale` times as fast as real time. At scale 1 it is real time, and goes on while the product is stopped. Sped
 * up it stands still meanwhile, and while the machine sleeps, so that a weekend off is not a century of deadlines. Its folder
 * remembers it, so that time never runs backwards, also with another scale. `close` writes down where it stands.
 * Throws InvalidInput where the folder's clock cannot be read.
 */
export async function openClock(
  dataDir: string,
  scale: number,
  realNow = Date.now,
): Promise<Clock & { close(): Promise<void> }> {
  const file = join(dataDir, 'clock.json');
  const save = (reading: Reading) => writeWhole(file, JSON.stringify(reading));
  const start = goOn(await readReading(file), scale, realNow());
  if (scale === 1) {
    await save(start);
    return clockOf(
      () => virtualAt(start, realNow()),
      scale,
      async () => {},
    );
  }

  let from = start;
  let limit = from.virtual;
  const now = () => Math.min(virtualAt(from, realNow()), limit);
  const advance = async () => {
    const reading = { real: realNow(), virtual: now(), scale };
    const next = Math.min(reading.virtual + AHEAD_MS * scale, END);
    await save({ ...reading, virtual: next });
    from = reading;
    limit = next;
  };
  await advance();
  let saving = Promise.resolve();
  const timer = setInterval(() => {
    // A disk that is full stops the clock where it was last written down.
    saving = saving.then(advance).catch(() => {});
  }, SAVE_MS).unref();
  const close = async () => {
    clearInterval(timer);
    await saving;
    limit = now();
    await save({ real: realNow(), virtual: limit, scale });
  };
  return clockOf(now, scale, close);
}

function clockOf(now: () => number, scale: number, close: () => Promise<void>) {
  return {
    now: () => new Date(now()).toISOString(),
    secondsUntil: (instant: string) => Math.max(1, Math.ceil((Date.parse(instant) - now()) / 1000 / scale)),
    close,
  };
}

async function readReading(file: string): Promise<Reading | undefined> {
  const saved = await readIfThere(file);
  if (!saved) return undefined;
  try {
    return Reading.parse(JSON.parse(saved.toString()));
  } catch (error) {
    throw new InvalidInput(`DATA_DIR: ${file} is not what Goodwill wrote there: ${error}`, { cause: error });
  }
}

/** Where time goes on: it has passed since the last reading only where that was of real time. */
function goOn(last: Reading | undefined, scale: number, real: number): Reading {
  if (!last) return { real, virtual: real, scale };
  const virtual = last.scale === 1 ? virtualAt(last, real) : last.virtual;
  return { real, virtual: Math.min(virtual, END), scale };
}

function virtualAt({ virtual, real, scale }: Reading, now: number): number {
  return virtual + (now - real) * scale;
}
