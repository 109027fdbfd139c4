import { basics, records, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { escalate } from './escalate.ts';

export const handler = stepHandler(
  escalate,
  withPolicy(async () => ({ ...basics(), ...records() })),
);
