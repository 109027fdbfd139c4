import { flow, links, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { followThrough } from './follow-through.ts';

export const handler = stepHandler(
  followThrough,
  withPolicy(async () => ({ ...(await sending()), ...flow(), ...(await links()) })),
);
