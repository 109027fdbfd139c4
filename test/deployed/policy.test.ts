import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { PublishRefused } from '../../functions/domain/errors.ts';
import { askWhere } from '../../infra/local/policy/ask.ts';
import { publish } from '../../infra/local/policy/publish.ts';
import { miniStack } from './ministack.ts';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const name = stack.outputs.PublishPolicyFunctionName;
const ask = askWhere(name);
const run = Date.now().toString(36);
const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
const { live: before } = await ask.list(1);
beforeAll(() => miniStack(process.env['AWS_ENDPOINT_URL'] ?? '').prepare('shop.example'));
afterAll(async () => {
  // The other files' cases are weighed by what was deployed.
  await publish(['0', '--function', name]);
  await rm(folder, { recursive: true });
});

const evaluated = async (what: string): Promise<Case & { status: 'awaiting-decision' }> => {
  const from = `policy-${what}-${run}@mail.example`;
  await stack.store(
    `inbound/policy-${what}-${run}`,
    `From: Rui <${from}>\r\nTo: refunds@shop.example\r\nSubject: ${what}\r\nMessage-ID: <${what}.${run}@mail.example>\r\n\r\nMy lamp never arrived.\r\n`,
  );
  return until('the case to be evaluated', async () => {
    const [found] = await stack.records.cases.byCustomer(from);
    return found?.status === 'awaiting-decision' && found;
  });
};

it('a policy goes live at a deployment within a minute, in functions that run already, with no deployment', async () => {
  const first = await evaluated('lamp');
  const { text } = await ask.read(before);
  const path = join(folder, 'policy.yaml');
  await writeFile(
    path,
    text.replace(/^version: .*$/m, `version: "deployed-${run}"`).replace('weight: 5', 'weight: 7'),
  );
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  await publish([path, '--by', 'ana', '--function', name]);
  expect(printed.mock.calls.join('\n')).toContain('- Factor "never-arrived" weighs +7 instead of +5.');
  printed.mockRestore();

  const published = Date.now();
  await until('a case to be weighed by it', async () => {
    const { evaluation } = await evaluated(`lamp-${Date.now()}`);
    return evaluation.policyVersion === `deployed-${run}`;
  });
  expect(Date.now() - published).toBeLessThan(60_000);
  expect(await stack.records.cases.load(first.id)).toMatchObject({ evaluation: first.evaluation });
  expect((await ask.list(1)).versions[0]).toMatchObject({ number: before + 1, by: 'ana' });
});

it('two who publish at a deployment at the same moment cannot lose each other’s', async () => {
  const { live } = await ask.list(1);
  const { text } = await ask.read(0);
  const both = ['ana', 'rui'].map((by) =>
    ask.publish({ text: text.replace(/^version: .*$/m, `version: "${by}-${run}"`), by, replaces: live }),
  );
  const results = await Promise.allSettled(both);
  const refused = results.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(PublishRefused);
  expect((await ask.list(1)).live).toBe(live + 1);
});
