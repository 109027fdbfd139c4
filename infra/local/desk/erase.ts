import { Hono } from 'hono';
import * as z from 'zod';
import { CaseStillOpen } from '../../../functions/domain/errors.ts';
import type { Erased } from '../../../functions/forget/erase-person.ts';

/** What `npm run erase` asks of the running desk. */
export const Person = z.object({
  address: z.email('an email address such as maria@example.com'),
  evenOpen: z.boolean(),
});

/** Erases a person's data, for a program: pages of other sites cannot send JSON here. */
export function createErasing({ erase }: { erase(person: z.infer<typeof Person>): Promise<Erased> }): Hono {
  const app = new Hono();
  app.post('/erase', async (c) => {
    const person = Person.safeParse(await c.req.json().catch(() => undefined));
    if (!person.success) return c.json({ error: z.prettifyError(person.error) }, 400);
    try {
      return c.json(await erase(person.data));
    } catch (error) {
      if (!(error instanceof CaseStillOpen)) throw error;
      return c.json({ error: error.message }, 409);
    }
  });
  return app;
}
