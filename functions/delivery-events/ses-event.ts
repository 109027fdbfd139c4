import * as z from 'zod';
import { MAIL_TAG, mailOfTag } from '../adapters/ses.ts';
import { InvalidInput } from '../domain/errors.ts';
import type { Returned } from './record-returned.ts';

/** SES writes instants with and without fractions of a second, and some with an offset. */
const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
/** Whatever a stranger's server answered must not keep the bounce from being recorded. A code has at most nine characters. */
const Recipient = z.object({
  status: z
    .string()
    .nullish()
    .transform((status) => status?.slice(0, 20)),
});
const mail = z.object({
  tags: z.object({ [MAIL_TAG]: z.tuple([z.string().regex(/^[\w-]{1,256}$/)]) }),
});

/** What SES tells of a mail, as far as anything follows from it. */
const SesEvent = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string(),
      bouncedRecipients: z.array(Recipient).default([]),
      feedbackId: z.string().min(1),
      timestamp: Moment,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complaintFeedbackType: z.string().nullish(),
      complaintSubType: z.string().nullish(),
      feedbackId: z.string().min(1),
      timestamp: Moment,
    }),
  }),
  z.object({
    eventType: z.literal('Reject'),
    mail: mail.extend({ messageId: z.string().min(1), timestamp: Moment }),
    reject: z.object({ reason: z.string() }),
  }),
]);
type SesEvent = z.infer<typeof SesEvent>;

/** SES did not even try, because its list for the account has the address. That counts against nobody. */
const LISTED = 'OnAccountSuppressionList';
/** What SES writes once into a topic when it is told to publish there. */
const GREETING = /^Successfully validated SNS topic\b/;

/**
 * Reads what SES tells of a mail of ours; undefined where nothing follows from it. Throws InvalidInput naming each field that is not as it
 * has to be.
 */
export function readSesEvent(body: string): { mailId: string; returned: Returned } | undefined {
  if (GREETING.test(body)) return undefined;
  const read = SesEvent.safeParse(fromJson(body));
  if (!read.success) {
    throw new InvalidInput(
      `the message is no event of SES about a mail of ours:\n${z.prettifyError(read.error)}`,
      {
        cause: read.error,
      },
    );
  }
  const [tag] = read.data.mail.tags[MAIL_TAG];
  const returned = returnedBy(read.data);
  return returned && { mailId: mailOfTag(tag), returned };
}

function returnedBy(event: SesEvent): Returned | undefined {
  switch (event.eventType) {
    case 'Bounce': {
      const { bounceType, bounceSubType, bouncedRecipients, feedbackId, timestamp } = event.bounce;
      // A soft bounce may be a full mailbox, or a note of absence: the next mail may arrive, and is sent.
      const isHard = bounceType === 'Permanent';
      return {
        reportId: `ses.${feedbackId}`,
        why: 'bounced',
        status: bouncedRecipients[0]?.status,
        believed: isHard,
        suppresses: isHard,
        counts: isHard && bounceSubType !== LISTED,
        at: timestamp,
      };
    }
    case 'Complaint': {
      const { complaintFeedbackType, complaintSubType, feedbackId, timestamp } = event.complaint;
      // Somebody took the mail out of their spam folder.
      if (complaintFeedbackType === 'not-spam') return undefined;
      const said = { reportId: `ses.${feedbackId}`, believed: true, suppresses: true, at: timestamp };
      if (complaintSubType === LISTED) return { ...said, why: 'bounced', suppresses: false, counts: false };
      return { ...said, why: 'complained', counts: true };
    }
    case 'Reject': {
      const { messageId, timestamp } = event.mail;
      const said = { believed: true, suppresses: false, counts: false, at: timestamp } as const;
      return { ...said, reportId: `ses.${messageId}`, why: 'rejected' };
    }
    default:
      return event satisfies never;
  }
}

function fromJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new InvalidInput('the message is no event of SES: it is not JSON', { cause: error });
  }
}
