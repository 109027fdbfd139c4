import { flow, links, refundEvents, replies, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { followThrough } from './follow-through.ts';

const services = withPolicy(() => ({ ...sending(), ...flow(), ...links(), ...refundEvents() }), replies);

export const handler = stepHandler(followThrough, services);
