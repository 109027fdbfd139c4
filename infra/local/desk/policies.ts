import { Hono } from 'hono';

/** What `npm run policy` asks of the running desk, for a program: pages of other sites cannot send JSON here. */
export function createPolicies({ answerPolicy }: { answerPolicy(asked: unknown): Promise<object> }): Hono {
  const app = new Hono();
  app.post('/policy', async (c) => c.json(await answerPolicy(await c.req.json().catch(() => undefined))));
  return app;
}
