import { type Case, type DecidedCase, isDecided } from '../../../functions/domain/case.ts';
import { formatMoney } from '../../../functions/domain/money.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { OutgoingRecord } from '../../../functions/domain/ports.ts';
import { Blocks } from '../../../functions/web/pages/blocks.tsx';
import { When } from './frame.tsx';
import { levelName, tellDecision, tellOffers, tellRefund } from './history.ts';

interface Props {
  found: Case;
  mails: OutgoingRecord[];
  policy: Policy;
}

/** What was decided, or who is asked until when, with the way to the approver's mail. */
export function DecisionPart({ found, mails, policy }: Props) {
  if (isDecided(found)) return <Decided found={found} policy={policy} />;
  if (found.status !== 'awaiting-decision')
    return (
      <p>
        {found.objection ? 'The customer objected; nobody has been asked yet.' : 'Nobody has been asked yet.'}
      </p>
    );
  const { level, approvers, stage, remindAt, deadline, number } = found.round;
  const mail = mails.findLast(({ kind }) => kind.startsWith('approval-') || kind === 'overdue-notice');
  return (
    <>
      <dl class="facts">
        <dt>Asked</dt>
        <dd>
          {approvers.join(', ')}
          <span class="source">
            {levelName(level, policy)}, round {number}
          </span>
        </dd>
        {stage === 'asked' && (
          <>
            <dt>Reminder</dt>
            <dd>
              <When at={remindAt} policy={policy} />
            </dd>
          </>
        )}
        <dt>{stage === 'overdue' ? 'Asked again' : 'Deadline'}</dt>
        <dd>
          <When at={deadline} policy={policy} />
        </dd>
      </dl>
      {mail && (
        <p>
          <a class="button" href={`/mail/${encodeURIComponent(mail.id)}`}>
            Open the approver’s mail
          </a>
        </p>
      )}
    </>
  );
}

function Decided({ found, policy }: { found: DecidedCase; policy: Policy }) {
  const { decision, by, at, round } = found.decided;
  const written = decision.outcome === 'declined' ? decision.reason : decision.note;
  return (
    <>
      <dl class="facts">
        <dt>Decision</dt>
        <dd>
          <strong>{tellDecision(decision, policy)}</strong>
        </dd>
        <dt>By</dt>
        <dd>
          {by}
          <span class="source">
            {levelName(found.round.level, policy)}, round {round}
          </span>
        </dd>
        <dt>When</dt>
        <dd>
          <When at={at} policy={policy} />
        </dd>
        {found.earlier.map((before) => (
          <>
            <dt>Before that</dt>
            <dd>
              {tellDecision(before.decision, policy)}
              <span class="source">{before.by}</span>
            </dd>
          </>
        ))}
        {found.refunds.map((refund) => (
          <>
            <dt>Refund {refund.number}</dt>
            <dd>
              {formatMoney(refund.amount, 'en')}, {tellRefund(refund)}
              <span class="source">
                due <When at={refund.dueBy} policy={policy} />
              </span>
            </dd>
          </>
        ))}
        {'offers' in found && found.offers && (
          <>
            <dt>Offers</dt>
            <dd>
              {tellOffers(found.offers, policy)}
              <span class="source">
                until <When at={found.offers.expiresAt} policy={policy} />
              </span>
            </dd>
          </>
        )}
        {'followUpAt' in found && (
          <>
            <dt>Follow-up</dt>
            <dd>
              <When at={found.followUpAt} policy={policy} />
            </dd>
          </>
        )}
        {found.feedback && (
          <>
            <dt>Feedback</dt>
            <dd>{found.feedback.score} of 5</dd>
          </>
        )}
      </dl>
      {written && <Blocks blocks={[{ type: 'quote', text: written }]} />}
      {decision.againstPrecedents && (
        <Blocks
          blocks={[
            { type: 'small', text: 'Why it was decided otherwise than cases like it' },
            { type: 'quote', text: decision.againstPrecedents },
          ]}
        />
      )}
      {decision.internal && (
        <Blocks
          blocks={[
            { type: 'small', text: 'Note for colleagues' },
            { type: 'quote', text: decision.internal },
          ]}
        />
      )}
      {found.feedback?.comment && (
        <Blocks
          blocks={[
            { type: 'small', text: 'The customer’s comment' },
            { type: 'quote', text: found.feedback.comment, language: found.request.language },
          ]}
        />
      )}
    </>
  );
}
