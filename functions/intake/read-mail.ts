import { LimitExceeded, UnreadableMail } from '../domain/errors.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { type Summary, summarize } from '../quarantine/summary.ts';

/** The largest mail that is read (bytes). A handful of phone photos fits; SES itself takes 40 MB. */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;

/** A mail that was read; or why it cannot be, with what its top says of who wrote and about what. */
export type Reading = { mail: ParsedMail } | ({ reason: string } & Summary);

/** Reads a stored raw mail within bounds. Throws RawMailMissing, and whatever is no fault of the mail. */
export async function readMail(
  { rawMails, parser }: Needs<'rawMails' | 'parser'>,
  rawKey: string,
): Promise<Reading> {
  const raw = await rawMails.get(rawKey);
  const unread = async (reason: string) => ({ reason, ...(await summarize(parser, raw)) });
  if (raw.byteLength > MAX_MAIL_BYTES) {
    const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
    return unread(
      `too large: ${megabytes(raw.byteLength)}, and at most ${megabytes(MAX_MAIL_BYTES)} are read`,
    );
  }
  try {
    return { mail: await parser.parse(raw) };
  } catch (error) {
    if (error instanceof UnreadableMail) return unread(`unreadable: ${error.message}`);
    if (error instanceof LimitExceeded) return unread(`limit: ${error.message}`);
    throw error;
  }
}
