import { forEachMessage } from '../runtime/messages.ts';
import { flow, replies, sending, withPolicy } from '../runtime/services.ts';
import { takeDeliveryEvent } from './delivery-events.ts';

const services = withPolicy(() => ({ ...sending(), ...flow() }), replies);

/** Reads the queue of what SES tells of our mails. */
export const handler = forEachMessage(async (body) => takeDeliveryEvent(await services(), body));
