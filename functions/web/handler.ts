import { handle } from 'hono/aws-lambda';
import { attachments, basics, flow, links, once, policy, records } from '../runtime/services.ts';
import { createWebApp } from './app.tsx';

const web = once(async () =>
  handle(createWebApp({ ...basics(), ...records(), ...policy(), ...flow(), ...attachments(), ...(await links()) })),
);

type Handle = Awaited<ReturnType<typeof web>>;

export const handler = async (...request: Parameters<Handle>) => (await web())(...request);
