import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { peopleAround } from '../../infra/local/people.ts';

/** The product in a process of its own, which is killed as by a power cut. */
describe('killed and started again', () => {
  let dataDir: string;
  let child: ChildProcess | undefined;
  let url = '';
  let smtpPort = 0;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'goodwill-'));
  });
  afterEach(async () => {
    await kill();
    await rm(dataDir, { recursive: true });
  });

  async function start(timeScale = 1): Promise<void> {
    child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
      env: { ...process.env, SMTP_PORT: '0', WEB_PORT: '0', DATA_DIR: dataDir, TIME_SCALE: `${timeScale}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        said += text;
      });
    }
    while (!said.includes('Ctrl+C')) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
      await sleep(20);
    }
    smtpPort = Number(/SMTP at localhost:(\d+)/.exec(said)?.[1]);
    url = /desk\s+(\S+)/.exec(said)?.[1] ?? '';
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  const people = () => peopleAround({ url, smtpPort, refundsAddress: 'refunds@shop.example' });
  const ofKind = async (kind: string) => (await people().mails()).filter((mail) => mail.kind === kind);

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (await holds()) return;
    throw new Error(`waited for ${what}`);
  }

  it('right after mails were accepted: each becomes one case, acknowledged once and asked about once', async () => {
    await start();
    const requests = Array.from({ length: 5 }, (_, index) => ({
      from: `customer${index}@example.com`,
      subject: `Request ${index}`,
      text: 'My order never arrived.',
    }));
    await Promise.all(requests.map(people().send));
    for (let round = 0; round < 3; round++) {
      await kill();
      await start();
      await sleep(round * 150);
    }
    await until('five requests for approval', async () => (await ofKind('approval-request')).length === 5);
    expect(await people().get('/cases.json')).toHaveLength(5);
    const sent = await people().mails();
    expect(sent.filter(({ kind }) => kind === 'acknowledgement')).toHaveLength(5);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
  }, 180_000);

  it('right after a decision, and while waiting for the follow-up: told once, followed up once', async () => {
    await start();
    await people().send({ from: 'maria@example.com', subject: 'Jacket', text: 'It never arrived.' });
    await until('the request for approval', async () => (await ofKind('approval-request')).length === 1);
    const asked = await people().mail('approval-request');
    await kill();
    await start();
    const declined = { choice: 'declined', reason: 'It was used for a year.' };
    const page = await people().link(asked, 'decide');
    // The link was made before the restart, when the pages had another port.
    await people().fillIn(page.replace(/http:\/\/[^/]+/, url), declined);
    await kill();
    await start(86_400);
    await until('the decision mail', async () => (await ofKind('decision')).length === 1);
    await kill();
    await start(86_400);
    await until('the follow-up', async () => (await ofKind('follow-up')).length === 1);
    const offers = await people().link(await people().mail('decision'), 'offers');
    const accepting = people().fillIn(offers.replace(/http:\/\/[^/]+/, url), {
      offer: 'store-credit',
      confirm: 'yes',
    });
    // Whether the click was answered or not, it is pressed once more after the restart.
    await Promise.race([accepting.catch(() => {}), sleep(30)]);
    await kill();
    await start(86_400);
    await people().fillIn(offers.replace(/http:\/\/[^/]+/, url), { offer: 'store-credit', confirm: 'yes' });
    const status = async () => (await people().get<Case>(`/cases/${asked.case}.json`)).status;
    await until('the case to close', async () => (await status()) === 'closed');
    const kinds = (await people().mails()).map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      'acknowledgement',
      'approval-request',
      'decision',
      'follow-up',
      'offer-accepted',
      'offer-to-fulfil',
    ]);
  }, 180_000);

  it('while the money is on its way, and as it is confirmed: asked for once, paid once, and the customer hears of it once', async () => {
    await start();
    await people().send({
      from: 'maria@example.com',
      subject: 'SH-10001',
      text: 'My kettle broke, please refund it.',
    });
    const asked = await people().mail('approval-request');
    await people().fillIn(await people().link(asked, 'decide'), { choice: 'approved' });
    await kill();
    await start();
    const link = await people().link(await people().mail('refund-request'), 'refund');
    const paid = { outcome: 'paid', reference: 'TX-1' };
    const confirm = async () => people().fillIn(link.replace(/http:\/\/[^/]+/, url), paid);
    for (const wait of [5, 30, 80]) {
      await Promise.race([confirm().catch(() => {}), sleep(wait)]);
      await kill();
      await start(86_400);
    }
    await confirm();
    const load = () => people().get<Case>(`/cases/${asked.case}.json`);
    await until('the case to close', async () => (await load()).status === 'closed');
    await until('the customer to hear of it', async () => (await ofKind('refund-paid')).length === 1);
    expect((await load()).history.filter(({ type }) => type === 'refund-paid')).toHaveLength(1);
    expect(await ofKind('refund-request')).toHaveLength(1);
    expect(await ofKind('refund-paid')).toHaveLength(1);
  }, 180_000);
});
