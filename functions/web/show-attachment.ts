import { isSameAddress } from '../domain/address.ts';
import { attachmentsOf, isKept } from '../domain/attachments.ts';
import type { Case } from '../domain/case.ts';
import { AttachmentMissing, LinkExpired, LinkInvalid } from '../domain/errors.ts';
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
  return attachmentOf(found, sha256);
}

/**
 * The one attachment a link in an approver's mail opens, for as long as they are asked about the case. Throws LinkInvalid,
 * LinkExpired, CaseNotFound, AttachmentMissing.
 */
export async function viewLinkedAttachment(
  { links, cases }: Needs<'links' | 'cases'>,
  token: string,
): Promise<Attachment> {
  const { caseId, sha256, person } = await links.read(token, 'attachment');
  const found = await cases.load(caseId);
  const isAsked =
    found.status === 'awaiting-decision' && found.round.approvers.some((one) => isSameAddress(one, person));
  if (!isAsked) throw new LinkExpired(`case ${caseId} no longer asks ${person}`);
  return attachmentOf(found, sha256);
}

function attachmentOf(found: Case, sha256: string): Attachment {
  const attachments = attachmentsOf(found, 'customer');
  const attachment = attachments.find((one) => one.sha256 === sha256 && isKept(one));
  if (!attachment) throw new AttachmentMissing(`case ${found.id} has no attachment ${sha256}`);
  return attachment;
}
