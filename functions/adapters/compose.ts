import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export interface MailParts {
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  replyTo: string;
  /** Message-ID of the mail this one answers. */
  answers?: string | undefined;
}

/** What auto-responders look at before they answer: RFC 3834 and Microsoft's MS-OXCMAIL. Nothing answers what we send by itself. */
const QUIET = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Builds the MIME message. Its Message-ID comes from the mail's id, so sending it again is sending the same mail. */
export function compose(mail: MailParts, sentAt: Date): Promise<Uint8Array> {
  const domain = mail.from.address.split('@').at(-1) ?? 'localhost';
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: sentAt,
    messageId: `<${mail.id}@${domain}>`,
    // SES puts a Message-ID of its own in place of ours; this one comes back with a returned mail.
    headers: { ...QUIET, 'Content-Language': mail.language, 'X-Goodwill-Mail': mail.id },
    ...(mail.answers && { inReplyTo: mail.answers, references: mail.answers }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
