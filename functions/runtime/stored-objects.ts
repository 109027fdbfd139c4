import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { InvalidInput } from '../domain/errors.ts';

/** S3's notification of new objects, the fields we read: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const Notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string().min(1) }) }) })).default([]),
});

/** The keys of the objects a queued notification is about: none for the test message S3 sends when it is set up. */
function storedKeys(record: SQSRecord): string[] {
  const read = Notification.safeParse(JSON.parse(record.body));
  if (!read.success) {
    throw new InvalidInput(`not an S3 notification:\n${z.prettifyError(read.error)}`, { cause: read.error });
  }
  // Keys are URL-encoded in notifications, with plus signs for spaces.
  return read.data.Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
}

/** A handler that does one thing for every new object; only the messages that failed come back. */
export function forEachStoredObject(work: (key: string) => Promise<unknown>) {
  const processor = new BatchProcessor(EventType.SQS);
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(
      event,
      async (record: SQSRecord) => {
        for (const key of storedKeys(record)) await work(key);
      },
      processor,
      { context, throwOnFullBatchFailure: false },
    );
}
