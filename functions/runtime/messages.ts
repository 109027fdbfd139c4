import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createAwsLog } from '../adapters/aws-log.ts';

/** A handler that does one thing for every message of a queue; only those that failed come back, and the log says why. */
export function forEachMessage(work: (body: string) => Promise<unknown>, log = createAwsLog()) {
  const processor = new BatchProcessor(EventType.SQS);
  const workAll = async ({ body, messageId }: SQSRecord) => {
    try {
      await work(body);
    } catch (error) {
      // Not what it says: SES tells of a mail with its addresses and its subject. The message itself waits in the DLQ.
      log.error('a message could not be worked on', { messageId, error });
      throw error;
    }
  };
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, workAll, processor, { context, throwOnFullBatchFailure: false });
}
