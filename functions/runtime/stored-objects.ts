import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createAwsLog } from '../adapters/aws-log.ts';
import type { Instant } from '../domain/time.ts';
import { arrivedObjects } from './arrived-objects.ts';

/** A handler that does one thing for every object a queue tells of; only the messages that failed come back, and the log says why. */
export function forEachStoredObject(
  work: (key: string, arrivedAt: Instant) => Promise<unknown>,
  log = createAwsLog(),
) {
  const processor = new BatchProcessor(EventType.SQS);
  const workAll = async ({ body }: SQSRecord) => {
    try {
      for (const { key, arrivedAt } of arrivedObjects(body)) await work(key, arrivedAt);
    } catch (error) {
      log.error('a message could not be worked on', { body, error });
      throw error;
    }
  };
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, workAll, processor, { context, throwOnFullBatchFailure: false });
}
