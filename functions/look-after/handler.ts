import { basics, records, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { lookAfter } from './look-after.ts';

export const handler = stepHandler(
  lookAfter,
  withPolicy(async () => ({ ...basics(), ...records() })),
);
