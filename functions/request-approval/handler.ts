import { basics, flow, links, mailer, once, policy, records } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { requestApproval } from './request-approval.ts';

const services = once(async () => ({
  ...basics(),
  ...records(),
  ...policy(),
  ...mailer(),
  ...flow(),
  ...(await links()),
}));

export const handler = stepHandler(requestApproval, services);
