import { type Recording, recordReturned } from '../delivery-events/record-returned.ts';
import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { OutgoingMail } from '../domain/ports.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import type { Classification } from './classify.ts';
import { isKnownTo, withoutSeal } from './knows-mail.ts';

/**
 * Writes onto its case that a mail of ours did not arrive, or was called spam. Reports are easily forged, so one counts only
 * where it names a mail that was sent and, where it names a recipient, the one it was sent to; it never decides. Only one that
 * names the mail as nobody but its recipient's server can, and whose sender is not `disproved`, moves the round: the next approver is
 * asked, or a question waited for no longer. Returns the case, or undefined where the report is about none of our mails, or says
 * nothing final.
 */
export async function recordReturn(
  services: Recording,
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
  // Only an address that does not exist, or no longer does, will never take a mail.
  const isForGood = why === 'complained' || NO_SUCH_ADDRESS.test(status ?? '');
  const ends = believed && isForGood;
  const said = { reportId: stored.id, why, status, at: stored.receivedAt };
  return recordReturned(services, about, { ...said, believed, suppresses: ends, counts: ends });
}

/** RFC 3463: bad destination address, or a mailbox that takes no mails. Others are full mailboxes, or about the mail itself. */
const NO_SUCH_ADDRESS = /^5\.(1\.\d+|2\.1)$/;

function whatReturned(read: Classification) {
  if (read.kind === 'complaint') {
    return { original: read.original, recipient: undefined, why: 'complained', status: undefined } as const;
  }
  if (read.kind !== 'bounce' || read.report.action !== 'failed') return undefined;
  const { report } = read;
  return { original: report, recipient: report.recipient, why: 'bounced', status: report.status } as const;
}

async function byMail({ mails }: Recording, name: string | undefined): Promise<OutgoingMail | undefined> {
  return name === undefined ? undefined : mails.outgoing(withoutSeal(name));
}

/** What is left of a mail to a customer is often its subject alone: then it is the last that their case sent to them. */
async function toCustomer(
  { cases }: Recording,
  caseId: string | undefined,
  recipient: string | undefined,
): Promise<OutgoingMail | undefined> {
  if (!caseId || !recipient) return undefined;
  const found = await caseIfThere(cases, caseId);
  if (!found || !isSameAddress(recipient, found.request.customer.address)) return undefined;
  const sent = found.history.findLast(
    (event) => event.type === 'mail-sent' && isSameAddress(event.to, recipient),
  );
  return sent?.type === 'mail-sent'
    ? { id: sent.mailId, caseId, kind: sent.kind, to: sent.to, subject: '' }
    : undefined;
}
