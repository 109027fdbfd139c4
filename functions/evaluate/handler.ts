import { basics, once, policy, records } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { evaluateCase } from './evaluate-case.ts';

export const handler = stepHandler(
  evaluateCase,
  once(async () => ({ ...basics(), ...records(), ...policy() })),
);
