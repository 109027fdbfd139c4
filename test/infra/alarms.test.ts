import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAwsLog } from '../../functions/adapters/aws-log.ts';
import type { Metric } from '../../functions/domain/ports.ts';
import { functionNames } from '../../infra/bundle.ts';
import { functionMeanings, metricMeanings } from '../../infra/meanings.ts';
import { build, resources, templates } from './synth.ts';

const all = templates(build());
const alarms = resources(all, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
const counted = Object.keys(metricMeanings) as Metric[];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('alarms', () => {
  it.each(alarms.map((alarm) => [alarm['MetricName'], alarm] as const))(
    'on %s say what they mean to people, and reach somebody',
    (_name, alarm) => {
      expect(alarm['AlarmDescription']).toMatch(/^[A-Z].{39,}\.$/);
      expect(alarm['AlarmActions']).toHaveLength(1);
      expect(alarm['TreatMissingData']).toBe('notBreaching');
    },
  );

  it('are sent to the address that was asked for', () => {
    const [subscription] = resources(all, 'AWS::SNS::Subscription');
    expect(subscription?.properties).toMatchObject({ Protocol: 'email', Endpoint: 'ops@shop.example' });
  });

  it('watch every function', () => {
    const watching = alarms.filter(({ MetricName }) => MetricName === 'Errors');
    expect(watching).toHaveLength(functionNames.length);
    expect(watching.map(({ AlarmDescription }) => AlarmDescription).sort()).toEqual(
      Object.values(functionMeanings)
        .map(({ failing }) => failing)
        .sort(),
    );
  });

  it('watch the flow, dead letters, lost mails, exports that did not start, and our name as a sender', () => {
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual(
      expect.arrayContaining([
        'ExecutionsFailed',
        'ExecutionsTimedOut',
        'ApproximateNumberOfMessagesVisible',
        'ApproximateNumberOfMessagesNotVisible',
        'PublishExpired',
        'Reputation.BounceRate',
        'Reputation.ComplaintRate',
      ]),
    );
  });

  it('of an export that stays behind go off after hours of it, as one run may leave something to the next', () => {
    const behind = alarms.find(({ MetricName }) => MetricName === 'ExportBehind');
    expect(behind).toMatchObject({ Period: 3600, EvaluationPeriods: 6 });
    const others = alarms.filter(
      ({ MetricName, Namespace }) => Namespace === 'Goodwill' && MetricName !== 'ExportBehind',
    );
    for (const one of others) expect(one).toMatchObject({ Period: 300, EvaluationPeriods: 1 });
  });

  it.each(counted)('see each %s that a function counts', (metric) => {
    const [resource] = resources(all, 'AWS::Lambda::Function');
    const given: Record<string, string> = resource?.properties['Environment'].Variables;
    for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
    // Powertools prints through the global console, and prints metrics off AWS, only when told so.
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    const printed = vi.spyOn(console, 'log').mockReturnValue();

    createAwsLog().count(metric);

    const written = JSON.parse(String(printed.mock.calls[0]?.[0]));
    const [published] = written['_aws']['CloudWatchMetrics'];
    const [dimensions] = published['Dimensions'];
    const alarm = alarms.find(({ MetricName }) => MetricName === metric);
    expect(alarm?.['Namespace']).toBe(published['Namespace']);
    expect(published['Metrics']).toContainEqual(expect.objectContaining({ Name: metric }));
    expect(alarm?.['Dimensions']).toEqual(
      dimensions.map((name: string) => ({ Name: name, Value: written[name] })),
    );
    expect(alarm).toMatchObject({ Threshold: 1, Statistic: 'Sum' });
  });
});
