import type { Context, Hono } from 'hono';
import {
  confirmRefund,
  type RefundServices,
  type RefundView,
  refundFields,
  viewRefund,
} from '../confirm-refund.ts';
import { RefundFailedPage, RefundPage, RefundPaidPage } from '../pages/refund-page.tsx';
import { readForm } from '../read-form.ts';
import { sentForm } from '../sent-form.ts';

/** The page of whoever pays: what is to be paid, and the form with which they say that it is, or why not. */
export function refundRoutes(app: Hono, services: RefundServices): void {
  const { policy } = services.policy;

  app.get('/refund/:token', async (c) => {
    const token = c.req.param('token');
    return show(c, token, await viewRefund(services, token));
  });
  app.post('/refund/:token', async (c) => {
    const token = c.req.param('token');
    const sent = sentForm(await readForm(c), refundFields);
    return show(c, token, await confirmRefund(services, token, sent));
  });

  async function show(c: Context, token: string, view: RefundView) {
    const at = `/refund/${token}`;
    switch (view.state) {
      case 'open': {
        const mark = await services.links.formMark(token);
        return c.html(<RefundPage view={view} policy={policy} mark={mark} />, view.refused ? 422 : 200);
      }
      case 'paid':
        return c.html(<RefundPaidPage view={view} policy={policy} />, view.otherwise ? 409 : 200);
      case 'failed':
        return c.html(<RefundFailedPage view={view} policy={policy} at={at} />);
      default:
        return view satisfies never;
    }
  }
}
