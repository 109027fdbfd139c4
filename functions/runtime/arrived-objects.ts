import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { Instant } from '../domain/time.ts';

/** What S3 writes into a queue: news of objects, or the test message it sends when the notification is set up. */
const Notification = z.union([
  z.object({
    Records: z.array(
      z.object({ eventTime: Instant, s3: z.object({ object: z.object({ key: z.string().min(1) }) }) }),
    ),
  }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

/** The objects an S3 notification tells of, and when each was stored. Throws InvalidInput for anything else. */
export function arrivedObjects(body: string): { key: string; arrivedAt: Instant }[] {
  const read = Notification.safeParse(fromJson(body));
  if (!read.success) {
    throw new InvalidInput(`the message is no S3 notification:\n${z.prettifyError(read.error)}`, {
      cause: read.error,
    });
  }
  if ('Event' in read.data) return [];
  // S3 writes keys as a form does: "+" is a space.
  return read.data.Records.map(({ s3, eventTime }) => ({
    key: decodeURIComponent(s3.object.key.replaceAll('+', ' ')),
    arrivedAt: eventTime,
  }));
}

function fromJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new InvalidInput('the message is no S3 notification: it is not JSON', { cause: error });
  }
}
