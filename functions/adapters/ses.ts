import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import type { Mailer } from '../domain/ports.ts';

/** Sends by Amazon SES, which has no idempotency token and cannot say afterwards whether a mail has left. */
export function createSesMailer(client: SESClient, configurationSet: string | undefined): Mailer {
  return {
    async send({ from, to, raw }) {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          ...(configurationSet && { ConfigurationSetName: configurationSet }),
        }),
      );
      return MessageId ?? 'unnamed';
    },
    outcome: async () => 'unknown',
  };
}
