import { describe, expect, it } from 'vitest';
import { queryNames } from '../../functions/analytics/queries.ts';
import { tables } from '../../functions/export/tables/index.ts';
import { build, resources, templates } from './synth.ts';

const all = templates(build());

describe('the data catalogue', () => {
  const made = resources(all, 'AWS::Glue::Table').map(({ properties }) => properties['TableInput']);

  it('has the tables that are exported, with their columns, in their order', () => {
    const types = {
      text: 'string',
      boolean: 'boolean',
      integer: 'int',
      number: 'double',
      decimal: 'decimal(18,3)',
      instant: 'timestamp',
    };
    const columnsOf = (input: { StorageDescriptor: { Columns: { Name: string; Type: string }[] } }) =>
      input.StorageDescriptor.Columns.map(({ Name, Type }) => [Name, Type]);
    expect(made.map((input) => [input['Name'], columnsOf(input)])).toEqual(
      Object.values(tables).map(({ name, columns }) => [
        name,
        columns.map((column) => [column.name, types[column.type]]),
      ]),
    );
  });

  it('computes the partitions from the day, where the files are, and crawls nothing', () => {
    for (const { Name, PartitionKeys, Parameters } of made) {
      expect(PartitionKeys).toEqual([expect.objectContaining({ Name: 'day', Type: 'date' })]);
      expect(Parameters).toMatchObject({
        'projection.enabled': 'true',
        'projection.day.type': 'date',
        'projection.day.format': 'yyyy-MM-dd',
        'projection.day.range': '2026-01-01,NOW',
      });
      expect(JSON.stringify(Parameters['storage.location.template'])).toContain(`/${Name}/day=\${day}/`);
    }
    expect(resources(all, 'AWS::Glue::Crawler')).toEqual([]);
  });
});

describe('the workgroup', () => {
  const [workgroup] = resources(all, 'AWS::Athena::WorkGroup');
  const configuration = workgroup?.properties['WorkGroupConfiguration'];

  it('limits what a query reads, and lets nobody put results elsewhere or in the clear', () => {
    expect(configuration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
      BytesScannedCutoffPerQuery: 10_000_000_000,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
    });
  });

  it('forgets answers after a month', () => {
    const results = resources(all, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('QueriesResultsBucket'));
    expect(results?.properties['LifecycleConfiguration'].Rules).toContainEqual(
      expect.objectContaining({ ExpirationInDays: 30 }),
    );
  });

  it('has every question of the repository by its name, with days in it', () => {
    const named = resources(all, 'AWS::Athena::NamedQuery').map(({ properties }) => properties);
    expect(named.map(({ Name }) => Name)).toEqual(queryNames());
    for (const { QueryString } of named) expect(QueryString).not.toMatch(/:(since|until)\b/);
  });

  it('has what its console asks for, in this workgroup and this database, and of others no more than their names', () => {
    const policy = resources(all, 'AWS::IAM::ManagedPolicy').find(({ id }) => id.startsWith('Queries'));
    const statements = policy?.properties['PolicyDocument'].Statement as {
      Action: string[];
      Resource: unknown;
    }[];
    const where = (action: string) =>
      JSON.stringify(
        statements.find(({ Action }) => [Action].flat().includes(action))?.Resource ?? 'nowhere',
      );
    for (const action of [
      'GetQueryResultsStream',
      'BatchGetQueryExecution',
      'BatchGetNamedQuery',
      'ListNamedQueries',
    ])
      expect(where(`athena:${action}`)).toContain('workgroup/goodwill');
    for (const action of [
      'GetDataCatalog',
      'ListDatabases',
      'GetDatabase',
      'ListTableMetadata',
      'GetTableMetadata',
    ])
      expect(where(`athena:${action}`)).toContain('datacatalog/AwsDataCatalog');
    for (const action of ['ListWorkGroups', 'ListEngineVersions', 'ListDataCatalogs'])
      expect(where(`athena:${action}`)).toBe('"*"');
    expect(where('glue:GetDatabases')).toContain('database/goodwill');
    const everywhere = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(everywhere.filter((action) => !action.startsWith('athena:List'))).toEqual([]);
  });

  it('is all that an analyst may use: the tables and answers, no records, no mails', () => {
    const policy = resources(all, 'AWS::IAM::ManagedPolicy').find(({ id }) => id.startsWith('Queries'));
    const statements = policy?.properties['PolicyDocument'].Statement as { Action: string | string[] }[];
    const services = statements.flatMap(({ Action }) => Action).map((action) => action.split(':')[0]);
    expect(new Set(services)).toEqual(new Set(['athena', 'glue', 's3']));
    expect(JSON.stringify(statements)).not.toMatch(/RawMail|Records|:Delete|\*:\*/);
  });
});
