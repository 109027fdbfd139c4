import { flow, links, once, sending } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { requestApproval } from './request-approval.ts';

const services = once(async () => ({ ...(await sending()), ...flow(), ...(await links()) }));

export const handler = stepHandler(requestApproval, services);
