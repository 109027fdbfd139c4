import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import type { Classification } from './classify.ts';

type Services = Needs<'absences' | 'cases' | 'mails' | 'clock' | 'policy' | 'log'>;

/** One of our mails, as far as a report lets us find it. */
interface About {
  id: string;
  caseId: string;
  to: string;
}

/**
 * Writes onto its case that a mail of ours did not arrive, or was called spam. Reports are easily forged, so one counts only
 * where it names a mail that was sent and, where it names a recipient, the one it was sent to; and it moves nothing. Returns
 * the case, or undefined where the report is about none of our mails, or says nothing final.
 */
export async function recordReturn(
  services: Services,
  stored: ReceivedMail,
  read: Classification,
): Promise<Case | undefined> {
  const returned = whatReturned(read);
  if (!returned) return undefined;
  const { original, recipient, why, status } = returned;
  const about =
    (await byMail(services, original.originalCaseMailId)) ??
    (await byCase(services, original.originalCaseId, recipient));
  if (!about || (recipient && !isSameAddress(recipient, about.to))) return undefined;
  services.log.count('MailFailed');
  return changeCase(services.cases, about.caseId, {
    type: 'record-return',
    ...(await rulesNow(services)),
    mailId: stored.id,
    about: about.id,
    to: about.to,
    why,
    ...(status && { status }),
  });
}

function whatReturned(read: Classification) {
  if (read.kind === 'complaint') {
    return { original: read.original, recipient: undefined, why: 'complained', status: undefined } as const;
  }
  if (read.kind !== 'bounce' || read.report.action !== 'failed') return undefined;
  const { report } = read;
  return { original: report, recipient: report.recipient, why: 'bounced', status: report.status } as const;
}

async function byMail({ mails }: Services, id: string | undefined): Promise<About | undefined> {
  return id === undefined ? undefined : mails.outgoing(id);
}

/** What is left of a mail is often its subject alone: then it is the last that the case sent to that address. */
async function byCase(
  { cases }: Services,
  caseId: string | undefined,
  recipient: string | undefined,
): Promise<About | undefined> {
  if (!caseId || !recipient) return undefined;
  const found = await caseIfThere(cases, caseId);
  const sent = found?.history.findLast(
    (event) => event.type === 'mail-sent' && isSameAddress(event.to, recipient),
  );
  return sent?.type === 'mail-sent' ? { id: sent.mailId, caseId, to: sent.to } : undefined;
}
