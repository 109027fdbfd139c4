import type { ParsedMail } from '../domain/mail.ts';

/** What a mail is. Only a person's mail opens a case or moves one. */
export type Classification =
  | { kind: 'person' }
  | { kind: 'automatic' | 'bulk' | 'own' | 'empty' | 'no-sender'; evidence: string };

/** Tells a person's mail from all others, with the evidence in words. */
export function classify(mail: ParsedMail, ownAddress: string): Classification {
  if (!mail.from) return { kind: 'no-sender', evidence: 'the From header holds no address' };
  const { address } = mail.from;
  if (address.toLowerCase() === ownAddress.toLowerCase()) {
    return { kind: 'own', evidence: 'it comes from our own address' };
  }
  const machine = machineEvidence(mail, address);
  if (machine) return { kind: 'automatic', evidence: machine };
  if (mail.headers.has('list-id') || mail.headers.has('list-unsubscribe')) {
    return { kind: 'bulk', evidence: 'it has a mailing-list header' };
  }
  if (!mail.text && !mail.subject && mail.attachments.length === 0) {
    return { kind: 'empty', evidence: 'no subject, text or attachment' };
  }
  return { kind: 'person' };
}

function machineEvidence({ headers }: ParsedMail, address: string): string | undefined {
  const header = (name: string) => headers.get(name)?.toLowerCase() ?? '';
  // RFC 3834, section 5: anything but "no" was sent by a machine.
  const submitted = header('auto-submitted');
  if (submitted && !/^no\b/.test(submitted)) return `Auto-Submitted is "${submitted}"`;
  if (header('return-path') === '<>') return 'the return path is empty, as in a delivery report';
  if (header('content-type').startsWith('multipart/report')) return 'it is a delivery or disposition report';
  const precedence = header('precedence');
  if (/^(bulk|list|junk|auto_reply)$/.test(precedence)) return `Precedence is "${precedence}"`;
  // Exchange puts X-Auto-Response-Suppress on what it sends by itself; people's mail programs do not.
  const own = ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].find((name) => headers.has(name));
  if (own) return `it has the header ${own}`;
  if (/^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)\b[^@]*@/i.test(address)) {
    return `nobody reads mail at ${address}`;
  }
  return undefined;
}
