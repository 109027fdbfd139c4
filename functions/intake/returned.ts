import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import type { Classification } from './classify.ts';
import { isKnownTo, withoutSeal } from './knows-mail.ts';

type Services = Needs<
  'absences' | 'cases' | 'mails' | 'clock' | 'policy' | 'replyAddresses' | 'log' | 'tokens' | 'flow'
>;

/** One of our mails, as far as a report lets us find it. */
interface About {
  id: string;
  caseId: string;
  to: string;
}

/**
 * Writes onto its case that a mail of ours did not arrive, or was called spam. Reports are easily forged, so one counts only
 * where it names a mail that was sent and, where it names a recipient, the one it was sent to; it never decides. Only one that
 * names the mail as nobody but its recipient's server can, and whose sender is not `disproved`, moves the round: the next approver is
 * asked, or a question waited for no longer. Returns the case, or undefined where the report is about none of our mails, or says
 * nothing final.
 */
export async function recordReturn(
  services: Services,
  stored: ReceivedMail,
  read: Classification,
  disproved: boolean,
): Promise<Case | undefined> {
  const returned = whatReturned(read);
  if (!returned) return undefined;
  const { original, recipient, why, status } = returned;
  const about =
    (await byMail(services, original.originalCaseMailId)) ??
    (await toCustomer(services, original.originalCaseId, recipient));
  if (!about || (recipient && !isSameAddress(recipient, about.to))) return undefined;
  const names = [original.originalCaseMailId, original.originalMessageId].filter(
    (name) => name !== undefined,
  );
  const believed = !disproved && (await isKnownTo(services, names, about.id));
  services.log.count('MailFailed');
  const found = await changeCase(services.cases, about.caseId, {
    type: 'record-return',
    ...(await rulesNow(services, [], await services.cases.load(about.caseId))),
    mailId: stored.id,
    about: about.id,
    to: about.to,
    why,
    ...(status && { status }),
    ...(believed && { believed }),
  });
  const isStillAsked =
    found.status === 'awaiting-decision' && found.round.approvers.some((one) => isSameAddress(one, about.to));
  if (believed && why === 'bounced' && isStillAsked) {
    services.log.warn('the only person who could decide cannot be reached', { caseId: found.id });
    services.log.count('CaseOverdue');
  }
  if (movesRound(found, stored.id)) await wakeFlow(services, found, 'leave it');
  return found;
}

/** Whether a report changed who is asked, or what is waited for. It and what it brought about were written as one. */
function movesRound({ history }: Case, mailId: string): boolean {
  const returned = history.findIndex((event) => event.type === 'mail-returned' && event.mailId === mailId);
  const next = history[returned + 1]?.type;
  return returned >= 0 && (next === 'approver-left' || next === 'round-resumed');
}

function whatReturned(read: Classification) {
  if (read.kind === 'complaint') {
    return { original: read.original, recipient: undefined, why: 'complained', status: undefined } as const;
  }
  if (read.kind !== 'bounce' || read.report.action !== 'failed') return undefined;
  const { report } = read;
  return { original: report, recipient: report.recipient, why: 'bounced', status: report.status } as const;
}

async function byMail({ mails }: Services, name: string | undefined): Promise<About | undefined> {
  return name === undefined ? undefined : mails.outgoing(withoutSeal(name));
}

/** What is left of a mail to a customer is often its subject alone: then it is the last that their case sent to them. */
async function toCustomer(
  { cases }: Services,
  caseId: string | undefined,
  recipient: string | undefined,
): Promise<About | undefined> {
  if (!caseId || !recipient) return undefined;
  const found = await caseIfThere(cases, caseId);
  if (!found || !isSameAddress(recipient, found.request.customer.address)) return undefined;
  const sent = found.history.findLast(
    (event) => event.type === 'mail-sent' && isSameAddress(event.to, recipient),
  );
  return sent?.type === 'mail-sent' ? { id: sent.mailId, caseId, to: sent.to } : undefined;
}
