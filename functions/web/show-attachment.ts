import { attachmentsOf, isKept } from '../domain/attachments.ts';
import { AttachmentMissing, LinkInvalid } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Attachment } from '../domain/request.ts';

/**
 * An attachment that the page behind an approver's link lists at this moment: of that case, from its customer. Throws
 * LinkInvalid, LinkExpired, CaseNotFound, and AttachmentMissing for every other hash.
 */
export async function viewAttachment(
  { links, cases }: Needs<'links' | 'cases'>,
  token: string,
  sha256: string,
): Promise<Attachment> {
  const { caseId, round } = await links.read(token, 'decide');
  const found = await cases.load(caseId);
  if (found.status !== 'awaiting-decision' || found.round.number !== round) {
    throw new LinkInvalid(`case ${caseId} is no longer shown in round ${round}`);
  }
  const attachments = attachmentsOf(found, 'customer');
  const attachment = attachments.find((one) => one.sha256 === sha256 && isKept(one));
  if (!attachment) throw new AttachmentMissing(`case ${caseId} has no attachment ${sha256}`);
  return attachment;
}
