import { flow, links, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { requestApproval } from './request-approval.ts';

const services = withPolicy(async () => ({ ...(await sending()), ...flow(), ...(await links()) }));

export const handler = stepHandler(requestApproval, services);
