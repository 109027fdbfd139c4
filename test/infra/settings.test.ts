import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../functions/policy/load.ts';
import { readSettings } from '../../infra/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodwill-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const given = { domain: 'example.com', approvers: 'ana@example.com, rui@example.com' };
const policyOf = (context: Record<string, unknown>) =>
  loadPolicy(readSettings(context).policy, 'merged').policy;
const sample = readSettings({});

/** The default policy with something else in it, as a file. */
function policyFile(change: (text: string) => string): string {
  const file = join(folder, `${crypto.randomUUID()}.yaml`);
  writeFileSync(file, change(sample.policy));
  return file;
}

describe('settings of a deployment', () => {
  it('are the sample shop where nothing is set', () => {
    expect(sample).toMatchObject({ sample: true, domain: 'shop.example', refunds: 'refunds@shop.example' });
  });

  it('need a domain and the approvers, and nothing else', () => {
    const policy = policyOf(given);
    expect(policy.shop).toMatchObject({ name: 'example.com', refunds: 'refunds@example.com' });
    expect(policy.approval.levels.map(({ approvers }) => approvers)).toEqual([
      ['ana@example.com', 'rui@example.com'],
    ]);
  });

  it('leave nobody of the sample shop in the policy', () => {
    expect(readSettings(given).policy).not.toMatch(/@shop\.example/);
  });

  it('let everybody of the domain forward a customer’s mail, unless the policy is the shop’s own', () => {
    expect(policyOf(given).shop.staff).toEqual(['*@example.com']);
    const policy = policyFile((text) => text.replaceAll('shop.example', 'own.example'));
    expect(policyOf({ domain: 'example.com', policy }).shop.staff).toEqual(['*@own.example']);
  });

  it('tell the first approver of money that is due, where nobody is named for it', () => {
    expect(policyOf(given).shop.finance).toBe('ana@example.com');
    expect(policyOf({ ...given, finance: 'pay@example.com' }).shop.finance).toBe('pay@example.com');
  });

  it('name a second level where there is one', () => {
    const { levels } = policyOf({ ...given, escalation: 'head@example.com' }).approval;
    expect(levels.map(({ approvers }) => approvers)).toEqual([
      ['ana@example.com', 'rui@example.com'],
      ['head@example.com'],
    ]);
  });

  it('keep the comments of the policy', () => {
    expect(readSettings(given).policy).toContain('# Considerations.');
  });

  it('take a policy of the shop’s own, with its people', () => {
    const policy = policyFile((text) => text.replaceAll('shop.example', 'own.example'));
    const { shop, approval } = policyOf({ domain: 'example.com', policy });
    expect(shop).toMatchObject({ refunds: 'refunds@example.com', finance: 'finance@own.example' });
    expect(approval.levels[0]?.approvers).toEqual(['manager@own.example']);
  });
});

describe('settings that are wrong', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no domain', { approvers: 'ana@example.com' }, /^domain is missing.*\n.*npx cdk deploy/],
    ['no approvers', { domain: 'example.com' }, /^approvers is missing.*\n.*-c approvers=/],
    [
      'an approver who is no address',
      { ...given, approvers: 'ana' },
      /approvers.*"ana".*an email address such as/,
    ],
    ['a domain with an address in it', { ...given, domain: 'a@b.com' }, /domain is "a@b\.com".*example\.com/],
    [
      'a policy that is not there',
      { ...given, policy: 'nowhere.yaml' },
      /nowhere\.yaml, but there is no such file/,
    ],
  ])('%s: say so, with what would be right', (_what, context, message) => {
    expect(() => readSettings(context)).toThrow(message);
  });

  it('a mistake in the policy: say on which line of it', () => {
    const policy = policyFile((text) => text.replace('days: 30', 'days: thirty'));
    const line = sample.policy.slice(0, sample.policy.indexOf('days: 30')).split('\n').length;
    expect(() => readSettings({ ...given, policy })).toThrow(`${policy}:${line}: window.days`);
  });

  it('a mistake that only trying the policy shows: say where', () => {
    const stopping = policyFile((text) => text.replace('request.evidence > 0', '100 / customer.orders > 3'));
    expect(() => readSettings({ ...given, policy: stopping })).toThrow(
      /factors\[11\]\.when: cannot be worked out where customer\.orders is 0/,
    );
    expect(() => readSettings({ ...given, approvers: 'refunds@example.com' })).toThrow(
      /approval\.levels\[0\]\.approvers\[0\]: is shop\.refunds, where customers write to/,
    );
  });

  it('a second level that the policy does not have: say which', () => {
    const policy = policyFile((text) => text.replace(/ {4}- name: Head of service\n( {6}.*\n)+/, ''));
    const context = { ...given, policy, escalation: 'head@example.com' };
    expect(() => readSettings(context)).toThrow(/escalation is set, but .* has only one level/);
  });

  it('stop the synth with the message alone', () => {
    const app = fileURLToPath(new URL('../../infra/app.ts', import.meta.url));
    const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ domain: 'example.com' }) };
    const run = () => execFileSync('npx', ['tsx', app], { env, stdio: 'pipe', encoding: 'utf8' });
    expect(run).toThrow(
      expect.objectContaining({
        status: 1,
        stderr: expect.stringMatching(/^approvers is missing(?!.*\n +at )/m),
      }),
    );
  });
});
