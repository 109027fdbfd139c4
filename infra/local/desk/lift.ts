import { Hono } from 'hono';
import * as z from 'zod';
import type { Needs } from '../../../functions/domain/ports.ts';

/** What `npm run lift` asks of the running desk. */
const Lifted = z.object({ address: z.email('an email address such as maria@example.com') });

/** Lets mails be sent again to an address, for a program: pages of other sites cannot send JSON here. */
export function createLifting({ deliveries, clock }: Needs<'deliveries' | 'clock'>): Hono {
  const app = new Hono();
  app.post('/lift', async (c) => {
    const asked = Lifted.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: z.prettifyError(asked.error) }, 400);
    const { address } = asked.data;
    const was = await deliveries.suppressionOf(address, clock.now());
    if (!was) return c.json({ error: `Mails to ${address} are not held off: nothing has to be lifted` }, 409);
    await deliveries.lift(address, clock.now());
    return c.json(was);
  });
  return app;
}
