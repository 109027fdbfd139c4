import { createTransport } from 'nodemailer';

export interface CustomerMail {
  from: string;
  name: string;
  subject: string;
  text: string;
  attachments: ReadonlyArray<{ filename: string; content: Buffer; contentType?: string }>;
}

/** Sends a mail to the refunds address as a customer's own mail program would: over SMTP. */
export function sendAsCustomer(smtpPort: number, refunds: string) {
  return async ({ from, name, subject, text, attachments }: CustomerMail): Promise<void> => {
    const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
    try {
      await transport.sendMail({
        from: { name, address: from },
        to: refunds,
        subject,
        text,
        attachments: [...attachments],
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } finally {
      transport.close();
    }
  };
}
