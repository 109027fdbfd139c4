import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import type { Case } from '../../functions/domain/case.ts';
import { MailRejected, NotWaiting } from '../../functions/domain/errors.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Flow, Log, Mailer } from '../../functions/domain/ports.ts';
import { hoursAfter, type Instant } from '../../functions/domain/time.ts';
import { createWebApp } from '../../functions/web/app.tsx';
import { openAttachments } from '../../infra/local/attachments.ts';
import { openMailbox } from '../../infra/local/mailbox.ts';
import { openReports } from '../../infra/local/reports.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { ringOf } from './keys.ts';
import { defaultPolicy } from './policy.ts';
import { OPENED, policyFor } from './sample-cases.ts';

export const MANAGER = 'manager@shop.example';
export const FINANCE = 'finance@shop.example';
const KEYS = { kid: 'test', secret: 'a secret that only the tests of the pages use', previous: [] };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The public pages on the embedded table with real links; only the flow is a list of the tokens it was woken with. */
export async function openPages(options: { staffLanguage?: Language; policy?: Policy } = {}) {
  const table = await openTable();
  const records = createRecords(table.client, TABLE_NAME);
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  let now: Instant = hoursAfter(OPENED, 1);
  const clock = { now: () => now, secondsUntil: () => 1 };
  const woken: string[] = [];
  const startedAgain: string[] = [];
  const startedVersions = new Set<string>();
  const answers = { waiting: true, takesMail: true, starts: true };
  const flow: Flow = {
    start: async () => {},
    async startAgain(caseId, version) {
      if (!answers.starts) throw new Error('the state machine is out of reach');
      startedAgain.push(caseId);
      startedVersions.add(`${caseId}-${version}`);
    },
    async succeed(token) {
      if (!answers.waiting) throw new NotWaiting('nobody waits');
      woken.push(token);
    },
  };
  const logged: string[] = [];
  const write = (message: string, fields?: Record<string, unknown>) => {
    logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  const counted: string[] = [];
  const log: Log = { info: write, warn: write, error: write, count: (metric) => void counted.push(metric) };
  const policy = { ...defaultPolicy, policy: options.policy ?? policyFor(options.staffLanguage ?? 'en') };
  const linksAt = (publicUrl: string) => createLinks(ringOf(KEYS), publicUrl, clock);
  const mailbox = openMailbox(folder);
  const mailer: Mailer = {
    ...mailbox,
    async send(mail) {
      if (!answers.takesMail) throw new MailRejected('the mailbox is full');
      return mailbox.send(mail);
    },
  };
  const replyAddresses = createReplyAddresses(KEYS, policy.policy.shop.refunds);
  const links = linksAt('http://pages.example');
  const services = {
    ...records,
    attachments: openAttachments(folder),
    reports: openReports(folder),
    clock,
    flow,
    links,
    log,
    mailer,
    policy,
    replyAddresses,
    sha256,
  };
  const app = createWebApp(services);
  const closers: Array<() => unknown> = [table.close, () => rm(folder, { recursive: true })];

  const tokenOf = async (link: Promise<string>) => new URL(await link).pathname.split('/').at(-1) ?? '';
  const expires = () => hoursAfter(now, 24 * 60);
  const customersToken = (purpose: 'offers' | 'object', caseId: string) =>
    tokenOf(services.links.create({ purpose, caseId, person: 'maria@example.com' }, expires()));
  return {
    services,
    app,
    /** A mail the pages have sent, or undefined. */
    sentMail: mailbox.read,
    woken,
    startedAgain,
    /** The executions a case was given, however often each was asked for. */
    startedVersions: (caseId: string) => [...startedVersions].filter((name) => name.startsWith(caseId)),
    answers,
    logged,
    counted,
    setNow: (instant: Instant) => {
      now = instant;
    },
    /** Stores a case and the flow's waiting place, as they are when an approver has been asked. */
    async store(found: Case): Promise<Case> {
      await services.cases.create({ ...found, version: found.version });
      await services.tokens.put(found.id, `task-of-${found.id}`, 0);
      return found;
    },
    decidePath: async (caseId: string, round = 1, person = MANAGER) =>
      `/decide/${await tokenOf(services.links.create({ purpose: 'decide', caseId, round, person }, expires()))}`,
    feedbackPath: async (caseId: string, person = 'maria@example.com') =>
      `/feedback/${await tokenOf(services.links.create({ purpose: 'feedback', caseId, person }, expires()))}`,
    refundPath: async (caseId: string, refund = 1) =>
      `/refund/${await tokenOf(services.links.create({ purpose: 'refund', caseId, refund, person: FINANCE }, expires()))}`,
    offersPath: async (caseId: string) => `/offers/${await customersToken('offers', caseId)}`,
    objectPath: async (caseId: string) => `/object/${await customersToken('object', caseId)}`,
    /** Opens an address and gives what comes, whatever it is. */
    open: async (path: string, method = 'GET') => app.request(path, { method }),
    async get(path: string) {
      const response = await app.request(path);
      return { response, status: response.status, html: await response.text() };
    },
    async post(path: string, fields: Record<string, string>) {
      const body = new URLSearchParams(fields).toString();
      const response = await app.request(path, { method: 'POST', body, headers: FORM });
      return { response, status: response.status, html: await response.text() };
    },
    /** Opens the page, takes the mark out of its form and sends the fields with it, as a browser does. */
    async fillIn(path: string, fields: Record<string, string>) {
      const { html } = await this.get(path);
      return this.post(path.replace(/\?.*/, ''), { mark: markIn(html), ...fields });
    },
    /** Serves the pages on a real port, for a browser. */
    async listen(): Promise<string> {
      const port = await new Promise<number>((resolve) => {
        const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
          resolve(info.port),
        );
        closers.unshift(() => new Promise((done) => server.close(done)));
      });
      return `http://127.0.0.1:${port}`;
    },
    async close() {
      for (const close of closers) await close();
    },
  };
}
export type Pages = Awaited<ReturnType<typeof openPages>>;

export function markIn(html: string): string {
  return /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? '';
}
