import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createAwsLog } from '../adapters/aws-log.ts';

/** A handler that does one thing for every message of a queue; only those that failed come back, and the log says why. */
export function forEachMessage(work: (body: string) => Promise<unknown>, log = createAwsLog()) {
  const processor = new BatchProcessor(EventType.SQS);
  const workAll = async ({ body }: SQSRecord) => {
    try {
      await work(body);
    } catch (error) {
      log.error('a message could not be worked on', { body, error });
      throw error;
    }
  };
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, workAll, processor, { context, throwOnFullBatchFailure: false });
}
