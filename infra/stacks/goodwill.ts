import { Annotations, type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { FunctionCode } from '../constructs/service-function.ts';
import type { Settings } from '../settings.ts';
import { AnalyticsStack } from './analytics.ts';
import { CoreStack } from './core.ts';
import { ReceivingStack } from './receiving.ts';

/** The stacks, by what changes together, under the checks that every synth runs. */
export function goodwill(app: App, settings: Settings, code: FunctionCode) {
  const { domain, refunds, alarmEmail } = settings;
  const core = new CoreStack(app, 'GoodwillCore', {
    description: 'Goodwill: records, flow, functions, links',
    code,
    refunds,
    alarmEmail,
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
  if (!settings.sample && !alarmEmail) {
    Annotations.of(core).addWarningV2(
      'Goodwill:NobodyIsAlarmed',
      'Alarms go to nobody: add -c alarmEmail=ops@example.com, or subscribe to the topic by hand.',
    );
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { core, receiving, analytics };
}
