import { setTimeout as sleep } from 'node:timers/promises';
import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MailRejected } from '../domain/errors.ts';
import type { Mailer } from '../domain/ports.ts';

/** SES refuses who sends faster than the account may, in its sandbox one mail a second. A moment later it takes the mail. */
const THROTTLED = /^Throttling/;
const TRIES = 4;
const PAUSE_MS = 1_100;

/**
 * Sends by Amazon SES, which has no idempotency token and cannot say afterwards whether a mail has left. The client must
 * not retry by itself (maxAttempts 1): a retry after a lost answer would send the mail twice. A mail that was throttled has
 * certainly not left, so it is tried again.
 */
export function createSesMailer(
  client: SESClient,
  configurationSet: string | undefined,
  pauseMs = PAUSE_MS,
): Mailer {
  return {
    async send({ from, to, raw }) {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        ...(configurationSet && { ConfigurationSetName: configurationSet }),
      });
      for (let attempt = 1; ; attempt++) {
        try {
          const { MessageId } = await client.send(command);
          return MessageId ?? 'unnamed';
        } catch (error) {
          if (!(error instanceof SESServiceException && error.$fault === 'client')) throw error;
          if (!THROTTLED.test(error.name) || attempt === TRIES) {
            throw new MailRejected(`SES refused the mail: ${error.message}`, { cause: error });
          }
          await sleep(pauseMs * attempt);
        }
      }
    },
    outcome: async () => 'unknown',
  };
}
