import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CreateDatabaseCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createAthenaQueries } from '../../functions/adapters/athena.ts';
import { toParquet } from '../../functions/export/parquet.ts';
import { partitionPath } from '../../functions/export/partition.ts';
import type { ColumnType } from '../../functions/export/tables/column.ts';
import { type TableName, tables } from '../../functions/export/tables/index.ts';
import { queriesContract } from '../contract/suites/queries.ts';

/** An emulator has no DNS for a host name that begins with the name of a bucket. */
const s3 = new S3Client({ forcePathStyle: true });
const athena = new AthenaClient({});
const types: Record<ColumnType, string> = {
  text: 'string',
  boolean: 'boolean',
  integer: 'int',
  number: 'double',
  decimal: 'decimal(18,3)',
  instant: 'timestamp',
};

/** MiniStack runs Athena's queries with DuckDB: it shows that the adapter speaks Athena's interface, not that the SQL is Trino's. */
queriesContract('Athena as emulated', async (days) => {
  const run = crypto.randomUUID().slice(0, 8);
  const [bucket, database, workgroup] = [`analysts-${run}`, `goodwill_${run}`, `analysts-${run}`];
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const ResultConfiguration = { OutputLocation: `s3://${bucket}/answers/` };
  await athena.send(new CreateWorkGroupCommand({ Name: workgroup, Configuration: { ResultConfiguration } }));
  await new GlueClient({}).send(new CreateDatabaseCommand({ DatabaseInput: { Name: database } }));
  const queries = createAthenaQueries(athena, { database, workgroup });
  for (const name of Object.keys(tables) as TableName[]) {
    const columns = tables[name].columns.map((column) => `\`${column.name}\` ${types[column.type]}`);
    await queries.run(
      `create external table ${name} (${columns.join(', ')}) partitioned by (day date) stored as parquet location 's3://${bucket}/star/${name}/'`,
    );
    for (const day of days) {
      const Key = `star/${partitionPath(name, day.day)}`;
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: toParquet(tables[name], day[name]) }));
    }
  }
  return { queries, close: async () => {} };
});
