import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { newsOf } from '../domain/case.ts';
import {
  AttachmentMissing,
  CaseNotFound,
  LinkEarly,
  LinkExpired,
  LinkInvalid,
  ReportMissing,
} from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Needs } from '../domain/ports.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import { formOf } from './actions/form.ts';
import { openedWith } from './actions/shortcut.ts';
import { attachmentHeaders, sendAttachment } from './attachment-response.ts';
import type { RefundServices } from './confirm-refund.ts';
import { type DecideServices, decideCase } from './decide-case.ts';
import { type DecisionView, viewDecision } from './decision-view.ts';
import {
  type FeedbackServices,
  type FeedbackView,
  feedbackFields,
  giveFeedback,
  viewFeedback,
} from './give-feedback.ts';
import { DecidePage } from './pages/decide-page.tsx';
import { DecidedPage, WithdrawnPage } from './pages/decided-page.tsx';
import { FeedbackGivenPage, FeedbackLaterPage, FeedbackPage } from './pages/feedback-page.tsx';
import { LeftPage, PassedOnPage } from './pages/left-page.tsx';
import { type Message, MessagePage } from './pages/message-page.tsx';
import { AnsweredPage, AskedPage } from './pages/noted-page.tsx';
import { readForm } from './read-form.ts';
import { objectRoutes } from './routes/object.tsx';
import { offerRoutes } from './routes/offers.tsx';
import { refundRoutes } from './routes/refund.tsx';
import { reportHeaders, reportRoutes } from './routes/report.ts';
import { pageHeaders } from './security.ts';
import { sentForm, trapOf } from './sent-form.ts';
import { viewAttachment, viewLinkedAttachment } from './show-attachment.ts';

export type WebServices = DecideServices &
  FeedbackServices &
  RefundServices &
  Needs<'attachments' | 'orders' | 'reports' | 'sha256'>;

/** Twice what the longest form holds, every character written as percent codes included. */
const MAX_BODY = 64 * 1024;
const METHODS = ['GET', 'HEAD', 'POST'];
/** Pages behind links that only staff get; any other link is a customer's. */
const ofStaff: ReadonlySet<string> = new Set(['decide', 'attachment', 'refund', 'report']);
const notThere = [LinkInvalid, CaseNotFound, AttachmentMissing, ReportMissing];

