import { z } from 'zod';
import { InvalidInput } from '../domain/errors.ts';

/** What S3 writes into a queue: news of objects, or the test message it sends when the notification is set up. */
const Notification = z.union([
  z.object({
    Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string().min(1) }) }) })),
  }),
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

/** The keys of the objects an S3 notification tells of. Throws InvalidInput for anything else. */
export function arrivedKeys(body: string): string[] {
  const read = Notification.safeParse(fromJson(body));
  if (!read.success) {
    throw new InvalidInput(`the message is no S3 notification:\n${z.prettifyError(read.error)}`, {
      cause: read.error,
    });
  }
  if ('Event' in read.data) return [];
  // S3 writes keys as a form does: "+" is a space.
  return read.data.Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
}

function fromJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new InvalidInput('the message is no S3 notification: it is not JSON', { cause: error });
  }
}
