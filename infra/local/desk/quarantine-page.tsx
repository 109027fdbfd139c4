import type { ReceivedMail } from '../../../functions/domain/mail.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { oneLine, shorten } from '../../../functions/wording/plain.ts';
import { Frame, Table, When } from './frame.tsx';

/** Mails that no case was made of, each with the reason and as it arrived. */
export function QuarantinePage({ mails, policy }: { mails: ReceivedMail[]; policy: Policy }) {
  const rows = mails.map((mail) => [
    shorten(oneLine(mail.subject), 80) || '(no subject)',
    shorten(oneLine(mail.from), 60) || '(no sender)',
    mail.fate.state === 'quarantined' ? mail.fate.reason : '',
    <When at={mail.receivedAt} policy={policy} />,
    <a href={`/quarantine/${encodeURIComponent(mail.id)}.eml`}>As it arrived (.eml)</a>,
  ]);
  return (
    <Frame title="Quarantine" at="/quarantine">
      <h1>Quarantine</h1>
      <p class="muted">
        Mails that are nobody’s request or could not be read. Nothing is lost: each is kept as it arrived.{' '}
        <a href="/quarantine">Refresh</a>
      </p>
      <section class="card" aria-label="Quarantined mails">
        {mails.length > 0 ? (
          <Table
            label="Quarantined mails"
            columns={['Subject', 'From', 'Why', 'Received', 'Mail']}
            rows={rows}
          />
        ) : (
          <p>No mail is in quarantine.</p>
        )}
      </section>
    </Frame>
  );
}
