import { attachmentsOf, isKept, notKeptOf } from '../../../functions/domain/attachments.ts';
import { type Case, type CaseEvent, unsentMails } from '../../../functions/domain/case.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { OutgoingRecord } from '../../../functions/domain/ports.ts';
import type { Precedent } from '../../../functions/domain/precedents.ts';
import type { Block } from '../../../functions/mail/blocks.ts';
import { evaluationBlocks } from '../../../functions/mail/evaluation-blocks.ts';
import { precedentBlocks } from '../../../functions/mail/precedent-blocks.ts';
import { AttachmentList } from '../../../functions/web/pages/attachments.tsx';
import { Blocks } from '../../../functions/web/pages/blocks.tsx';
import { formatInstant } from '../../../functions/wording/format.ts';
import { attachmentLine, requestFacts } from '../../../functions/wording/request-facts.ts';
import { terms } from '../../../functions/wording/terms.ts';
import { DecisionPart } from './decision-part.tsx';
import { Frame, StatusBadge, When } from './frame.tsx';
import { tell } from './history.ts';
import { MailTable } from './mail-pages.tsx';

interface Props {
  found: Case;
  mails: OutgoingRecord[];
  /** What the decided cases it was compared with left behind. */
  precedents: Precedent[];
  policy: Policy;
}

/** Everything that is known of a case. */
export function CasePage({ found, mails, precedents, policy }: Props) {
  const unsent = unsentMails(found);
  return (
    <Frame title={found.id}>
      <p class="eyebrow">
        <a href="/">Cases</a>
      </p>
      <h1>{found.id}</h1>
      <p>
        <StatusBadge found={found} />
      </p>
      {found.problem && (
        <div class="notice bad">
          <h2>A step failed</h2>
          <p>
            <When at={found.problem.at} policy={policy} />, while the case was “{found.problem.step}”:{' '}
            {found.problem.error}
          </p>
          <p>
            The flow of this case has stopped. Once the cause is gone, start Goodwill again: it goes on from
            here.
          </p>
        </div>
      )}
      {unsent.length > 0 && (
        <div class="notice bad">
          <h2>Mails that did not leave, may not have, or wait</h2>
          <ul>
            {unsent.map((event) => (
              <li>{tell(event, policy)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="columns">
        <div>
          <Card heading="Decision">
            <DecisionPart found={found} mails={mails} policy={policy} />
          </Card>
          <Card heading="What the customer wrote">
            <Blocks blocks={words(found, policy)} />
            <p class="small">
              <a href={`/received/${found.firstMailId}.eml`}>The mail as it arrived (.eml)</a>
            </p>
          </Card>
          <Card heading="Facts, and where each came from">
            <Blocks blocks={facts(found)} />
          </Card>
          <Card heading="Attachments">
            <AttachmentList
              attachments={attachmentsOf(found, 'customer')}
              notKept={notKeptOf(found, 'customer')}
              at={`/attachments/${found.id}/`}
              language="en"
              timeZone={policy.shop.timeZone}
            />
          </Card>
        </div>
        <div>
          <Card heading="What the guidelines say">
            <Blocks blocks={guidelines(found, policy)} />
          </Card>
          {'evaluation' in found && found.evaluation?.precedents && (
            <Card heading={terms.en.precedents.heading}>
              <Blocks blocks={precedentBlocks(found.evaluation, precedents, policy, 'en')} />
            </Card>
          )}
          <Card heading="History">
            <ol class="list">
              {found.history.map((event) => (
                <li>
                  <span class="muted small">
                    <When at={event.at} policy={policy} exact />
                  </span>
                  <br />
                  {tell(event, policy)}
                  <CameWith event={event} caseId={found.id} />
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
      <Card heading="Mails sent">
        {mails.length > 0 ? <MailTable mails={mails} policy={policy} withCase={false} /> : <p>None yet.</p>}
      </Card>
      <p class="small">
        <a href={`/cases/${found.id}.json`}>This case as JSON</a>
      </p>
    </Frame>
  );
}

/** What came with a later mail, and the mail itself. */
function CameWith({ event, caseId }: { event: CaseEvent; caseId: string }) {
  if (event.type !== 'customer-wrote' && event.type !== 'stranger-wrote' && event.type !== 'staff-wrote')
    return null;
  return (
    <>
      {event.attachments.length > 0 && (
        <ul class="small">
          {event.attachments.map((one) => (
            <li>
              {isKept(one) ? (
                <a href={`/attachments/${caseId}/${one.sha256}`}>{attachmentLine(one, 'en')}</a>
              ) : (
                attachmentLine(one, 'en')
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="small">
        <a href={`/received/${event.mailId}.eml`}>The mail as it arrived (.eml)</a>
      </div>
    </>
  );
}

function Card({ heading, children }: { heading: string; children?: unknown }) {
  return (
    <section class="card">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function words({ request, history }: Case, { shop }: Policy): Block[] {
  const { language } = request;
  const quote = (text: string): Block =>
    text.trim() ? { type: 'quote', text, language } : { type: 'paragraph', text: 'The mail had no text.' };
  const later = history.flatMap((event): Block[] => {
    if (event.type !== 'customer-wrote') return [];
    const at = formatInstant(event.at, 'en', shop.timeZone);
    return [{ type: 'small', text: `${event.from}, ${at}` }, quote(event.text)];
  });
  return [{ type: 'small', text: `Subject: ${request.subject || '(none)'}` }, quote(request.text), ...later];
}

function facts({ request }: Case): Block[] {
  const { ordersOwnAddress } = request;
  const rows = requestFacts(request, 'en');
  return [
    ...(ordersOwnAddress === false
      ? [
          {
            type: 'note',
            tone: 'warn',
            text: 'The mail came from another address than the one on the order.',
          } as const,
        ]
      : []),
    { type: 'facts', rows },
  ];
}

function guidelines(found: Case, policy: Policy): Block[] {
  if (!('evaluation' in found) || !found.evaluation) {
    return [{ type: 'paragraph', text: 'Not evaluated yet.' }];
  }
  return evaluationBlocks(found.evaluation, policy, 'en');
}
