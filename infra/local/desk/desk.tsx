import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { caseIfThere } from '../../../functions/runtime/case-if-there.ts';
import { toldPrecedents } from '../../../functions/runtime/told-precedents.ts';
import { attachmentHeaders } from '../../../functions/web/attachment-response.ts';
import { pageHeaders } from '../../../functions/web/security.ts';
import { ATTACHMENT, showAttachment } from './attachments.ts';
import { CasePage } from './case-page.tsx';
import { CasesPage, REFRESH_SECONDS, statuses } from './cases-page.tsx';
import { mailsOf } from './data.ts';
import { type DeskDeps, MOST_LISTED } from './deps.ts';
import { createDocuments } from './documents.ts';
import { createErasing } from './erase.ts';
import { examples } from './examples.ts';
import { createExporting } from './export.ts';
import { ExportPage } from './export-page.tsx';
import { Frame } from './frame.tsx';
import { createLifting } from './lift.ts';
import { MailboxPage, MailPage } from './mail-pages.tsx';
import { createPolicies } from './policies.ts';
import { createQuarantine } from './quarantine.tsx';
import { readSentMail } from './read-mail.ts';
import { emptyForm, MAX_FORM, readWriteForm } from './write-form.ts';
import { SentPage, WritePage } from './write-page.tsx';

/** The longest address that is looked up (characters). */
const MAX_PATH = 1_000;

/**
 * The desk of the one machine: pages for people, the same as JSON for programs. It has no sign-in, so it is served at
 * loopback only, and no other site can read from it or write through it. It is not deployed.
 */
export function createDesk(deps: DeskDeps): Hono {
  const { cases, mails, clock, log } = deps;
  const { policy } = deps.policy;
  const app = new Hono();

  // No id of ours is nearly that long, and the table takes none that is.
  app.use(async (c, next) => (c.req.path.length > MAX_PATH ? c.notFound() : next()));
  app.use(csrf());
  app.route('/', createDocuments(deps));
  app.route('/', createErasing(deps));
  app.route('/', createLifting(deps));
  app.route('/', createExporting(deps));
  app.route('/', createPolicies(deps));

  app.use('/mail/:id', async (c, next) => {
    await next();
    const page = c.res.headers.get('Content-Security-Policy');
    c.res.headers.set('Content-Security-Policy', `${page}; frame-src 'self'`);
  });
  app.use(ATTACHMENT, attachmentHeaders);
  app.use(pageHeaders(deps.sha256));

  app.get('/', async (c) => {
    const status = statuses.find((one) => one === c.req.query('status'));
    const live = c.req.query('live') === '1';
    if (live) c.header('Refresh', String(REFRESH_SECONDS));
    const found = await cases.recent(MOST_LISTED);
    return c.html(<CasesPage cases={found} status={status} live={live} now={clock.now()} policy={policy} />);
  });

  app.get('/cases/:id', async (c) => {
    const found = await caseIfThere(deps.cases, c.req.param('id'));
    if (!found) return c.notFound();
    const mails = await mailsOf(deps, found);
    const precedents = await toldPrecedents(deps.precedents, found);
    return c.html(<CasePage found={found} mails={mails} precedents={precedents} policy={policy} />);
  });

  app.get(ATTACHMENT, (c) => showAttachment(c, deps));

  app.get('/mail', async (c) =>
    c.html(<MailboxPage mails={await mails.sent(MOST_LISTED)} policy={policy} />),
  );

  app.get('/mail/:id', async (c) => {
    const mail = await mails.outgoing(c.req.param('id'));
    if (!mail) return c.notFound();
    const raw = await deps.sentMail(mail.id);
    const content = raw && (await readSentMail(raw));
    const view = c.req.query('view') === 'text' ? 'text' : 'html';
    return c.html(<MailPage mail={mail} content={content} view={view} policy={policy} />);
  });

  app.route('/', createQuarantine(deps));

  app.get('/write', (c) => {
    const example = examples.find(({ id }) => id === c.req.query('example'));
    return c.html(<WritePage filled={example?.mail ?? emptyForm} mistakes={{}} policy={policy} />);
  });
  app.get('/write/sent', (c) => c.html(<SentPage />));
  app.post('/write', bodyLimit({ maxSize: MAX_FORM, onError: tooLarge }), async (c) => {
    const read = await readWriteForm(await c.req.formData());
    const { filled } = read;
    if ('mistakes' in read) return c.html(<WritePage {...read} policy={policy} />, 422);
    try {
      await deps.sendAsCustomer(read.mail);
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error);
      return c.html(<WritePage filled={filled} mistakes={{}} refused={refused} policy={policy} />, 502);
    }
    return c.redirect('/write/sent', 303);
  });

  app.get('/export', (c) => c.html(<ExportPage />));

  app.notFound((c) => {
    if (c.req.path.endsWith('.json')) return c.json({ error: 'There is nothing at this address.' }, 404);
    return c.html(
      <Message title="There is nothing here">
        The address is not one of the desk’s. Go on from one of the pages above.
      </Message>,
      404,
    );
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error('a page of the desk failed', { path: c.req.path, error });
    if (c.req.path.endsWith('.json'))
      return c.json({ error: 'The desk failed; its terminal says why.' }, 500);
    return c.html(
      <Message title="That did not work">The desk failed; the terminal it runs in says why.</Message>,
      500,
    );
  });
  return app;

  function tooLarge(c: Context) {
    const most = `${MAX_FORM / 1024 / 1024} MB`;
    return c.html(
      <Message title="That is too large">
        A mail written here holds at most {most}, attachments included.
      </Message>,
      413,
    );
  }
}

function Message({ title, children }: { title: string; children?: unknown }) {
  return (
    <Frame title={title} text>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </Frame>
  );
}
