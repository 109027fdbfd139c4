import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MailRejected } from '../domain/errors.ts';
import type { Mailer } from '../domain/ports.ts';

/**
 * Sends by Amazon SES, which has no idempotency token and cannot say afterwards whether a mail has left. The client must
 * not retry by itself (maxAttempts 1): a retry after a lost answer would send the mail twice.
 */
export function createSesMailer(client: SESClient, configurationSet: string | undefined): Mailer {
  return {
    async send({ from, to, raw }) {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        ...(configurationSet && { ConfigurationSetName: configurationSet }),
      });
      try {
        const { MessageId } = await client.send(command);
        return MessageId ?? 'unnamed';
      } catch (error) {
        if (error instanceof SESServiceException && error.$fault === 'client') {
          throw new MailRejected(`SES refused the mail: ${error.message}`, { cause: error });
        }
        throw error;
      }
    },
    outcome: async () => 'unknown',
  };
}
