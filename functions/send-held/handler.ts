import type { Context } from 'aws-lambda';
import { replies, sending, withPolicy } from '../runtime/services.ts';
import { sendHeld } from './send-held.ts';

/** A mail is begun only where so much time is left (ms): SES may throttle it for seven seconds, and answers slowly then. */
const TIME_FOR_A_MAIL_MS = 25_000;

const services = withPolicy(sending, replies);

/** Called again and again by a schedule; what the time does not suffice for is left to the next call. */
export const handler = async (_event: unknown, context: Context) =>
  sendHeld(await services(), () => context.getRemainingTimeInMillis() < TIME_FOR_A_MAIL_MS);
