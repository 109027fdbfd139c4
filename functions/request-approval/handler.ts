import { flow, links, replies, sending, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { requestApproval } from './request-approval.ts';

const services = withPolicy(() => ({ ...sending(), ...flow(), ...links() }), replies);

export const handler = stepHandler(requestApproval, services);
