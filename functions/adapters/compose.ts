import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export interface MailParts {
  /** The name it goes under in its headers: the mail's id with its seal. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  replyTo: string;
  /** Message-ID of the mail this one answers. One too long for a header is left out. */
  answers?: string | undefined;
}

/** A header line holds 998 characters (RFC 5322, section 2.1.1), and a Message-ID cannot be folded. */
const MAX_MESSAGE_ID = 998 - 'In-Reply-To: '.length;

/** What auto-responders look at before they answer: RFC 3834 and Microsoft's MS-OXCMAIL. Nothing answers what we send by itself. */
const QUIET = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Builds the MIME message. Its Message-ID comes from the mail's name, so sending it again is sending the same mail. */
export function compose(mail: MailParts, sentAt: Date): Promise<Uint8Array> {
  const joins = mail.answers !== undefined && mail.answers.length <= MAX_MESSAGE_ID;
  const domain = mail.from.address.split('@').at(-1) ?? 'localhost';
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: sentAt,
    // A line that ends otherwise is refused by some servers, and by others read as the beginning of another mail.
    newline: 'windows',
    messageId: `<${mail.id}@${domain}>`,
    // SES puts a Message-ID of its own in place of ours; this one comes back with a returned mail.
    headers: { ...QUIET, 'Content-Language': mail.language, 'X-Goodwill-Mail': mail.id },
    ...(joins && { inReplyTo: mail.answers, references: mail.answers }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
