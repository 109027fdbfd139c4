import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { type Goodwill, startGoodwill } from '../../infra/local/goodwill.ts';
import { createTerminalLog } from '../../infra/local/log.ts';
import { readSettings, type Settings } from '../../infra/local/settings.ts';

export interface SentMail {
  id: string;
  case: string;
  kind: string;
  to: string;
  subject: string;
  sentAt: string;
}

/** The product in a folder of its own on free ports, and hands to use it with as people do. */
export class Shop {
  readonly log: string[] = [];
  readonly entered: Array<{ caseId: string; state: string }> = [];
  private constructor(
    readonly dataDir: string,
    private readonly changes: Partial<Settings>,
    private running: Goodwill | undefined,
  ) {}

  static async open(changes: Partial<Settings> = {}): Promise<Shop> {
    const shop = new Shop(await mkdtemp(join(tmpdir(), 'goodwill-')), changes, undefined);
    await shop.start();
    return shop;
  }

  get goodwill(): Goodwill {
    if (!this.running) throw new Error('the shop is not running');
    return this.running;
  }

  async start(): Promise<void> {
    const settings = { ...readSettings({}), smtpPort: 0, webPort: 0, dataDir: this.dataDir, ...this.changes };
    this.running = await startGoodwill(settings, {
      log: createTerminalLog((line) => this.log.push(line)),
      onEnter: (caseId, state) => this.entered.push({ caseId, state }),
    });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true });
  }

  /** Sends a raw mail over SMTP, or one made of its parts. */
  async send(
    mail: string | Buffer | { from: string; subject: string; text: string },
    from?: string,
  ): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: this.goodwill.smtpPort, ignoreTLS: true });
    const to = this.goodwill.refundsAddress;
    try {
      if (typeof mail === 'string' || Buffer.isBuffer(mail)) {
        await transport.sendMail({ envelope: { from: from ?? 'someone@example.com', to }, raw: mail });
      } else {
        await transport.sendMail({ ...mail, to });
      }
    } finally {
      transport.close();
    }
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.goodwill.url}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  }

  mails(): Promise<SentMail[]> {
    return this.get<SentMail[]>('/mail.json');
  }

  /** The first mail that fits, as soon as it is there. */
  async mail(kind: string, fits: (mail: SentMail) => boolean = () => true): Promise<SentMail> {
    return this.until(`a mail "${kind}"`, async () =>
      (await this.mails()).find((mail) => mail.kind === kind && fits(mail)),
    );
  }

  async read(mail: SentMail) {
    const response = await fetch(`${this.goodwill.url}/mail/${mail.id}.eml`);
    return simpleParser(Buffer.from(await response.arrayBuffer()));
  }

  /** The first link of a mail to one of our pages. */
  async link(mail: SentMail, path: 'decide' | 'feedback'): Promise<string> {
    const { text } = await this.read(mail);
    const found = new RegExp(`http://localhost:\\d+/${path}/\\S+`).exec(text ?? '')?.[0];
    if (!found) throw new Error(`mail ${mail.id} has no ${path} link:\n${text}`);
    return found;
  }

  /** Fills in the form of a page as a person does and sends it. */
  async fillIn(link: string, fields: Record<string, string>): Promise<Response> {
    const page = await (await fetch(link)).text();
    const mark = /name="mark" value="([^"]+)"/.exec(page)?.[1] ?? '';
    return fetch(link.replace(/\?.*/, ''), {
      method: 'POST',
      body: new URLSearchParams({ mark, ...fields }),
      headers: { origin: this.goodwill.url },
    });
  }

  /** Asks again and again until there is an answer; fails with what it waited for. */
  async until<T>(what: string, ask: () => Promise<T | undefined | false>, seconds = 15): Promise<T> {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      const answer = await ask();
      if (answer) return answer;
      await sleep(20);
    }
    throw new Error(`waited ${seconds} s for ${what}; the log says:\n${this.log.slice(-20).join('\n')}`);
  }
}
