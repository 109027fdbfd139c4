import { withinLimits } from '../domain/attachments.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';

/**
 * Keeps apart what came with a mail, and gives the mail as a case is to have it: with the attachments that are kept, and how
 * many more there were. Comes before the case, so that a case names nothing that is not there; running it again changes nothing.
 */
export async function keepAttachments(
  { attachments }: Needs<'attachments'>,
  mail: ParsedMail,
): Promise<ParsedMail> {
  const { contents, ...rest } = mail;
  const { kept, notKept } = withinLimits(mail.attachments);
  for (const { sha256 } of kept) {
    const content = contents?.get(sha256);
    if (!content) throw new Error(`the parser gave no content for attachment ${sha256}`);
    await attachments.keep(sha256, content);
  }
  return { ...rest, attachments: kept, ...(notKept > 0 && { attachmentsNotKept: notKept }) };
}
