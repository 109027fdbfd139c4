import { basics, flow, links, mailer, once, policy, records, replies } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { requestApproval } from './request-approval.ts';

const services = once(async () => {
  const rules = policy();
  return {
    ...basics(),
    ...records(),
    ...rules,
    ...(await replies(rules)),
    ...mailer(),
    ...flow(),
    ...(await links()),
  };
});

export const handler = stepHandler(requestApproval, services);
