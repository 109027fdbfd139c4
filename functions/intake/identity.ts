import { hex } from '../adapters/sha256.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Sha256 } from '../domain/ports.ts';

/**
 * What makes a mail the same mail when it is delivered again: what its sender wrote, not what servers added on the way.
 * The Message-ID alone is not enough, for there are senders who give two mails the same. Where there is none, or no sender, too
 * little is left to call two mails one: each delivery is a mail of its own.
 */
export function identity(mail: ParsedMail, rawKey: string, sha256: Sha256): string {
  if (!mail.messageId || !mail.from) return hex(sha256(`delivery ${rawKey}`)).slice(0, 32);
  const written = [
    mail.messageId,
    mail.headers.get('date'),
    mail.from.address,
    mail.subject,
    mail.text,
    ...mail.attachments.map((attachment) => attachment.sha256),
  ];
  return hex(sha256(JSON.stringify(written))).slice(0, 32);
}
