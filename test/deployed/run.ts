import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { OUTPUTS_FILE } from './stack.ts';

/** Bootstraps and deploys the core stack to whatever AWS_ENDPOINT_URL names, then drives cases through it. */
const endpoint = process.env['AWS_ENDPOINT_URL'];
if (!endpoint) {
  console.error(
    'test:deployed deploys to AWS_ENDPOINT_URL, which is not set. For an emulator: eval "$(.ci/ministack start)"',
  );
  process.exit(1);
}

const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env;
const env = {
  AWS_REGION: 'us-east-1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  ...process.env,
  ...(!AWS_PROFILE && !AWS_ACCESS_KEY_ID && { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }),
};
const ASSEMBLY = '.build/deployed';
const STACK = 'GoodwillCore';
const POLICY = '.build/deployed-policy.yaml';

/** Runs a command to its end; with `quiet`, what it says is shown only where it fails. */
function run(command: string, quiet = false): void {
  console.log(`> ${command}`);
  const [program = '', ...args] = command.split(' ');
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    env,
    stdio: quiet ? 'pipe' : 'inherit',
  });
  if (error) throw error;
  if (status === 0) return;
  if (quiet) console.error(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}

/** MiniStack's CloudFormation knows no rotation schedule, and refuses a template that has one. */
function leaveOutRotation(file: string): void {
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, { Type: string }> };
  const known = Object.entries(template.Resources).filter(
    ([, { Type }]) => Type !== 'AWS::SecretsManager::RotationSchedule',
  );
  writeFileSync(file, JSON.stringify({ ...template, Resources: Object.fromEntries(known) }));
}

/** The people of the sample policy, whom the tests know; without any, a synthesised stack refuses to be deployed. */
const SHOP = [
  `policy=${POLICY}`,
  'domain=shop.example',
  'approvers=manager@shop.example',
  'escalation=head@shop.example',
  'finance=finance@shop.example',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** The default policy, which asks how it went after nine seconds: no emulator lets days pass. */
function hastyPolicy(): string {
  const text = readFileSync('functions/policy/default.yaml', 'utf8');
  const hasty = text.replace('afterDays: 5', 'afterDays: 0.0001');
  if (hasty === text) throw new Error('the default policy follows up after other days than 5');
  return hasty;
}

mkdirSync(ASSEMBLY, { recursive: true });
writeFileSync(POLICY, hastyPolicy());
run(`cdk synth --quiet ${SHOP} --output ${ASSEMBLY}`);
leaveOutRotation(`${ASSEMBLY}/${STACK}.template.json`);
run(`cdk bootstrap --app ${ASSEMBLY}`, true);
run(`cdk deploy ${STACK} --app ${ASSEMBLY} --require-approval never --outputs-file ${OUTPUTS_FILE}`, true);
run('vitest run --config test/vitest.config.ts --project deployed --bail 1');
