import { basics, once, records } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { reportFailure } from './report-failure.ts';

export const handler = stepHandler(
  reportFailure,
  once(async () => ({ ...basics(), ...records() })),
);
