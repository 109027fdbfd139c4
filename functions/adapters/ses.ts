import { setTimeout as sleep } from 'node:timers/promises';
import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { withoutAddresses } from '../domain/address.ts';
import { MailRejected, SendingPaused } from '../domain/errors.ts';
import type { Mailer } from '../domain/ports.ts';

/** SES refuses who sends faster than the account may, in its sandbox one mail a second. A moment later it takes the mail. */
const THROTTLED = /^Throttling/;
/** The mails of 24 hours are used up. SES gives that the same name, and no moment later changes it. */
const USED_UP = /daily/i;
/** AWS, or an operator, has stopped what the account or the configuration set sends. */
const PAUSED = /^(AccountSendingPaused|ConfigurationSetSendingPaused)/;
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
    async send({ id, from, to, raw }) {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        ...(configurationSet && { ConfigurationSetName: configurationSet }),
        Tags: [{ Name: MAIL_TAG, Value: tagOf(id) }],
      });
      for (let attempt = 1; ; attempt++) {
        try {
          const { MessageId } = await client.send(command);
          return MessageId ?? 'unnamed';
        } catch (error) {
          if (!(error instanceof SESServiceException)) throw error;
          const cause = withoutPeople(error);
          if (error.$fault !== 'client') throw cause;
          const isThrottled = THROTTLED.test(error.name);
          // Nothing is wrong with the mail: it leaves another time.
          if (PAUSED.test(error.name) || (isThrottled && (USED_UP.test(error.message) || attempt === TRIES)))
            throw new SendingPaused(`SES takes no mails now: ${cause.message}`, { cause });
          if (!isThrottled) throw new MailRejected(`SES refused the mail: ${cause.message}`, { cause });
          await sleep(pauseMs * attempt);
        }
      }
    },
    outcome: async () => 'unknown',
  };
}

/** What SES says names the people a mail is to, in several of its fields, and an error that is thrown is logged by AWS Lambda with all of them. */
function withoutPeople({ name, message }: SESServiceException): Error {
  return Object.assign(new Error(withoutAddresses(message)), { name });
}

/** The tag that brings a mail's id back with every event of SES. A tag has letters, digits, dashes and underscores. */
export const MAIL_TAG = 'goodwill-mail';

function tagOf(mailId: string): string {
  return mailId.replaceAll('.', '_');
}

/** The id of the mail that has this tag. */
export function mailOfTag(tag: string): string {
  return tag.replaceAll('_', '.');
}
