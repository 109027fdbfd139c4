import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { expect, it } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { goodwill } from '../../infra/stacks/goodwill.ts';
import { templates } from './synth.ts';

const code = () => Code.fromInline('exports.handler = async () => {};');

/** The parameters of each stack that only a person could give a value: the CDK CLI deploys no stack that has one. */
function unanswered(context: Record<string, string>): string[][] {
  const { core, receiving, analytics } = goodwill(new App(), readSettings(context), code);
  return templates({ core, receiving, analytics }).map((template) =>
    Object.entries<{ Default?: string }>(template.toJSON()['Parameters'] ?? {})
      .filter(([, { Default }]) => Default === undefined)
      .map(([name]) => name),
  );
}

it('no stack can be deployed without a domain and approvers, by mistake or again', () => {
  const missing = ['DomainAndApproversAreNotSet'];
  expect(unanswered({})).toEqual([missing, missing, missing]);
});

it('with them, deploying needs nothing else', () => {
  expect(unanswered({ domain: 'example.com', approvers: 'ana@example.com' })).toEqual([[], [], []]);
});
