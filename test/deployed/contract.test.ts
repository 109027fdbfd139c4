import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createS3Attachments } from '../../functions/adapters/s3-attachments.ts';
import { createS3ExportFiles } from '../../functions/adapters/s3-export-files.ts';
import { createS3RawMails } from '../../functions/adapters/s3-raw-mails.ts';
import { createS3Reports } from '../../functions/adapters/s3-reports.ts';
import { RawMailMissing } from '../../functions/domain/errors.ts';
import { absencesContract } from '../contract/suites/absences.ts';
import { attachmentsContract } from '../contract/suites/attachments.ts';
import { caseDaysContract } from '../contract/suites/case-days.ts';
import { deliveriesContract } from '../contract/suites/deliveries.ts';
import { exportFilesContract } from '../contract/suites/export-files.ts';
import { personalRecordsContract } from '../contract/suites/personal-records.ts';
import { policiesContract } from '../contract/suites/policies.ts';
import { precedentsContract } from '../contract/suites/precedents.ts';
import { recordsContract } from '../contract/suites/records.ts';
import { reportsContract } from '../contract/suites/reports.ts';
import { deployedStack } from './stack.ts';

const { outputs, dynamodb, s3, store } = deployedStack();

async function openTwin() {
  const TableName = `${outputs.TableName}-contract-${crypto.randomUUID().slice(0, 8)}`;
  await createTwin(TableName);
  const close = async () => {
    await dynamodb.send(new DeleteTableCommand({ TableName }));
  };
  const personal = createPersonalRecords(dynamodb, TableName);
  return { records: createRecords(dynamodb, TableName), personal, close };
}

recordsContract('table as deployed', openTwin);
deliveriesContract('table as deployed', openTwin);
personalRecordsContract('table as deployed', openTwin);
caseDaysContract('table as deployed', async () => {
  const { records, personal, close } = await openTwin();
  return { ...records, personal, close };
});
policiesContract('table as deployed', async () => {
  const { records, close } = await openTwin();
  return { ...records, close };
});

absencesContract('table as deployed', async () => {
  const { records, close } = await openTwin();
  return { ...records, close };
});

precedentsContract('table as deployed', async () => {
  const { records, personal, close } = await openTwin();
  return { precedents: records.precedents, personal, close };
});

/** An empty table with the keys and indexes of the deployed one. */
async function createTwin(TableName: string): Promise<void> {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: outputs.TableName }));
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 60 }, { TableName });
}

attachmentsContract('deployed bucket', async () => ({
  attachments: createS3Attachments(s3, outputs.RawBucketName),
  close: async () => {},
}));

exportFilesContract('a bucket', async () => {
  const Bucket = `exports-${crypto.randomUUID().slice(0, 8)}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return { files: createS3ExportFiles(s3, Bucket), close: async () => {} };
});

reportsContract('a bucket', async () => {
  const Bucket = `reports-${crypto.randomUUID().slice(0, 8)}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return { reports: createS3Reports(s3, Bucket), close: async () => {} };
});

describe('raw mails: deployed bucket', () => {
  const rawMails = createS3RawMails(s3, outputs.RawBucketName);

  it('come back byte for byte', async () => {
    // Not under inbound/, where it would become a case.
    const written = crypto.getRandomValues(new Uint8Array(1024));
    await store('contract/bytes', written);
    expect(await rawMails.get('contract/bytes')).toEqual(written);
  });

  it('that are not there are named in the error', async () => {
    const missing = rawMails.get('contract/none');
    await expect(missing).rejects.toThrow(RawMailMissing);
    await expect(missing).rejects.toThrow('contract/none');
  });
});
