import { handle } from 'hono/aws-lambda';
import { oncePerPolicy } from '../runtime/live-policy.ts';
import { attachments, flow, links, replies, reports, sending, withPolicy } from '../runtime/services.ts';
import { createWebApp, type WebServices } from './app.tsx';

const services = withPolicy(
  () => ({ ...sending(), ...flow(), ...attachments(), ...reports(), ...links() }),
  replies,
);
const web = oncePerPolicy((given: WebServices) => handle(createWebApp(given)));

export const handler = async (...request: Parameters<ReturnType<typeof web>>) =>
  web(await services())(...request);
