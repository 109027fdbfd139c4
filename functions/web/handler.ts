import { handle } from 'hono/aws-lambda';
import { oncePerPolicy } from '../runtime/live-policy.ts';
import { attachments, flow, links, sending, withPolicy } from '../runtime/services.ts';
import { createWebApp, type WebServices } from './app.tsx';

const services = withPolicy(async () => ({
  ...(await sending()),
  ...flow(),
  ...attachments(),
  ...(await links()),
}));
const web = oncePerPolicy((given: WebServices) => handle(createWebApp(given)));

export const handler = async (...request: Parameters<ReturnType<typeof web>>) =>
  web(await services())(...request);
