import { basics, once, policy, records } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { escalate } from './escalate.ts';

export const handler = stepHandler(
  escalate,
  once(async () => ({ ...basics(), ...records(), ...policy() })),
);
