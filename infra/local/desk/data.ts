import { type Case, isDecided } from '../../../functions/domain/case.ts';
import { toDecimal } from '../../../functions/domain/money.ts';
import type { Needs, OutgoingRecord } from '../../../functions/domain/ports.ts';
import { askedAmount, known } from '../../../functions/domain/request.ts';
import { MOST_LISTED } from './deps.ts';

/** A case in `/cases.json`: what a list needs. What is not known is null. */
export function caseSummary(found: Case) {
  const { request } = found;
  const amount = known(askedAmount(request));
  return {
    id: found.id,
    status: found.status,
    customer: request.customer.address,
    customerName: known(request.customer.name) ?? null,
    product: known(request.product) ?? null,
    amount: amount ? toDecimal(amount) : null,
    currency: amount?.currency ?? null,
    route: 'evaluation' in found ? found.evaluation.route : null,
    outcome: isDecided(found) ? found.decided.decision.outcome : null,
    openedAt: found.openedAt,
    updatedAt: found.updatedAt,
    problem: found.problem ?? null,
  };
}

/** `/cases/<id>.json`: the whole case. Task tokens are no part of a case, and so of nothing here. */
export function caseDetails(found: Case, mails: OutgoingRecord[]) {
  const { subject, text, attachments, language, customer, ordersOwnAddress, finalSale, ...facts } =
    found.request;
  return {
    ...caseSummary(found),
    version: found.version,
    language,
    subject,
    text,
    attachments,
    facts: { customerName: customer.name, ...facts, finalSale, ordersOwnAddress: ordersOwnAddress ?? null },
    evaluation: 'evaluation' in found ? found.evaluation : null,
    round: 'round' in found ? found.round : null,
    decided: isDecided(found) ? found.decided : null,
    earlier: found.earlier,
    objection: found.objection ?? null,
    refunds: found.refunds,
    offers: ('offers' in found && found.offers) || null,
    followUpAt: 'followUpAt' in found ? found.followUpAt : null,
    feedback: found.feedback ?? null,
    history: found.history,
    mails: mails.map(mailSummary),
  };
}

/** A mail in `/mail.json`. `sentAt` is null for one that was refused or may not have left. */
export function mailSummary({ id, caseId, kind, to, subject, state, sentAt }: OutgoingRecord) {
  return { id, case: caseId, kind, to, subject, sentAt: state === 'sent' ? (sentAt ?? null) : null, state };
}

/** The mails of a case, oldest first: those its history names, and those that never got that far. */
export async function mailsOf({ mails }: Needs<'mails'>, found: Case): Promise<OutgoingRecord[]> {
  const ours = found.history.filter(
    ({ type }) =>
      type === 'mail-sent' || type === 'mail-failed' || type === 'mail-uncertain' || type === 'mail-held',
  );
  const named = [...new Set(ours.flatMap((event) => ('mailId' in event ? [event.mailId] : [])))];
  const listed = (await mails.sent(MOST_LISTED)).filter(({ caseId }) => caseId === found.id);
  const missing = named.filter((id) => !listed.some((mail) => mail.id === id));
  const older = await Promise.all(missing.map((id) => mails.outgoing(id)));
  return [...older.filter((mail) => mail !== undefined), ...listed.toReversed()].sort((one, other) =>
    one.claimedAt.localeCompare(other.claimedAt),
  );
}
