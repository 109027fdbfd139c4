import type { Context } from 'aws-lambda';
import { basics, exportTarget, once, records } from '../runtime/services.ts';
import { type Exported, exportChanged } from './export-days.ts';

/** A day is begun only where so much time is left (ms): most take seconds, and one that is cut off is written again. */
const TIME_FOR_A_DAY_MS = 180_000;

const parts = once(async () => ({ ...basics(), ...records(), target: await exportTarget() }));

/** Writes the days that have changed into the export bucket; what the time does not suffice for is left to the next call. */
export async function handler(_event: unknown, context: Context): Promise<Exported> {
  const { target, ...services } = await parts();
  return exportChanged(services, target, {
    startedAt: services.clock.now(),
    isOver: () => context.getRemainingTimeInMillis() < TIME_FOR_A_DAY_MS,
  });
}
