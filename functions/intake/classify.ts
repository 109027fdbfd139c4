import type { ParsedMail } from '../domain/mail.ts';

/** Why a mail is not a person's request, in words that name the evidence; undefined for a person's mail. */
export function notAPersonsMail(mail: ParsedMail, ownAddress: string): string | undefined {
  const header = (name: string) => mail.headers.get(name) ?? '';
  if (!mail.from) return 'no sender: the From header holds no address';
  if (mail.from.address.toLowerCase() === ownAddress.toLowerCase())
    return 'our own mail: it comes from our own address';

  // RFC 3834, section 5: anything but "no" was sent by a machine.
  const submitted = header('auto-submitted').toLowerCase();
  if (submitted && !submitted.startsWith('no')) return `automatic: Auto-Submitted is "${submitted}"`;
  if (header('return-path') === '<>') return 'automatic: the return path is empty, as in a delivery report';
  const contentType = header('content-type').toLowerCase();
  if (contentType.startsWith('multipart/report')) return 'automatic: a delivery or disposition report';
  const precedence = header('precedence').toLowerCase();
  if (/^(bulk|list|junk|auto_reply)$/.test(precedence)) return `automatic: Precedence is "${precedence}"`;
  for (const name of ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress']) {
    // Exchange puts "X-Auto-Response-Suppress" on what it sends by itself; people's mail programs do not.
    if (mail.headers.has(name)) return `automatic: it has the header ${name}`;
  }
  if (mail.headers.has('list-id') || mail.headers.has('list-unsubscribe'))
    return 'bulk: it has a mailing-list header';
  if (/^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(mail.from.address)) {
    return `automatic: nobody reads mail at ${mail.from.address}`;
  }
  if (!mail.text && !mail.subject && mail.attachments.length === 0)
    return 'empty: no subject, text or attachment';
  return undefined;
}
