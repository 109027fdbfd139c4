import type { Context, Hono } from 'hono';
import {
  chooseOffer,
  type OfferServices,
  type OffersView,
  offerFields,
  viewOffers,
} from '../choose-offer.ts';
import { OfferAnsweredPage, OffersAsidePage, OffersExpiredPage, OffersPage } from '../pages/offers-page.tsx';
import { readForm } from '../read-form.ts';
import { sentForm } from '../sent-form.ts';

/** The customer's page of what they are offered, and the form with which they choose. */
export function offerRoutes(app: Hono, services: OfferServices): void {
  const { policy } = services.policy;

  app.get('/offers/:token', async (c) => {
    const token = c.req.param('token');
    return show(c, token, await viewOffers(services, token));
  });
  app.post('/offers/:token', async (c) => {
    const token = c.req.param('token');
    const sent = sentForm(await readForm(c), offerFields);
    return show(c, token, await chooseOffer(services, token, sent));
  });

  async function show(c: Context, token: string, view: OffersView) {
    const isLate = c.req.method === 'POST' ? 409 : 200;
    switch (view.state) {
      case 'open': {
        const mark = await services.links.formMark(token);
        return c.html(<OffersPage view={view} policy={policy} mark={mark} />, view.refused ? 422 : 200);
      }
      case 'answered':
        return c.html(<OfferAnsweredPage view={view} policy={policy} />, view.otherwise ? 409 : 200);
      case 'expired':
        return c.html(<OffersExpiredPage view={view} policy={policy} />, isLate);
      case 'aside':
        return c.html(<OffersAsidePage view={view} policy={policy} />, isLate);
      default:
        return view satisfies never;
    }
  }
}
