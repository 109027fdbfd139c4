import { isSameAddress } from '../domain/address.ts';
import type { Case, MailKind } from '../domain/case.ts';
import { MailRejected } from '../domain/errors.ts';
import { changeCase } from '../runtime/change-case.ts';
import type { Sending } from './send-once.ts';

/** Enough of an error to act on (characters); the log has the rest. */
const MAX_ERROR = 500;

interface Recorded {
  id: string;
  to: string;
  kind: MailKind;
}

/** Shows on the case that a mail waits, and raises the alarm. */
export async function recordHeld(
  { cases, clock, log }: Sending,
  found: Case,
  { id: mailId, to, kind }: Recorded,
): Promise<Case> {
  log.warn('a mail waits until it can be sent', { caseId: found.id, mailId });
  log.count('MailHeld');
  return changeCase(cases, found.id, { type: 'record-held-mail', at: clock.now(), mailId, kind, to });
}

/** Shows on the case that a mail did not leave, and raises the alarm the first time; one of its own where finance takes no mail. */
export async function recordFailure(
  { cases, clock, log, policy: { policy } }: Sending,
  found: Case,
  { id: mailId, to, kind }: Recorded,
  cause: unknown,
): Promise<void> {
  const earlier = found.history.filter((event) => event.type === 'mail-failed' && event.mailId === mailId);
  const known = earlier.length > 0;
  const refused = cause instanceof MailRejected || undefined;
  log.warn('a mail could not be sent', { caseId: found.id, mailId, error: `${cause}` });
  if (known && !refused) return;
  if (!known) log.count('MailFailed');
  const isNew = !earlier.some((event) => 'refused' in event && event.refused);
  if (refused && isNew && isSameAddress(to, policy.shop.finance)) log.count('FinanceUnreachable');
  const error = `${cause}`.slice(0, MAX_ERROR);
  await changeCase(cases, found.id, {
    type: 'record-mail-failure',
    at: clock.now(),
    mailId,
    kind,
    to,
    error,
    ...(refused && { refused }),
  });
}

/** Writes onto the case what became of a mail. */
export function recordOnCase(
  { cases, clock }: Sending,
  found: Case,
  { id: mailId, to, kind }: Recorded,
  settled: 'sent' | 'uncertain',
) {
  return changeCase(cases, found.id, {
    type: settled === 'sent' ? 'record-mail' : 'record-uncertain-mail',
    at: clock.now(),
    mailId,
    kind,
    to,
  });
}
