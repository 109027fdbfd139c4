import { type ReceivedMail, whyNotReleased } from '../../../functions/domain/mail.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Reading } from '../../../functions/intake/read-mail.ts';
import { oneLine, plainText, shorten } from '../../../functions/wording/plain.ts';
import { attachmentLine } from '../../../functions/wording/request-facts.ts';
import { Frame, Table, When } from './frame.tsx';

/** How much of a mail is shown (characters): enough to tell what it is. */
const MAX_SHOWN = 20_000;

const at = ({ id }: ReceivedMail) => `/quarantine/${encodeURIComponent(id)}`;
const subjectOf = ({ subject }: ReceivedMail) => shorten(oneLine(subject), 80) || '(no subject)';
const senderOf = ({ from }: ReceivedMail) => shorten(oneLine(from), 60) || '(no sender)';

/** Mails that no case was made of, each with the reason and what can be done about it. */
export function QuarantinePage({ mails, policy }: { mails: ReceivedMail[]; policy: Policy }) {
  const rows = mails.map((mail) => [
    <a href={at(mail)}>{subjectOf(mail)}</a>,
    senderOf(mail),
    <Why mail={mail} />,
    <When at={mail.receivedAt} policy={policy} />,
    <Buttons mail={mail} quiet />,
  ]);
  return (
    <Frame title="Quarantine" at="/quarantine">
      <h1>Quarantine</h1>
      <p class="muted">
        Mails that are nobody’s request or could not be read. Nothing is lost: each is kept as it arrived.
        Release one that a person wrote after all: it goes into a case. Dismiss one that needs no answer.{' '}
        <a href="/quarantine">Refresh</a>
      </p>
      <section class="card" aria-label="Quarantined mails">
        {mails.length > 0 ? (
          <Table
            label="Quarantined mails"
            columns={['Subject', 'From', 'Why', 'Received', 'Decide']}
            rows={rows}
          />
        ) : (
          <p>No mail is in quarantine.</p>
        )}
      </section>
    </Frame>
  );
}

/** One mail, as text only, and what somebody decided or can decide about it. */
export function QuarantinedMailPage(props: { mail: ReceivedMail; read: Reading; policy: Policy }) {
  const { mail, read, policy } = props;
  return (
    <Frame title={subjectOf(mail)} at="/quarantine">
      <p class="eyebrow">
        <a href="/quarantine">Quarantine</a>
      </p>
      <h1>{subjectOf(mail)}</h1>
      <dl class="facts">
        <dt>From</dt>
        <dd>{senderOf(mail)}</dd>
        <dt>Received</dt>
        <dd>
          <When at={mail.receivedAt} policy={policy} />
        </dd>
        <dt>Why here</dt>
        <dd>
          <Why mail={mail} />
        </dd>
      </dl>
      <Decided mail={mail} policy={policy} />
      <section class="card" aria-label="The mail as text">
        {'mail' in read ? (
          <>
            <pre>{shorten(plainText(read.mail.text), MAX_SHOWN) || '(no text)'}</pre>
            {read.mail.attachments.length > 0 && (
              <ul>
                {read.mail.attachments.map((one) => (
                  <li>{attachmentLine(one, 'en')}</li>
                ))}
              </ul>
            )}
          </>
        ) : (
          <p>Its text cannot be shown: {read.reason}.</p>
        )}
      </section>
      <Buttons mail={mail} />
      <p class="small after">
        <a href={`${at(mail)}.eml`}>The mail as it arrived (.eml)</a>. It was written by somebody unknown:
        open it with care.
      </p>
    </Frame>
  );
}

function Why({ mail: { fate, released } }: { mail: ReceivedMail }) {
  const reason = 'reason' in fate ? fate.reason : released?.reason;
  return <>{reason ?? 'It was not in quarantine.'}</>;
}

function Decided({ mail: { fate, released }, policy }: { mail: ReceivedMail; policy: Policy }) {
  if (fate.state === 'dismissed') {
    return (
      <p class="notice info">
        Dismissed by {fate.by}, <When at={fate.at} policy={policy} />.
      </p>
    );
  }
  if (!('caseId' in fate)) return null;
  return (
    <p class="notice good">
      {released && (
        <>
          Released by {released.by}, <When at={released.at} policy={policy} />.{' '}
        </>
      )}
      It is in <a href={`/cases/${fate.caseId}`}>case {fate.caseId}</a>.
    </p>
  );
}

/** What can be decided. A release that was cut off can be taken up again; what is decided is decided. */
function Buttons({ mail, quiet = false }: { mail: ReceivedMail; quiet?: boolean }) {
  const { fate, released } = mail;
  const isHeld = fate.state === 'quarantined';
  if (!isHeld && !(released && fate.state === 'stored')) return null;
  const never = isHeld ? whyNotReleased(fate.reason) : undefined;
  return (
    <>
      {!isHeld && <p>Its release has begun and was not finished.</p>}
      {never && <p>It cannot be released: {never}.</p>}
      <div class="buttons">
        {!never && (
          <form method="post" action={`${at(mail)}/release`}>
            <button
              class={quiet ? 'button quiet' : 'button'}
              type="submit"
              aria-label={`Release: ${subjectOf(mail)}`}
            >
              Release
            </button>
          </form>
        )}
        {isHeld && (
          <form method="post" action={`${at(mail)}/dismiss`}>
            <button class="button quiet" type="submit" aria-label={`Dismiss: ${subjectOf(mail)}`}>
              Dismiss
            </button>
          </form>
        )}
      </div>
    </>
  );
}
