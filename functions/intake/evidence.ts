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
  const { contents = new Map<string, Uint8Array>(), ...rest } = mail;
  const kept = withinLimits(mail.attachments.filter(({ sha256 }) => contents.has(sha256)));
  await Promise.all(
    kept.map(({ sha256 }) => attachments.keep(sha256, contents.get(sha256) ?? new Uint8Array())),
  );
  const notKept = new Set(mail.attachments.map(({ sha256 }) => sha256)).size - kept.length;
  return { ...rest, attachments: kept, ...(notKept > 0 && { attachmentsNotKept: notKept }) };
}
