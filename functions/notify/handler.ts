import { links, replies, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { notify } from './notify.ts';

const services = withPolicy(() => ({ ...sending(), ...links() }), replies);

export const handler = stepHandler(notify, services);
