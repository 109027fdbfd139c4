import { Stack } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ColumnType, Table } from '../../functions/export/tables/column.ts';
import { tables } from '../../functions/export/tables/index.ts';
import { DECIMAL_PLACES } from '../../functions/export/values.ts';

/** Athena looks into every day between this one and today that a query does not rule out. No case is older than the product. */
const FIRST_DAY = '2026-01-01';

/** The types of the catalogue; what the Parquet files have is read as these. */
const types: Record<ColumnType, string> = {
  text: 'string',
  boolean: 'boolean',
  integer: 'int',
  number: 'double',
  decimal: `decimal(18,${DECIMAL_PLACES})`,
  instant: 'timestamp',
};

/**
 * The tables of the export as Athena knows them, from the list that the files are written from. Their partitions are computed from the
 * day, so that nothing has to crawl the bucket or be told of a new day.
 */
export class DataCatalogue extends Construct {
  readonly databaseName = 'goodwill';

  constructor(scope: Construct, id: string, { bucket }: { bucket: Bucket }) {
    super(scope, id);
    const catalogId = Stack.of(this).account;
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: this.databaseName, description: 'What is known of every case, without a name' },
    });
    for (const table of Object.values(tables)) {
      new CfnTable(this, table.name, {
        catalogId,
        databaseName: this.databaseName,
        tableInput: tableInput(table, bucket),
      }).addResourceDependency(database);
    }
  }
}

function tableInput({ name, says, columns }: Table, bucket: Bucket): CfnTable.TableInputProperty {
  const location = bucket.s3UrlForObject(name);
  return {
    name,
    description: says,
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: [{ name: 'day', type: 'date', comment: 'The day in UTC on which the case was opened.' }],
    parameters: {
      classification: 'parquet',
      'projection.enabled': 'true',
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      'projection.day.range': `${FIRST_DAY},NOW`,
      // Athena fills in the day.
      'storage.location.template': `${location}/day=\${day}/`,
    },
    storageDescriptor: {
      location: `${location}/`,
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: {
        serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
        parameters: { 'serialization.format': '1' },
      },
      columns: columns.map((column) => ({
        name: column.name,
        type: types[column.type],
        comment: column.says.slice(0, MAX_COMMENT),
      })),
    },
  };
}

/** The longest comment the catalogue takes (characters). */
const MAX_COMMENT = 255;
