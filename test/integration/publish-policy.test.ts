import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { GoodwillError } from '../../functions/domain/errors.ts';
import { diff } from '../../infra/local/policy/diff.ts';
import { history } from '../../infra/local/policy/history.ts';
import { publish } from '../../infra/local/policy/publish.ts';
import { show } from '../../infra/local/policy/show.ts';
import { openShop, type Shop } from '../support/goodwill.ts';
import { defaultPolicy, defaultPolicyText } from '../support/policy.ts';

const run = promisify(execFile);

describe('a start', () => {
  it('goes on with the policy that was published, and says that the file is not live', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'goodwill-'));
    const first = await openShop({ dataDir });
    const text = defaultPolicyText.replace('2026-11-01', 'published');
    const published = {
      number: 1,
      version: 'published',
      text,
      by: 'ana',
      at: first.goodwill.services.clock.now(),
    };
    await first.goodwill.services.policies.publish({ ...published, changes: [] });
    await first.close();
    const second = await openShop({ dataDir });
    expect(second.goodwill.services.policy.policy.version).toBe('published');
    expect(second.log.join('\n')).toContain(
      'policy 1 (published) was published and is live; functions/policy/default.yaml is not',
    );
    expect(first.log.join('\n')).not.toContain('is not');
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});

describe('a policy that is published while the product runs', () => {
  let shop: Shop;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
    shop = await openShop();
    vi.stubEnv('WEB_PORT', new URL(shop.goodwill.url).port);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await shop.close();
    await rm(folder, { recursive: true });
  });

  const commands = { publish, history, diff, show };
  /** `npm run policy -- ...`, in this process; gives what it prints, or the message it fails with. */
  const policy = async (name: keyof typeof commands, ...args: string[]) => {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(`${line}\n`));
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(`${text}`) > 0);
    try {
      await commands[name](args);
      return printed.join('');
    } catch (error) {
      if (error instanceof GoodwillError) return error.message;
      throw error;
    } finally {
      log.mockRestore();
      write.mockRestore();
    }
  };
  const file = async (version: string, from: string, to: string) => {
    const text = defaultPolicyText.replace('2026-11-01', version).replace(from, to);
    const path = join(folder, `${version}.yaml`);
    await writeFile(path, text);
    return path;
  };
  /** Writes as a customer; gives the case as soon as it is evaluated. */
  const evaluated = async (name: string) => {
    const from = `${name}@mail.example`;
    await shop.send({ from, subject: 'Kettle', text: 'My kettle stopped working after six weeks.' });
    const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
    await shop.mail('approval-request', (mail) => mail.case === id);
    return shop.get<
      Case & { evaluation: { policyVersion: string; factors: { id: string; weight: number }[] } }
    >(`/cases/${id}.json`);
  };
  const weightOfFault = ({ evaluation }: Awaited<ReturnType<typeof evaluated>>) =>
    evaluation.factors.find(({ id }) => id === 'faulty')?.weight;

  it('weighs the next case, and leaves the record of the one before as it was', async () => {
    const before = await evaluated('emily');
    expect(before.evaluation.policyVersion).toBe('2026-11-01');

    const printed = await policy('publish', await file('kinder', 'weight: 4', 'weight: 6'), '--by', 'ana');
    expect(printed).toContain('- Factor "faulty" weighs +6 instead of +4.');
    expect(printed).toContain('Policy 1 (kinder) is live');

    const after = await evaluated('rui');
    expect([after.evaluation.policyVersion, weightOfFault(after)]).toEqual(['kinder', 6]);
    const again = await shop.get<typeof before>(`/cases/${before.id}.json`);
    expect(again.evaluation).toEqual(before.evaluation);
  });

  it('is told in the history and in the differences, and taken back by publishing the one before', async () => {
    await policy('publish', await file('shorter', 'days: 30', 'days: 14'), '--by', 'rui');
    expect((await policy('history')).split('\n')).toEqual([
      expect.stringMatching(/^\* 2 {2}shorter \([0-9a-f]{12}\) {2}\d{4}-\S+ {2}rui$/),
      '     The return window in days is 14 instead of 30. And 1 more.',
      expect.stringMatching(/^ {2}1 {2}kinder \([0-9a-f]{12}\) {2}\d{4}-\S+ {2}ana$/),
      '     Factor "faulty" weighs +6 instead of +4.',
      `  0  2026-11-01 (${defaultPolicy.fingerprint})  the policy file it was started or deployed with`,
      expect.stringContaining('* is live.'),
      '',
    ]);
    const back = '- The return window in days is 30 instead of 14.';
    expect(await policy('diff', 'shorter', '1')).toContain(
      `What policy 1 (kinder) changes of policy 2 (shorter):\n${back}`,
    );
    expect(await policy('publish', '1', '--by', 'ana')).toContain(
      `What it changes of policy 2 (shorter):\n${back}`,
    );
    expect((await evaluated('eva')).evaluation.policyVersion).toBe('kinder');
  });

  it('begins with the text of the live one', async () => {
    expect(await policy('show')).toBe(await readFile(join(folder, 'kinder.yaml'), 'utf8'));
    expect(await policy('show', '0')).toBe(defaultPolicyText);
  });

  it('is refused, with what to do instead, where another one was published meanwhile', async () => {
    const mine = await file('mine', 'days: 30', 'days: 20');
    expect(await policy('publish', mine, '--replaces', '1')).toMatch(
      /^policy 3 \(kinder, published by ana at .*diff 1 3/,
    );
    expect(await policy('history')).toMatch(/^\* 3 /);
  });

  it.each<[Parameters<typeof policy>, RegExp]>([
    [['publish'], /What is to be published\?/],
    [['publish', 'nowhere.yaml'], /nowhere\.yaml is no file here/],
    [['diff', 'never'], /never is no file here, and no policy of that name/],
    [['show', '9'], /there is no policy 9/],
    [['history', '--colour'], /Unknown option '--colour'/],
  ])('says what is wrong: %j', async (args, message) => {
    expect(await policy(...args)).toMatch(message);
  });

  it('names the line of a mistake in the file of whoever publishes', async () => {
    const path = await file('wrong', 'currency: USD', 'currency: dollars');
    expect(await policy('publish', path)).toMatch(/wrong\.yaml:\d+: shop\.currency: /);
  });

  it('can be replaced where it cannot be read any more; until then the last good one goes on', async () => {
    const { policies, clock } = shop.goodwill.services;
    const text = 'version: "from another time"\n';
    const old = { number: 4, version: 'old', text, by: 'eva', at: clock.now(), changes: [] };
    await policies.publish(old);
    expect((await evaluated('tom')).evaluation.policyVersion).toBe('kinder');
    expect(await policy('show')).toBe(text);
    expect(await policy('publish', '1')).toMatch(
      /What it changes of policy 4 \(old\):\n- The policy before cannot be/,
    );
    expect(await policy('history')).toMatch(/^\* 5 {2}kinder /);
  });

  it('is published, listed and compared from the command line', async () => {
    const told = (...args: string[]) => ['--import', 'tsx', 'infra/local/policy-cli.ts', ...args];
    const { stdout } = await run(process.execPath, told('diff', '0', '1'));
    expect(stdout).toContain('Factor "faulty" weighs +6 instead of +4.');
    const failing = run(process.execPath, told('publish', '9'));
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^there is no policy 9/),
    });
  });
});