/** The public pages, each behind a signed link: for approvers, whoever pays, and customers. GET and HEAD change nothing. */
export function createWebApp(services: WebServices): Hono {
  const { links, log } = services;
  const { policy } = services.policy;
  const { staffLanguage } = policy.shop;
  const app = new Hono();

  app.use('/decide/:token/attachments/:sha256', attachmentHeaders);
  app.use('/attachment/:token', attachmentHeaders);
  app.use('/report/:token', reportHeaders(services.sha256));
  app.use(pageHeaders(services.sha256));
  app.use(async (c, next) => {
    if (METHODS.includes(c.req.method)) return next();
    c.header('Allow', METHODS.join(', '));
    return say(c, 'method', 405);
  });
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => say(c, 'tooLarge', 413) }));

  app.get('/decide/:token', async (c) => {
    const token = c.req.param('token');
    const view = await viewDecision(services, token);
    if (view.state !== 'open') return showDecision(c, token, view);
    return showDecision(c, token, openedWith(view, c.req.query('choice') ?? '', policy));
  });
  app.post('/decide/:token', async (c) => {
    const token = c.req.param('token');
    const field = await readForm(c);
    const sent = {
      form: formOf(field),
      mark: field('mark'),
      trap: trapOf(field),
      purpose: field('do') === 'preview' ? 'preview' : 'record',
    } as const;
    return showDecision(c, token, await decideCase(services, token, sent));
  });
  app.get('/decide/:token/attachments/:sha256', async (c) => {
    const { token, sha256 } = c.req.param();
    return sendAttachment(c, services, await viewAttachment(services, token, sha256));
  });
  app.get('/attachment/:token', async (c) => {
    return sendAttachment(c, services, await viewLinkedAttachment(services, c.req.param('token')));
  });
  app.get('/feedback/:token', async (c) => {
    const token = c.req.param('token');
    return showFeedback(c, token, await viewFeedback(services, token, c.req.query('score')));
  });
  app.post('/feedback/:token', async (c) => {
    const token = c.req.param('token');
    const sent = sentForm(await readForm(c), feedbackFields);
    return showFeedback(c, token, await giveFeedback(services, token, sent));
  });
  refundRoutes(app, services);
  offerRoutes(app, services);
  objectRoutes(app, services);
  reportRoutes(app, services);
  app.notFound((c) => say(c, 'notFound', 404));
  app.onError((error, c) => {
    if (error instanceof LinkExpired)
      return say(c, c.req.path.startsWith('/attachment/') ? 'attachmentExpired' : 'expired', 410);
    if (error instanceof LinkEarly) return say(c, 'early', 503);
    if (notThere.some((one) => error instanceof one)) return say(c, 'notFound', 404);
    const incident = crypto.randomUUID().slice(0, 8);
    // The path is left out: it holds the link, and a link is a key.
    log.error('a page failed', { incident, route: c.req.routePath, error });
    return say(c, 'failed', 500, incident);
  });
  return app;

  async function showDecision(c: Context, token: string, view: DecisionView) {
    const sent = c.req.method === 'POST';
    switch (view.state) {
      case 'open': {
        const mark = await links.formMark(token, newsOf(view.found));
        const page = <DecidePage view={view} policy={policy} mark={mark} at={`/decide/${token}`} />;
        return c.html(page, view.news ? 409 : view.refused ? 422 : 200);
      }
      case 'answered':
        return c.html(<AnsweredPage view={view} policy={policy} />);
      case 'asked':
        return c.html(<AskedPage view={view} policy={policy} at={`/decide/${token}`} />);
      case 'left': {
        const mark = await links.formMark(token);
        const page = <LeftPage view={view} policy={policy} mark={mark} />;
        if (view.refused) return c.html(page, 422);
        return c.html(page, sent && !view.recorded && !view.isRepeated ? 409 : 200);
      }
      case 'decided':
        return c.html(<DecidedPage view={view} policy={policy} />, sent && !view.byThisLink ? 409 : 200);
      case 'passed-on':
        return c.html(<PassedOnPage view={view} policy={policy} />, sent && !view.recorded ? 409 : 200);
      case 'withdrawn':
        return c.html(<WithdrawnPage view={view} policy={policy} />, sent ? 409 : 200);
      default:
        return view satisfies never;
    }
  }

  async function showFeedback(c: Context, token: string, view: FeedbackView) {
    if (view.state === 'given') return c.html(<FeedbackGivenPage view={view} policy={policy} />);
    if (view.state === 'again') {
      const page = <FeedbackLaterPage view={view} policy={policy} />;
      return c.html(page, c.req.method === 'POST' ? 409 : 200);
    }
    const mark = await links.formMark(token);
    return c.html(<FeedbackPage view={view} policy={policy} mark={mark} />, view.refused ? 422 : 200);
  }

  /** A customer's own, where the link says whose it is: it may have run out, and whatever failed may fail here, too. */
  async function languageFor(path: string): Promise<Language> {
    const [, page = '', token = ''] = path.split('/');
    if (ofStaff.has(page)) return staffLanguage;
    try {
      const caseId = await links.caseOf(token);
      const found = caseId === undefined ? undefined : await caseIfThere(services.cases, caseId);
      return found?.request.language ?? policy.shop.language;
    } catch {
      return policy.shop.language;
    }
  }

  async function say(c: Context, message: Message, status: ContentfulStatusCode, incident?: string) {
    const language = await languageFor(c.req.path);
    const more = incident ? { incident } : {};
    return c.html(
      <MessagePage message={message} language={language} brand={policy.shop.name} {...more} />,
      status,
    );
  }
}
