import { basics, records, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { evaluateCase } from './evaluate-case.ts';

export const handler = stepHandler(
  evaluateCase,
  withPolicy(async () => ({ ...basics(), ...records() })),
);
