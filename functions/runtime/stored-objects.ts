import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { arrivedKeys } from './arrived-keys.ts';

/** A handler that does one thing for every object a queue tells of; only the messages that failed come back. */
export function forEachStoredObject(work: (key: string) => Promise<unknown>) {
  const processor = new BatchProcessor(EventType.SQS);
  const workAll = async ({ body }: SQSRecord) => {
    for (const key of arrivedKeys(body)) await work(key);
  };
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, workAll, processor, { context, throwOnFullBatchFailure: false });
}
