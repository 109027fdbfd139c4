import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../functions/domain/ports.ts';
import { readIfThere, writeWhole } from './files.ts';

const Anchor = z.object({ real: z.number(), virtual: z.number(), scale: z.number().positive() });
type Anchor = z.infer<typeof Anchor>;

/**
 * A clock that runs `scale` times as fast as real time. Its folder remembers it, so that time never runs backwards: after
 * a restart, also with another scale, it goes on from where it would be by now. At scale 1 in a new folder it is real time.
 */
export async function openClock(dataDir: string, scale: number, realNow = Date.now): Promise<Clock> {
  const file = join(dataDir, 'clock.json');
  const saved = await readIfThere(file);
  const earlier = saved && Anchor.parse(JSON.parse(saved.toString()));
  const anchor = earlier?.scale === scale ? earlier : nextAnchor(earlier, scale, realNow());
  if (anchor !== earlier) await writeWhole(file, JSON.stringify(anchor));
  const now = () => virtualAt(anchor, realNow());
  return {
    now: () => new Date(now()).toISOString(),
    secondsUntil: (instant) => Math.max(1, Math.ceil((Date.parse(instant) - now()) / 1000 / scale)),
  };
}

function nextAnchor(earlier: Anchor | undefined, scale: number, real: number): Anchor {
  return { real, virtual: earlier ? virtualAt(earlier, real) : real, scale };
}

function virtualAt(anchor: Anchor, real: number): number {
  return anchor.virtual + (real - anchor.real) * anchor.scale;
}
