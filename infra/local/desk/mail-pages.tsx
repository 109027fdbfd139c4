import type { Policy } from '../../../functions/domain/policy.ts';
import type { OutgoingRecord } from '../../../functions/domain/ports.ts';
import { plainText } from '../../../functions/wording/plain.ts';
import { terms } from '../../../functions/wording/terms.ts';
import { MOST_LISTED } from './deps.ts';
import { Frame, Table, When } from './frame.tsx';

const href = (id: string) => `/mail/${encodeURIComponent(id)}`;

/** Everything sent, newest first. */
export function MailboxPage({ mails, policy }: { mails: OutgoingRecord[]; policy: Policy }) {
  return (
    <Frame title="Mailbox" at="/mail">
      <h1>Mailbox</h1>
      <p class="muted">
        Every mail Goodwill has sent, newest first. Here nothing leaves this machine.{' '}
        <a href="/mail">Refresh</a>
      </p>
      <section class="card" aria-label="Mails">
        {mails.length > 0 ? <MailTable mails={mails} policy={policy} /> : <p>Nothing has been sent yet.</p>}
      </section>
      {mails.length === MOST_LISTED && <p class="muted">Only the newest {MOST_LISTED} mails are listed.</p>}
    </Frame>
  );
}

export function MailTable(props: { mails: OutgoingRecord[]; policy: Policy; withCase?: boolean }) {
  const { mails, policy, withCase = true } = props;
  const columns = ['Subject', 'What', 'To', ...(withCase ? ['Case'] : []), 'Sent'];
  const rows = mails.map((mail) => [
    <a href={href(mail.id)}>{mail.subject}</a>,
    terms.en.mailKinds[mail.kind],
    mail.to,
    ...(withCase
      ? [
          <a class="mono" href={`/cases/${mail.caseId}`}>
            {mail.caseId}
          </a>,
        ]
      : []),
    <Sent mail={mail} policy={policy} />,
  ]);
  return <Table label="Mails" columns={columns} rows={rows} />;
}

function Sent({ mail, policy }: { mail: OutgoingRecord; policy: Policy }) {
  switch (mail.state) {
    case 'sent':
      return <When at={mail.sentAt ?? mail.claimedAt} policy={policy} />;
    case 'rejected':
      return <span class="badge bad">Refused, not sent</span>;
    case 'uncertain':
      return <span class="badge warn">May not have left</span>;
    case 'claimed':
      return <span class="badge info">Being sent</span>;
    case 'held':
      return <span class="badge warn">Waits until it can be sent</span>;
    default:
      return mail.state satisfies never;
  }
}

export type MailView = 'html' | 'text';

/** One sent mail: as a mail program shows it, as text, or as its raw bytes. */
export function MailPage(props: {
  mail: OutgoingRecord;
  /** Undefined where the mailbox has no such file: the mail may not have left. */
  content: { html: string | undefined; text: string } | undefined;
  view: MailView;
  policy: Policy;
}) {
  const { mail, content, view, policy } = props;
  const shown = content?.html === undefined ? 'text' : view;
  return (
    <Frame title={mail.subject} at="/mail">
      <p class="eyebrow">
        <a href="/mail">Mailbox</a> · <a href={`/cases/${mail.caseId}`}>Case {mail.caseId}</a>
      </p>
      <h1>{mail.subject}</h1>
      <dl class="facts">
        <dt>What</dt>
        <dd>{terms.en.mailKinds[mail.kind]}</dd>
        <dt>From</dt>
        <dd>
          {policy.shop.name}
          <span class="source">{policy.shop.refunds}</span>
        </dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>Sent</dt>
        <dd>
          <Sent mail={mail} policy={policy} />
        </dd>
      </dl>
      {mail.state === 'uncertain' && (
        <p class="notice warn">
          Goodwill stopped while it was sending this mail, so nobody can say whether it left. It is not sent
          again.
        </p>
      )}
      {content ? (
        <Views mail={mail} content={content} shown={shown} />
      ) : (
        <p class="notice bad">The mailbox has no such mail.</p>
      )}
    </Frame>
  );
}

function Views(props: {
  mail: OutgoingRecord;
  content: { html: string | undefined; text: string };
  shown: MailView;
}) {
  const { mail, content, shown } = props;
  const chip = (view: MailView, label: string) => (
    <li>
      <a href={`${href(mail.id)}?view=${view}`} {...(view === shown && { 'aria-current': 'true' })}>
        {label}
      </a>
    </li>
  );
  return (
    <>
      <nav aria-label="Views of this mail">
        <ul class="chips">
          {content.html !== undefined && chip('html', 'HTML')}
          {chip('text', 'Text')}
          {content.html !== undefined && (
            <li>
              <a href={`${href(mail.id)}.html`}>HTML on its own</a>
            </li>
          )}
          <li>
            <a href={`${href(mail.id)}.eml`}>Raw (.eml)</a>
          </li>
        </ul>
      </nav>
      {shown === 'html' ? (
        <iframe
          class="mail-view"
          title={`The mail “${mail.subject}”`}
          src={`${href(mail.id)}.html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      ) : (
        <section class="card" aria-label="The mail as text">
          <pre>{plainText(content.text)}</pre>
        </section>
      )}
    </>
  );
}
