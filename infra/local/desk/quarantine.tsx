import { type Context, Hono } from 'hono';
import { RawMailMissing, ReviewRefused } from '../../../functions/domain/errors.ts';
import type { ReceivedMail } from '../../../functions/domain/mail.ts';
import { readMail } from '../../../functions/intake/read-mail.ts';
import { dismiss } from '../../../functions/review-quarantine/review.ts';
import { type DeskDeps, MOST_LISTED } from './deps.ts';
import { Frame } from './frame.tsx';
import { QuarantinedMailPage, QuarantinePage } from './quarantine-page.tsx';

/** The desk has no sign-in, so who decides at it is whoever uses this machine. */
const BY = 'the desk';

/** The pages of the quarantine, and what is decided on them. Programs that accept JSON are answered in JSON. */
export function createQuarantine(deps: DeskDeps): Hono {
  const { mails } = deps;
  const { policy } = deps.policy;
  const app = new Hono();

  app.get('/quarantine', async (c) =>
    c.html(<QuarantinePage mails={await mails.quarantined(MOST_LISTED)} policy={policy} />),
  );

  app.get('/quarantine/:id', async (c) => {
    const mail = await mails.received(c.req.param('id'));
    if (!mail) return c.notFound();
    const read = await readMail(deps, mail.rawKey).catch((error: unknown) => {
      if (error instanceof RawMailMissing) return { reason: error.message, from: '', subject: '' };
      throw error;
    });
    return c.html(<QuarantinedMailPage mail={mail} read={read} policy={policy} />);
  });

  app.post('/quarantine/:id/release', (c) => decide(c, deps.release));
  app.post('/quarantine/:id/dismiss', (c) => decide(c, (verdict) => dismiss(deps, verdict)));
  return app;
}

async function decide(
  c: Context,
  act: (verdict: { id: string; by: string }) => Promise<ReceivedMail>,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const isProgram = c.req.header('Accept')?.includes('application/json');
  try {
    const mail = await act({ id, by: BY });
    if (isProgram) return c.json(mail);
    return c.redirect('caseId' in mail.fate ? `/cases/${mail.fate.caseId}` : '/quarantine', 303);
  } catch (error) {
    if (!(error instanceof ReviewRefused)) throw error;
    if (isProgram) return c.json({ error: error.message }, 409);
    return c.html(<Refused id={id} why={error.message} />, 409);
  }
}

function Refused({ id, why }: { id: string; why: string }) {
  return (
    <Frame title="Nothing was changed" at="/quarantine" text>
      <h1>Nothing was changed</h1>
      <p class="lead">{why}</p>
      <p class="buttons">
        <a class="button" href={`/quarantine/${encodeURIComponent(id)}`}>
          See the mail
        </a>
        <a class="button quiet" href="/quarantine">
          Back to the list
        </a>
      </p>
    </Frame>
  );
}
