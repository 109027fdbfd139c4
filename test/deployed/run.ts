import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { OUTPUTS_FILE } from './stack.ts';

/** Bootstraps and deploys the core stack to whatever AWS_ENDPOINT_URL names, then drives cases through it. */
const endpoint = process.env['AWS_ENDPOINT_URL'];
if (!endpoint) {
  console.error(
    'test:deployed deploys to AWS_ENDPOINT_URL, which is not set. For an emulator: eval "$(.ci/ministack start)"',
  );
  process.exit(1);
}

const env = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  ...process.env,
};
const ASSEMBLY = '.build/deployed';
const STACK = 'GoodwillCore';

function run(program: string, ...args: string[]): void {
  console.log(`> ${program} ${args.join(' ')}`);
  const { status, error } = spawnSync(program, args, { env, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(ASSEMBLY, { recursive: true });
run('cdk', 'synth', '--quiet', '--output', ASSEMBLY);
run('cdk', 'bootstrap', '--app', ASSEMBLY);
run('cdk', 'deploy', STACK, '--app', ASSEMBLY, '--require-approval', 'never', '--outputs-file', OUTPUTS_FILE);
run('vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'deployed', '--bail', '1');
