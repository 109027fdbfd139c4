import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultPolicyText } from '../support/policy.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `npm run policy -- ...` as npm does, without npm. */
const policy = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile('node', ['--import', 'tsx', 'infra/local/policy-cli.ts', ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

async function written(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

test('checking a policy fails for a mistake, and says where it is', async () => {
  const file = await written('broken.yaml', defaultPolicyText.replace('currency: USD', 'currency: dollars'));
  const { code, err } = await policy('check', file);
  expect(code).toBe(1);
  expect(err).toMatch(/broken\.yaml:\d+: shop\.currency: an ISO 4217 currency such as USD or BRL\n$/);
});

test('and succeeds with what is worth a look, and what was tried', async () => {
  const file = await written('odd.yaml', defaultPolicyText.replace('scoreAtLeast: 4', 'scoreAtLeast: 40'));
  const { code, out, err } = await policy('check', file);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/odd\.yaml: policy \S+ has no mistakes\. Worth a look:\n/);
  expect(out).toMatch(/odd\.yaml:\d+: routes\[2\]\.scoreAtLeast: "approve-as-goodwill" is never recommended/);
  expect(out).toMatch(/\nTried on [\d,]+ combinations/);
});
