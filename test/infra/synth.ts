import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readSettings } from '../../infra/settings.ts';
import { goodwill } from '../../infra/stacks/goodwill.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

// CDK's own rules take longer than all the rest and run at every synth of `npm run check`; cdk-nag runs here as well.
process.env['CDK_VALIDATION'] = 'false';

/** The app as `npx cdk synth` builds it, with stand-ins for the code: bundles are tested on their own. */
export function build() {
  const outdir = mkdtempSync(join(tmpdir(), 'goodwill-cdk-'));
  const app = new App({ context, outdir });
  // As if somebody had set all that the sample shop stands for, so that it can be deployed.
  const settings = { ...readSettings({}), sample: false, alarmEmail: 'ops@shop.example' };
  const stacks = goodwill(app, settings, () => Code.fromInline('exports.handler = async () => {};'));
  return { app, outdir, ...stacks };
}

export function templates({
  core,
  receiving,
  analytics,
}: Pick<ReturnType<typeof build>, 'core' | 'receiving' | 'analytics'>) {
  return [core, receiving, analytics].map((stack) => Template.fromStack(stack));
}

export interface Resource {
  id: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON of any shape; tests say what they expect of it
  properties: Record<string, any>;
  kept: boolean;
}

/** The resources of some stacks, all or those of one type. */
export function resources(of: Template[], type?: string): Resource[] {
  return of
    .flatMap((template) => Object.entries<Record<string, never>>(template.toJSON()['Resources']))
    .map(([id, { Type, Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
      const kept = [DeletionPolicy, UpdateReplacePolicy].every((policy) => policy === 'Retain');
      return { id, type: Type ?? '', properties: Properties ?? {}, kept };
    })
    .filter((resource) => type === undefined || resource.type === type);
}
