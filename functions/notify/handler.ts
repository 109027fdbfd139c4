import { links, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { notify } from './notify.ts';

const services = withPolicy(async () => ({ ...(await sending()), ...(await links()) }));

export const handler = stepHandler(notify, services);
