import { flow, replies, sending, withPolicy } from '../runtime/services.ts';
import { confirmRefund } from './confirm-refund.ts';

const services = withPolicy(() => ({ ...sending(), ...flow() }), replies);

/** Takes each RefundConfirmed from the event bus. What it throws is tried again, then kept in the DLQ. */
export const handler = async (event: unknown) => confirmRefund(await services(), event);
