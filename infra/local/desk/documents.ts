import { type Context, Hono } from 'hono';
import { entryOf } from '../../../functions/review-quarantine/review.ts';
import { caseIfThere } from '../../../functions/runtime/case-if-there.ts';
import { caseDetails, caseSummary, mailSummary, mailsOf } from './data.ts';
import { type DeskDeps, MOST_LISTED } from './deps.ts';
import { documentHeaders, mailViewHeaders } from './guard.ts';
import { readSentMail, withLinksOutside } from './read-mail.ts';

/** What is not a page of the desk: JSON for programs, mails as they are. */
export function createDocuments(deps: DeskDeps): Hono {
  const { cases, mails } = deps;
  const app = new Hono();

  for (const path of ['/:file{[^/]+\\.json}', '/:folder/:file{.+\\.(?:json|eml)}']) {
    app.use(path, ...documentHeaders);
  }
  app.use('/mail/:file{.+\\.html}', ...mailViewHeaders);

  app.get('/cases.json', async (c) => c.json((await cases.recent(MOST_LISTED)).map(caseSummary)));

  app.get('/cases/:file{.+\\.json}', async (c) => {
    const found = await caseIfThere(deps.cases, idOf(c));
    return found ? c.json(caseDetails(found, await mailsOf(deps, found))) : c.notFound();
  });

  app.get('/mail.json', async (c) => c.json((await mails.sent(MOST_LISTED)).map(mailSummary)));

  app.get('/quarantine.json', async (c) => c.json((await mails.quarantined(MOST_LISTED)).map(entryOf)));

  app.get('/mail/:file{.+\\.eml}', async (c) => rawMail(c, await deps.sentMail(idOf(c))));

  app.get('/mail/:file{.+\\.html}', async (c) => {
    const raw = await deps.sentMail(idOf(c));
    const html = raw && (await readSentMail(raw)).html;
    return html === undefined ? c.notFound() : c.html(withLinksOutside(html));
  });

  for (const folder of ['received', 'quarantine']) {
    app.get(`/${folder}/:file{.+\\.eml}`, async (c) => {
      const mail = await mails.received(idOf(c));
      return rawMail(c, mail && (await deps.rawMails.get(mail.rawKey)));
    });
  }
  return app;
}

/** The id a file is named by: `RX-7K3F-9Q2M` of `RX-7K3F-9Q2M.json`. */
function idOf(c: Context): string {
  return (c.req.param('file') ?? '').replace(/\.[a-z]+$/, '');
}

function rawMail(c: Context, raw: Uint8Array | undefined) {
  if (!raw) return c.notFound();
  c.header('Content-Type', 'message/rfc822');
  c.header('Content-Disposition', `attachment; filename="${idOf(c).replace(/[^\w.@-]/g, '_')}.eml"`);
  return c.body(whole(raw));
}

/** A view into a larger buffer, as Node's are, would be sent with what lies around it. */
function whole(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
