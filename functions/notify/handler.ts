import { basics, links, mailer, once, policy, records } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { notify } from './notify.ts';

const services = once(async () => ({
  ...basics(),
  ...records(),
  ...policy(),
  ...mailer(),
  ...(await links()),
}));

export const handler = stepHandler(notify, services);
