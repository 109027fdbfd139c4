import { basics, links, mailer, once, policy, records, replies } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { notify } from './notify.ts';

const services = once(async () => {
  const rules = policy();
  return {
    ...basics(),
    ...records(),
    ...rules,
    ...(await replies(rules)),
    ...mailer(),
    ...(await links()),
  };
});

export const handler = stepHandler(notify, services);
