import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import type { SentMail } from '../support/goodwill.ts';

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
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
    });
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

  const json = async <T>(path: string) => (await (await fetch(`${url}${path}`)).json()) as T;
  const mails = () => json<SentMail[]>('/mail.json');

  async function send(count: number): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, pool: true });
    const sendOne = (index: number) =>
      transport.sendMail({
        from: `customer${index}@example.com`,
        to: 'refunds@shop.example',
        subject: `Request ${index}`,
        text: 'My order never arrived.',
      });
    await Promise.all(Array.from({ length: count }, (_, index) => sendOne(index)));
    transport.close();
  }

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (await holds()) return;
    throw new Error(`waited for ${what}`);
  }

  const ofKind = async (kind: string) => (await mails()).filter((mail) => mail.kind === kind);

  async function decide(mail: SentMail): Promise<void> {
    const raw = await (await fetch(`${url}/mail/${mail.id}.eml`)).text();
    const token = /\/decide\/([\w.=\-\r\n]+)/.exec(raw)?.[1]?.replace(/=\r?\n/g, '') ?? '';
    const page = await (await fetch(`${url}/decide/${token}`)).text();
    const mark = /name="mark" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ mark, choice: 'declined', reason: 'It was used for a year.' });
    const answer = await fetch(`${url}/decide/${token}`, { method: 'POST', body, headers: { origin: url } });
    expect(answer.status).toBe(200);
  }

  it('right after mails were accepted: each becomes one case, acknowledged once and asked about once', async () => {
    await start();
    await send(5);
    for (let round = 0; round < 3; round++) {
      await kill();
      await start();
      await sleep(round * 150);
    }
    await until('five requests for approval', async () => (await ofKind('approval-request')).length === 5);
    expect(await json<unknown[]>('/cases.json')).toHaveLength(5);
    const sent = await mails();
    expect(sent.filter(({ kind }) => kind === 'acknowledgement')).toHaveLength(5);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
  }, 60_000);

  it('right after a decision, and while waiting for the follow-up: told once, followed up once', async () => {
    await start();
    await send(1);
    await until('the request for approval', async () => (await ofKind('approval-request')).length === 1);
    const [asked] = await ofKind('approval-request');
    if (!asked) throw new Error('nobody was asked');
    await kill();
    await start();
    await decide(asked);
    await kill();
    await start(86_400);
    await until('the decision mail', async () => (await ofKind('decision')).length === 1);
    await kill();
    await start(86_400);
    await until('the follow-up', async () => (await ofKind('follow-up')).length === 1);
    const found = await json<Case>(`/cases/${asked.case}.json`);
    expect(found.status).toBe('closed');
    const kinds = (await mails()).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['acknowledgement', 'approval-request', 'decision', 'follow-up']);
  }, 60_000);
});
