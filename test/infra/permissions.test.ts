import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIM_LEASE_MS } from '../../functions/notify/send-once.ts';
import { LEASE_MS as REPORT_LEASE_MS } from '../../functions/report/send-report.ts';
import { type FunctionName, functionNames } from '../../infra/bundle.ts';
import { build, resources, templates } from './synth.ts';

const all = templates(build());

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}
const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);
const inline = (value: unknown) => JSON.stringify(value);

/** What each role may do, without what every function may: write its log and its traces. */
const statements = resources(all, 'AWS::IAM::Policy').flatMap(({ properties }) =>
  properties['PolicyDocument'].Statement.map((statement: Statement) => ({
    role: inline(properties['Roles']),
    ...statement,
  })),
) as (Statement & { role: string })[];

function isOf({ role }: { role: string }, name: FunctionName): boolean {
  const inAnalytics = { export: 'ExportJobFunction', report: 'ReportJobFunction' };
  return role.includes(
    `"${Object.entries(inAnalytics).find(([one]) => one === name)?.[1] ?? name.replaceAll('-', '')}Role`,
  );
}

function permitted(name: FunctionName): string[] {
  return statements
    .filter((one) => isOf(one, name))
    .flatMap(({ Action }) => list(Action))
    .filter((action) => !/^(logs|xray):/.test(action))
    .sort();
}

const RECORDS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'];
const QUEUE = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const SECRET = ['secretsmanager:GetSecretValue'];
const KEYS = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
];
const OBJECTS = ['s3:GetObject', 's3:ListBucket'];
const SEND = ['ses:SendRawEmail'];

