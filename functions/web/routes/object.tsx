import type { Context, Hono } from 'hono';
import { type ObjectServices, type ObjectView, objectFields, objectTo, viewObjection } from '../object-to.ts';
import { LookedAtAgainPage, ObjectPage, SettledPage } from '../pages/object-page.tsx';
import { readForm } from '../read-form.ts';
import { sentForm } from '../sent-form.ts';

/** The customer's page to say that a fact is wrong, or to ask that somebody else looks again. */
export function objectRoutes(app: Hono, services: ObjectServices): void {
  const { policy } = services.policy;

  app.get('/object/:token', async (c) => {
    const token = c.req.param('token');
    return show(c, token, await viewObjection(services, token));
  });
  app.post('/object/:token', async (c) => {
    const token = c.req.param('token');
    const sent = sentForm(await readForm(c), objectFields);
    return show(c, token, await objectTo(services, token, sent));
  });

  async function show(c: Context, token: string, view: ObjectView) {
    switch (view.state) {
      case 'open': {
        const mark = await services.links.formMark(token);
        const now = services.clock.now();
        const page = <ObjectPage view={view} policy={policy} mark={mark} now={now} />;
        return c.html(page, view.refused ? 422 : 200);
      }
      case 'again':
        return c.html(<LookedAtAgainPage view={view} policy={policy} />);
      case 'settled':
        return c.html(<SettledPage view={view} policy={policy} />, c.req.method === 'POST' ? 409 : 200);
      default:
        return view satisfies never;
    }
  }
}
