import { attachmentsOf, isEvidence, kindOf } from '../domain/attachments.ts';
import type { Case } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { Attachment, AttachmentKind } from '../domain/request.ts';
import { formatShortDate } from '../wording/format.ts';
import { attachmentLine, attachmentName, attachmentSize } from '../wording/request-facts.ts';
import type { ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/** Where attachments can be looked at, by their SHA-256. */
export type AttachmentLinks = Readonly<Record<string, string>>;

/** What came with one mail, a line each. */
export function attachmentItems(attachments: readonly Attachment[], language: Language): ListItem[] {
  return attachments.map((one) => ({ text: attachmentLine(one, language) }));
}

/** What the customer attached to any of their mails, oldest first, logos last; what came after the first mail stands with its day. */
export function attachmentList(found: Case, { shop }: Policy, links: AttachmentLinks): ListItem[] {
  const { staffLanguage: language, timeZone } = shop;
  return evidenceFirst(found).map((one) => {
    const href = links[one.sha256];
    return {
      ...(one.later && { lead: formatShortDate(one.later, language, timeZone) }),
      ...(href
        ? { link: { label: attachmentName(one), href }, text: attachmentSize(one, language) }
        : { text: attachmentLine(one, language) }),
    };
  });
}

/** The customer's attachments in the order in which a mail shows them. */
export function evidenceFirst(found: Case) {
  const all = attachmentsOf(found, 'customer');
  return all.toSorted((one, other) => Number(isEvidence(other)) - Number(isEvidence(one)));
}

const kinds = ['photo', 'video', 'document', 'other'] as const satisfies readonly AttachmentKind[];

/** What came with the customer's mails, counted by kind: `2 photos and 1 document`. */
export function attachmentCount(found: Case, language: Language): string {
  const says = catalogue[language].approval.attached;
  const shown = attachmentsOf(found, 'customer').filter(({ decoration }) => !decoration);
  const counted = kinds.flatMap((kind) => {
    const count = shown.filter((one) => (one.kind ?? kindOf(one.type)) === kind).length;
    return count > 0 ? [says[kind](count)] : [];
  });
  return counted.length > 0 ? new Intl.ListFormat(language).format(counted) : says.nothing;
}