/** It asks Athena, which reads the exports for it and writes its answers. Reports it writes by a policy of the stack they lie in. */
const REPORT = [
  ...['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', ...SECRET, ...SEND],
  ...[
    'athena:GetQueryExecution',
    'athena:GetQueryResults',
    'athena:StartQueryExecution',
    'athena:StopQueryExecution',
  ],
  ...['glue:GetDatabase', 'glue:GetPartition', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
  ...[...OBJECTS, 's3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:GetObject', 's3:PutObject'],
];

describe('least privilege', () => {
  it.each<[FunctionName, string[]]>([
    [
      'intake',
      [
        ...[...RECORDS, ...OBJECTS, 's3:PutObject', ...QUEUE, ...SEND, ...SECRET],
        ...['states:StartExecution', 'states:SendTaskSuccess'],
      ],
    ],
    ['quarantine', [...RECORDS, ...OBJECTS, ...QUEUE]],
    [
      'review-quarantine',
      [
        ...[...RECORDS, ...OBJECTS, 's3:PutObject', ...SEND, ...SECRET],
        ...['states:StartExecution', 'states:SendTaskSuccess'],
      ],
    ],
    ['import-orders', [...RECORDS, ...OBJECTS, ...QUEUE]],
    ['evaluate', RECORDS],
    ['escalate', RECORDS],
    ['report-failure', RECORDS],
    ['look-after', RECORDS],
    ['notify', [...RECORDS, ...SECRET, ...SEND, 'events:PutEvents']],
    ['follow-through', [...RECORDS, ...SECRET, ...SEND, 'events:PutEvents', 'states:SendTaskSuccess']],
    [
      'confirm-refund',
      [
        ...[...RECORDS, ...SECRET, ...SEND, 'states:SendTaskSuccess'],
        ...['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
      ],
    ],
    ['request-approval', [...RECORDS, ...SECRET, ...SEND, 'states:SendTaskSuccess']],
    ['delivery-events', [...RECORDS, ...QUEUE, ...SECRET, ...SEND, 'states:SendTaskSuccess']],
    ['send-held', [...RECORDS, ...SECRET, ...SEND]],
    ['take-up', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', 'states:StartExecution']],
    [
      'web',
      [
        ...RECORDS,
        ...OBJECTS,
        's3:ListBucket',
        ...SECRET,
        ...SEND,
        'states:SendTaskSuccess',
        'states:StartExecution',
      ],
    ],
    ['forget', [...RECORDS, 'dynamodb:DeleteItem', 's3:DeleteObject']],
    ['publish-policy', RECORDS],
    ['rotate-keys', KEYS],
    [
      'export',
      [
        ...RECORDS.filter((action) => action !== 'dynamodb:PutItem'),
        ...OBJECTS,
        's3:PutObject',
        ...SECRET,
      ].sort(),
    ],
    ['report', REPORT],
  ])('%s may do this and nothing else', (name, actions) => {
    expect(permitted(name)).toEqual(actions.toSorted());
  });

  it('lets one function write reports, and read and write nothing else of that bucket', () => {
    const written = resources(all, 'AWS::IAM::ManagedPolicy').find(({ id }) =>
      id.startsWith('ReportsWriting'),
    );
    const may = written?.properties['PolicyDocument'].Statement.flatMap(({ Action }: Statement) =>
      list(Action),
    );
    expect(may).toEqual(['s3:GetObject', 's3:PutObject', 's3:ListBucket']);
    const holders = resources(all, 'AWS::IAM::Role').filter(({ properties }) =>
      inline(properties['ManagedPolicyArns'] ?? []).includes('ReportsWriting'),
    );
    expect(holders.map(({ id }) => id.replace(/Role.*/, ''))).toEqual(['ReportJobFunction']);
  });

  it('lets one function delete records, mails and attachments, and no other', () => {
    const deleting = statements.filter(({ Action }) =>
      list(Action).some((action) => /:Delete(Item|Object)/.test(action)),
    );
    expect(deleting.length).toBeGreaterThan(0);
    for (const one of deleting) expect(isOf(one, 'forget')).toBe(true);
  });

  it('knows no action with a wildcard', () => {
    expect(statements.flatMap(({ Action }) => list(Action)).filter((action) => action.includes('*'))).toEqual(
      [],
    );
  });

  it('names every resource, but for tracing and log delivery, which know none', () => {
    const actions = statements
      .filter(({ Resource }) => list(Resource).includes('*'))
      .flatMap(({ Action }) => list(Action));
    expect(
      actions.filter(
        (action) => !/^xray:|^logs:.*(Delivery|Deliveries|ResourcePolic|LogGroups)/.test(action),
      ),
    ).toEqual([]);
  });

  it('takes a whole prefix only for mails, attachments, orders files, exports and sender identities', () => {
    const prefixes = statements
      .flatMap(({ Resource }) => list(Resource))
      .map(inline)
      .filter((resource) => resource !== '"*"' && resource.includes('*'))
      .map((resource) => /[^"]*\*/.exec(resource)?.[0]);
    expect([...new Set(prefixes)].sort()).toEqual([
      '/*',
      '/attachments/*',
      '/inbound/*',
      '/orders/*',
      ':identity/*',
    ]);
  });

  it('lets intake write attachments and no raw mail, and the pages read attachments and no raw mail', () => {
    const objects = (role: string, action: string) =>
      statements
        .filter((one) => one.role.includes(`"${role}Role`) && list(one.Action).includes(action))
        .map(({ Resource }) => /[^"]*\*/.exec(inline(Resource))?.[0]);
    expect(objects('intake', 's3:PutObject')).toEqual(['/attachments/*']);
    expect(objects('web', 's3:GetObject')).toEqual(['/attachments/*']);
  });

  it('lets mails be sent from the refunds address only', () => {
    const sending = statements.filter(({ Action }) => Action === 'ses:SendRawEmail');
    expect(sending).toHaveLength(10);
    for (const { Condition } of sending) {
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'refunds@shop.example' } });
    }
  });

  it.each<[FunctionName, string[]]>([
    ['intake', ['ReplyKeys']],
    ['review-quarantine', ['ReplyKeys']],
    ['notify', ['LinkKeys', 'ReplyKeys']],
    ['follow-through', ['LinkKeys', 'ReplyKeys']],
    ['confirm-refund', ['ReplyKeys']],
    ['delivery-events', ['ReplyKeys']],
    ['send-held', ['ReplyKeys']],
    ['request-approval', ['LinkKeys', 'ReplyKeys']],
    ['web', ['LinkKeys', 'ReplyKeys']],
    ['export', ['ExportJobPseudonym']],
    ['report', ['LinkKeys']],
    ['rotate-keys', ['LinkKeys', 'ReplyKeys']],
  ])('%s reads these secrets and no other', (name, secrets) => {
    const read = statements
      .filter((one) => isOf(one, name) && list(one.Action).includes('secretsmanager:GetSecretValue'))
      .flatMap(({ Resource }) => list(Resource))
      .map(
        (secret) => /"(?:PublishOutputFnGetAtt)?(\w+?)KeySecret/.exec(inline(secret))?.[1] ?? inline(secret),
      );
    expect(read.sort()).toEqual(secrets);
  });

  it('lets one function change the keys that sign, and no other, and Secrets Manager call it for this account', () => {
    const changing = statements.filter(({ Action }) =>
      list(Action).some((action) => /^secretsmanager:(?!GetSecretValue)/.test(action)),
    );
    expect(changing.length).toBeGreaterThan(0);
    for (const one of changing) {
      expect(isOf(one, 'rotate-keys')).toBe(true);
      expect(inline(one.Resource)).toMatch(/"(Link|Reply)KeysKeySecret\w+","Id"/);
    }
    const calling = resources(all, 'AWS::Lambda::Permission').filter(
      ({ properties }) => properties['Principal'] === 'secretsmanager.amazonaws.com',
    );
    expect(calling.map(({ properties }) => properties)).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^rotatekeysFunction/), 'Arn'] },
        Principal: 'secretsmanager.amazonaws.com',
        SourceAccount: { Ref: 'AWS::AccountId' },
      },
    ]);
  });

  it('lets nothing that sends mails run for as long as a claim of a mail holds', () => {
    const senders = resources(all, 'AWS::Lambda::Function').filter(
      ({ properties }) => 'CONFIGURATION_SET' in (properties['Environment']?.Variables ?? {}),
    );
    expect(senders.length).toBeGreaterThan(2);
    for (const { id, properties } of senders) {
      const lease = id.startsWith('ReportJob') ? REPORT_LEASE_MS : CLAIM_LEASE_MS;
      expect(properties['Timeout'] * 1_000).toBeLessThan(lease);
    }
  });

  it('lets the state machine call the functions of its flow file, one by one', () => {
    const [invoking] = statements.filter(
      ({ role, Action }) => role.includes('FlowStateMachineRole') && Action === 'lambda:InvokeFunction',
    );
    const called = list(invoking?.Resource).map(inline);
    expect(called).toHaveLength(7);
    expect(called.join()).not.toContain('*');
  });

  it('gives no role a policy that AWS manages', () => {
    for (const { id, properties } of resources(all, 'AWS::IAM::Role')) {
      const own = id.startsWith('ReportJobFunction') ? [expect.stringContaining('ReportsWriting')] : [];
      expect((properties['ManagedPolicyArns'] ?? []).map(inline)).toEqual(own);
      expect(properties['Policies']).toBeUndefined();
    }
  });

  it('lets SES store mails, for this account and its own rule set, and nowhere but under inbound/', () => {
    const allowed = resources(all, 'AWS::S3::BucketPolicy')
      .flatMap(({ properties }) => properties['PolicyDocument'].Statement as Statement[])
      .filter(
        ({ Effect, Principal }) => Effect === 'Allow' && inline(Principal).includes('ses.amazonaws.com'),
      );
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    expect(inline(allowed[0]?.Resource)).toContain('/inbound/*');
    expect(inline(allowed[0]?.Condition)).toContain(':receipt-rule-set/goodwill:receipt-rule/*');
  });

  it('lets SES tell what became of our mails, for this account and its own configuration set', () => {
    const [telling, ...others] = resources(all, 'AWS::SNS::TopicPolicy')
      .flatMap(({ properties }) => properties['PolicyDocument'].Statement as Statement[])
      .filter(
        ({ Effect, Principal }) => Effect === 'Allow' && inline(Principal).includes('ses.amazonaws.com'),
      );
    expect(others).toEqual([]);
    expect(telling).toMatchObject({ Action: 'sns:Publish', Resource: { Ref: expect.any(String) } });
    expect(telling?.Condition?.['StringEquals']?.['aws:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
    expect(inline(telling?.Condition)).toMatch(
      /:configuration-set\/"?,\{"Ref":"OutgoingMailConfigurationSet/,
    );
  });

  it('lets only buckets of this account write into a queue', () => {
    const sending = resources(all, 'AWS::SQS::QueuePolicy')
      .flatMap(({ properties }) => properties['PolicyDocument'].Statement as Statement[])
      .filter(
        ({ Effect, Principal }) => Effect === 'Allow' && inline(Principal).includes('s3.amazonaws.com'),
      );
    expect(sending).toHaveLength(2);
    for (const { Condition } of sending) {
      expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
    }
  });

  it('speaks of every function there is', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    for (const name of functionNames) expect(source).toContain(`['${name}', `);
  });
});
