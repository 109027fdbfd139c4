import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import { awsServices } from '../runtime/services.ts';
import { arrivedKeys } from './arrived-keys.ts';
import { importObject } from './import-object.ts';

const processor = new BatchProcessor(EventType.SQS);

/** Imports each orders file that arrived under `orders/`. */
export const handler: SQSHandler = async (event, context) => {
  const services = await awsServices();
  const importAll = async ({ body }: SQSRecord) => {
    for (const key of arrivedKeys(body)) await importObject(services, key);
  };
  return processPartialResponse(event, importAll, processor, { context, throwOnFullBatchFailure: false });
};
