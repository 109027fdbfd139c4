import { Annotations, type App, CfnOutput, CfnParameter, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { FunctionCode } from '../constructs/service-function.ts';
import { deployExample, type Settings } from '../settings.ts';
import { AnalyticsStack } from './analytics.ts';
import { CoreStack } from './core.ts';
import { ReceivingStack } from './receiving.ts';

/** The stacks, by what changes together, under the checks that every synth runs. */
export function goodwill(app: App, settings: Settings, code: FunctionCode) {
  const { domain, refunds, alarmEmail, closedCaseDays } = settings;
  const core = new CoreStack(app, 'GoodwillCore', {
    description: 'Goodwill: records, flow, functions, links',
    code,
    refunds,
    alarmEmail,
    closedCaseDays,
  });
  const receiving = new ReceivingStack(app, 'GoodwillReceiving', {
    description: 'Goodwill: mail comes in through SES',
    core,
    domain,
    refunds,
  });
  const analytics = new AnalyticsStack(app, 'GoodwillAnalytics', {
    description: 'Goodwill: exports for analysts',
    core,
    code,
  });
  if (settings.sample) refuseDeploying(app, [core, receiving, analytics]);
  else if (!alarmEmail) {
    Annotations.of(core).addWarningV2(
      'Goodwill:NobodyIsAlarmed',
      'Alarms go to nobody: add -c alarmEmail=ops@example.com, or subscribe to the topic by hand.',
    );
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { core, receiving, analytics };
}

/**
 * Lets the sample shop be synthesised and not deployed: an app cannot tell for which of the two it is run, and the CLI
 * deploys no stack that has a parameter without a value, before anything is changed.
 */
function refuseDeploying(app: App, stacks: Stack[]): void {
  for (const stack of stacks) {
    const missing = new CfnParameter(stack, 'DomainAndApproversAreNotSet', {
      description: `Never given a value: a deployment is told its domain and approvers, as in ${deployExample}`,
    });
    new CfnOutput(stack, 'Domain', { value: missing.valueAsString });
  }
  Annotations.of(app).addWarningV2(
    'Goodwill:SampleShop',
    `This is the sample shop, which cannot be deployed: domain and approvers are not set. For example:\n  ${deployExample}`,
  );
}
