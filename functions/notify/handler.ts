import { links, refundEvents, replies, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { notify } from './notify.ts';

const services = withPolicy(() => ({ ...sending(), ...links(), ...refundEvents() }), replies);

export const handler = stepHandler(notify, services);
