import { replies, sending, withPolicy } from '../runtime/services.ts';
import { sendHeld } from './send-held.ts';

const services = withPolicy(sending, replies);

/** Called again and again by a schedule. */
export const handler = async () => sendHeld(await services());
