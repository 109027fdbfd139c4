import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/bundle.ts';
import { flowFile } from '../../infra/constructs/refund-flow.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { functionMeanings } from '../../infra/meanings.ts';
import { build, resources, templates } from './synth.ts';

const built = build();
const all = templates(built);
const only = (type: string, of = all) => {
  const [found, ...others] = resources(of, type);
  if (!found || others.length > 0) throw new Error(`there is not exactly one ${type}`);
  return found;
};

describe('records', () => {
  const { properties: table, kept } = only('AWS::DynamoDB::GlobalTable');
  const [replica] = table['Replicas'];

  it('can be brought back to any second of the last weeks, and cannot be deleted by mistake', () => {
    expect(replica).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
    expect(kept).toBe(true);
    expect(built.core.terminationProtection).toBe(true);
  });

  it('are encrypted with a key whose use the account can see', () => {
    expect(table['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });

  it('cost nothing while nothing happens', () => {
    expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  it('go by themselves where they say when', () => {
    expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });

  it('have the keys and indexes of the embedded table', async () => {
    const { client, close } = await openTable();
    const { Table: embedded } = await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
    await close();
    const byName = (one: { AttributeName?: string | undefined }) => one.AttributeName;
    const indexes = embedded?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }));
    expect(table['KeySchema']).toEqual(embedded?.KeySchema);
    expect(table['GlobalSecondaryIndexes']).toEqual(expect.arrayContaining(indexes ?? []));
    expect(table['AttributeDefinitions'].map(byName).sort()).toEqual(
      embedded?.AttributeDefinitions?.map(byName).sort(),
    );
  });
});

describe('buckets', () => {
  const buckets = resources(all, 'AWS::S3::Bucket');

  it('are private, encrypted, and stay when their stack goes', () => {
    expect(buckets).toHaveLength(8);
    for (const { properties, kept } of buckets) {
      expect(Object.values(properties['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
      expect(properties['BucketEncryption']).toBeDefined();
      expect(kept).toBe(true);
    }
  });

  it('keep what was overwritten, and log who read what, where they hold mails, exports, answers or reports', () => {
    const holding = buckets.filter(({ id }) => !id.includes('AccessLogs'));
    expect(holding).toHaveLength(4);
    for (const { properties } of holding) {
      expect(properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
      expect(properties['LoggingConfiguration']).toBeDefined();
    }
  });

  it('forget what no record leads to a year after its case would have gone, and orders files after three months', () => {
    const raw = buckets.find(({ id }) => id.startsWith('RawMailObjectsBucket'));
    expect(raw?.properties['LifecycleConfiguration'].Rules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ Prefix: 'inbound/', ExpirationInDays: 1095 }),
        expect.objectContaining({ Prefix: 'orders/', ExpirationInDays: 90 }),
      ]),
    );
  });

  it('are reached over TLS only, as queues are', () => {
    const policies = [...resources(all, 'AWS::S3::BucketPolicy'), ...resources(all, 'AWS::SQS::QueuePolicy')];
    expect(policies).toHaveLength(21);
    for (const { properties } of policies) {
      expect(properties['PolicyDocument'].Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });
});

describe('keys that sign', () => {
  const schedules = resources(all, 'AWS::SecretsManager::RotationSchedule').map(
    ({ properties }) => properties,
  );
  const secretIn = (properties: Record<string, { Ref: string }>) =>
    properties['SecretId']?.Ref.replace(/Secret.*/, '');
  it('are rotated by themselves: for links four times a year, for reply addresses once, each in a secret of its own', () => {
    const rotated = schedules.map((one) => [secretIn(one), one['RotationRules']]);
    expect(rotated).toEqual([
      ['LinkKeysKey', { AutomaticallyAfterDays: 90 }],
      ['ReplyKeysKey', { AutomaticallyAfterDays: 365 }],
    ]);
    for (const { RotationLambdaARN } of schedules) {
      expect(RotationLambdaARN['Fn::GetAtt'][0]).toMatch(/^rotatekeysFunction/);
    }
  });

  it('are not rotated by a deployment', () => {
    for (const { RotateImmediatelyOnUpdate } of schedules) expect(RotateImmediatelyOnUpdate).toBe(false);
  });

  it('stay when the stack goes, and so does what they signed', () => {
    for (const { kept } of resources(all, 'AWS::SecretsManager::Secret')) expect(kept).toBe(true);
  });

  it('raise the alarm at the first error: nobody waits for a rotation and sees that it failed', () => {
    const alarm = resources(all, 'AWS::CloudWatch::Alarm').find(
      ({ properties }) => properties['AlarmDescription'] === functionMeanings['rotate-keys'].failing,
    );
    expect(alarm?.properties).toMatchObject({ MetricName: 'Errors', Threshold: 1 });
  });

  it('can be read by the function before Secrets Manager tries whether it can rotate them', () => {
    const [template] = all;
    const waiting = Object.values(template?.findResources('AWS::SecretsManager::RotationSchedule') ?? {}) as {
      DependsOn: string[];
    }[];
    for (const { DependsOn } of waiting) {
      expect(DependsOn.join()).toMatch(/rotatekeysRoleDefaultPolicy/);
      expect(DependsOn.join()).toMatch(/rotatekeysFunctionRotation/);
    }
  });
});

describe('queues', () => {
  const queues = resources(all, 'AWS::SQS::Queue');
  const functions = resources(all, 'AWS::Lambda::Function');

  it('are encrypted', () => {
    for (const { properties } of queues) expect(properties['SqsManagedSseEnabled']).toBe(true);
  });

  it('show a message again only after six times the longest run of their function', () => {
    const sources = resources(all, 'AWS::Lambda::EventSourceMapping');
    expect(sources).toHaveLength(4);
    for (const { properties } of sources) {
      const queue = queues.find(({ id }) => id === properties['EventSourceArn']['Fn::GetAtt'][0]);
      const reader = functions.find(({ id }) => id === properties['FunctionName'].Ref);
      expect(queue?.properties['VisibilityTimeout']).toBeGreaterThanOrEqual(
        reader?.properties['Timeout'] * 6,
      );
      expect(properties).toMatchObject({ BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    }
  });

  it('hand on what failed five times, to where it is kept longer', () => {
    const handing = queues.filter(({ properties }) => properties['RedrivePolicy']);
    expect(handing).toHaveLength(3);
    for (const { properties } of handing) {
      const target = queues.find(
        ({ id }) => id === properties['RedrivePolicy'].deadLetterTargetArn['Fn::GetAtt'][0],
      );
      expect(properties['RedrivePolicy'].maxReceiveCount).toBe(5);
      expect(target?.properties['MessageRetentionPeriod']).toBeGreaterThan(
        properties['MessageRetentionPeriod'],
      );
    }
  });

  it('give the mails nobody could take in to the function that quarantines them', () => {
    const deadLetters = queues.find(({ id }) => id.startsWith('MailsDeadLetters'));
    const source = resources(all, 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => properties['EventSourceArn']['Fn::GetAtt'][0] === deadLetters?.id,
    );
    expect(source?.properties['FunctionName'].Ref).toMatch(/^quarantineFunction/);
  });

  it('are told of mails and orders files by the bucket itself', () => {
    const raw = resources(all, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('RawMailObjectsBucket'));
    const told = raw?.properties['NotificationConfiguration'].QueueConfigurations;
    expect(
      told.map(
        ({ Filter }: { Filter: { S3Key: { Rules: { Value: string }[] } } }) => Filter.S3Key.Rules[0]?.Value,
      ),
    ).toEqual(['inbound/', 'orders/']);
    expect(resources(all).filter(({ type }) => /Custom/.test(type))).toEqual([]);
  });
});

describe('functions', () => {
  it.each(resources(all, 'AWS::Lambda::Function').map(({ id, properties }) => [id, properties] as const))(
    '%s runs on Node 24 and arm64, is traced, and ends',
    (_id, properties) => {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        Timeout: expect.any(Number),
        MemorySize: expect.any(Number),
        Description: expect.stringMatching(/\w{3,}/),
        LoggingConfig: { LogGroup: expect.anything() },
      });
    },
  );

  it('are all there', () => {
    expect(resources(all, 'AWS::Lambda::Function')).toHaveLength(functionNames.length);
  });
});

describe('logs', () => {
  it('end after three months', () => {
    const groups = resources(all, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(functionNames.length + 2);
    for (const { properties } of groups) expect(properties['RetentionInDays']).toBe(90);
  });

  it('of the state machine hold no task tokens', () => {
    expect(only('AWS::StepFunctions::StateMachine').properties['LoggingConfiguration']).toMatchObject({
      Level: 'ALL',
      IncludeExecutionData: false,
    });
  });

  it('of the pages hold no links', () => {
    const { Format } = only('AWS::ApiGatewayV2::Stage').properties['AccessLogSettings'];
    expect(Format).toContain('$context.status');
    expect(Format).not.toMatch(/path|query|resource|routeKey|referer/i);
  });
});

describe('the flow', () => {
  const { properties } = only('AWS::StepFunctions::StateMachine');

  it('is the file, byte for byte', () => {
    const { Key } = properties['DefinitionS3Location'];
    const asset = join(built.outdir, `asset.${/[0-9a-f]{64}/.exec(JSON.stringify(Key))?.[0]}.json`);
    expect(readFileSync(asset)).toEqual(readFileSync(flowFile));
    expect(properties['StateMachineType']).toBe('STANDARD');
  });

  it('has a function for each of its placeholders, the one of that name', () => {
    const asked = readFileSync(flowFile, 'utf8').matchAll(/\$\{(\w+)\}/g);
    const placeholders = [...new Set([...asked].map(([, name]) => name ?? ''))];
    const given: Record<string, { 'Fn::GetAtt': [string] }> = properties['DefinitionSubstitutions'];
    expect(Object.keys(given).sort()).toEqual(placeholders.sort());
    for (const [name, value] of Object.entries(given)) {
      const wanted = name.replace(/FunctionArn$/, '').toLowerCase();
      expect(value['Fn::GetAtt'][0].toLowerCase()).toMatch(new RegExp(`^${wanted}function`));
    }
  });
});

describe('pages', () => {
  it('are throttled', () => {
    expect(only('AWS::ApiGatewayV2::Stage').properties['DefaultRouteSettings']).toMatchObject({
      ThrottlingRateLimit: 20,
      ThrottlingBurstLimit: 40,
    });
  });

  it('all come from one function', () => {
    expect(only('AWS::ApiGatewayV2::Route').properties['RouteKey']).toBe('$default');
  });
});

describe('mails that go out', () => {
  it('bring back by a queue that they bounced, were called spam or were not delivered, and nothing of who opens them', () => {
    const { EventDestination } = only('AWS::SES::ConfigurationSetEventDestination').properties;
    expect(EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ['bounce', 'complaint', 'reject'],
      SnsDestination: { TopicARN: { Ref: expect.stringMatching(/^OutgoingMailEvents/) } },
    });
    const queue = resources(all, 'AWS::SNS::Subscription').find(
      ({ properties }) => properties['Protocol'] === 'sqs',
    );
    expect(queue?.properties).toMatchObject({
      RawMessageDelivery: true,
      RedrivePolicy: { deadLetterTargetArn: expect.anything() },
    });
  });

  it('do not go to addresses that SES knows as bad', () => {
    expect(only('AWS::SES::ConfigurationSet').properties['SuppressionOptions']).toEqual({
      SuppressedReasons: ['BOUNCE', 'COMPLAINT'],
    });
  });

  it('that were held back are looked at every ten minutes', () => {
    const schedules = resources(all, 'AWS::Scheduler::Schedule').map(({ properties }) => properties);
    expect(schedules).toContainEqual(expect.objectContaining({ ScheduleExpression: 'rate(10 minutes)' }));
  });
});

describe('receiving', () => {
  it('takes mails to the refunds address, scanned, into the bucket under inbound/', () => {
    const { Rule } = only('AWS::SES::ReceiptRule').properties;
    expect(Rule).toMatchObject({
      Enabled: true,
      Recipients: ['refunds@shop.example'],
      ScanEnabled: true,
      Actions: [{ S3Action: { ObjectKeyPrefix: 'inbound/' } }],
    });
  });

  it('is not started by deploying: another rule set may be active', () => {
    expect(only('AWS::SES::ReceiptRuleSet').properties).toEqual({ RuleSetName: 'goodwill' });
    expect(JSON.stringify(all[1]?.toJSON()['Outputs'])).toContain('set-active-receipt-rule-set');
  });

  it('needs nothing that the stack of the records would have to change for', () => {
    expect(built.core.dependencies).toEqual([]);
  });
});
