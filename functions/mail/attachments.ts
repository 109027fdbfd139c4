import type { Case } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import type { Attachment } from '../domain/request.ts';
import { formatShortDate } from '../wording/format.ts';
import { attachmentLine } from '../wording/request-facts.ts';
import type { ListItem } from './blocks.ts';

/** What came with one mail, a line each. */
export function attachmentItems(attachments: readonly Attachment[], language: Language): ListItem[] {
  return attachments.map((one) => ({ text: attachmentLine(one, language) }));
}

/** What the customer attached to any of their mails, oldest first; what came after the first mail stands with its day. */
export function everyAttachment(found: Case, language: Language, { shop }: Policy): ListItem[] {
  const later = found.history.flatMap((event) => {
    if (event.type !== 'customer-wrote') return [];
    const lead = formatShortDate(event.at, language, shop.timeZone);
    return attachmentItems(event.attachments, language).map((item) => ({ lead, ...item }));
  });
  return [...attachmentItems(found.request.attachments, language), ...later];
}
