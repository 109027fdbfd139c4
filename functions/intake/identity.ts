import { hex } from '../adapters/sha256.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Sha256 } from '../domain/ports.ts';

/**
 * What makes a mail the same mail when it is delivered again: what its sender wrote, not what servers added on the way.
 * The Message-ID alone is not enough, for there are senders who give two mails the same. Where there is no sender, or neither
 * Message-ID nor date, too little is left to call two mails one: each delivery is a mail of its own.
 */
export function identity(mail: ParsedMail, rawKey: string, sha256: Sha256): string {
  const date = mail.headers.get('date');
  if (!mail.from || !(mail.messageId || date)) return hex(sha256(`delivery ${rawKey}`)).slice(0, 32);
  const written = [
    mail.messageId,
    date,
    mail.from.address,
    mail.subject,
    mail.text,
    mail.htmlSha256,
    ...mail.attachments.map((attachment) => attachment.sha256),
  ];
  return hex(sha256(JSON.stringify(written))).slice(0, 32);
}
