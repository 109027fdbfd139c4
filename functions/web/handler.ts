import { handle } from 'hono/aws-lambda';
import { attachments, flow, links, once, sending } from '../runtime/services.ts';
import { createWebApp } from './app.tsx';

const web = once(async () =>
  handle(createWebApp({ ...(await sending()), ...flow(), ...attachments(), ...(await links()) })),
);

type Handle = Awaited<ReturnType<typeof web>>;

export const handler = async (...request: Parameters<Handle>) => (await web())(...request);
