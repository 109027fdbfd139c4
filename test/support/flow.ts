import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { withoutAddresses } from '../../functions/domain/address.ts';
import type { Case } from '../../functions/domain/case.ts';
import { MailRejected } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { Log, Mailer, Services } from '../../functions/domain/ports.ts';
import type { RefundRequested } from '../../functions/domain/refund-events.ts';
import type { CompiledPolicy } from '../../functions/domain/weighing.ts';
import { createWebApp } from '../../functions/web/app.tsx';
import { createLocalFlow } from '../../infra/local/flow.ts';
import { openMailbox } from '../../infra/local/mailbox.ts';
import { stepFunctions } from '../../infra/local/steps.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { received } from './cases.ts';
import { ringOf } from './keys.ts';
import { defaultPolicy } from './policy.ts';

const KEYS = { kid: 'test', secret: 'a secret that only the tests of the flow use', previous: [] };

/** The deployed flow file, in which a step that failed is given up on at once: tests have no minutes for retries. */
function impatientFlow(): StateMachineDefinition {
  const file = readFileSync('statemachine/refund-exception.asl.json', 'utf8');
  return JSON.parse(file, (key, value) => (key === 'MaxAttempts' ? 0 : value)) as StateMachineDefinition;
}

/** The flow on real parts, beside a sender of mails that refuses some addresses, and a wait that is over at once when told. */
export async function openFlow({ policy = defaultPolicy }: { policy?: CompiledPolicy } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  const table = await openTable();
  const mailbox = openMailbox(folder);
  const refused = new Set<string>();
  const outOfReach = new Set<string>();
  const counted: string[] = [];
  const logged: string[] = [];
  const entered: string[] = [];
  let wait = 3600;

  const mailer: Mailer = {
    send: async (mail) => {
      if (refused.has(mail.to))
        throw new MailRejected(withoutAddresses(`SES refused the mail: ${mail.to} is not verified`));
      if (outOfReach.has(mail.to)) throw new Error('the sender is out of reach');
      return mailbox.send(mail);
    },
    outcome: mailbox.outcome,
  };
  const write = (message: string, fields = {}) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { info: write, warn: write, error: write, count: (metric) => void counted.push(metric) };
  const clock = { now: () => new Date().toISOString(), secondsUntil: () => wait };
  const flow = createLocalFlow({
    definition: impatientFlow(),
    functions: stepFunctions(async () => services),
    log,
    onEnter: (_, state) => void entered.push(state),
  });
  const records = createRecords(table.client, TABLE_NAME);
  const links = createLinks(ringOf(KEYS), 'http://pages.example', clock);
  const replyAddresses = createReplyAddresses(KEYS, policy.policy.shop.refunds);
  const asked: RefundRequested[] = [];
  const refundEvents = { requested: async (event: RefundRequested) => void asked.push(event) };
  const steps = { ...records, policy, clock, mailer, refundEvents, flow, links, replyAddresses, sha256, log };
  // No step of the flow reads raw mails.
  const services = steps as typeof steps & Services;
  const pages = createWebApp(services);

  const load = (id: string) => records.cases.load(id);
  return {
    services,
    refused,
    /** Addresses to which a mail does not leave now, and may another time. */
    outOfReach,
    /** What a payment system was told. */
    asked,
    counted,
    logged,
    entered,
    load,
    sentTo: async () =>
      (await records.mails.sent(100)).filter(({ state }) => state === 'sent').map(({ to }) => to),

    /** A case that was just opened, and its flow. */
    async begin(id: string): Promise<void> {
      await records.cases.create(replay(id, [received()]));
      await flow.start(id);
    },

    /** From now on every wait is over in a moment. */
    hurry: () => {
      wait = 1;
    },

    /** Opens an approver's link and decides. */
    async decide(caseId: string, person: string, fields: Record<string, string>): Promise<string> {
      const claims = { purpose: 'decide', caseId, round: 1, person } as const;
      const link = new URL(await links.create(claims, new Date(Date.now() + 3_600_000).toISOString()))
        .pathname;
      const mark = /name="mark" value="([^"]*)"/.exec(await (await pages.request(link)).text())?.[1] ?? '';
      const body = new URLSearchParams({ mark, ...fields }).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return (await pages.request(link, { method: 'POST', body, headers })).text();
    },

    /** Reads a case again and again until it is as it has to be. */
    async until(id: string, what: string, holds: (found: Case) => boolean): Promise<Case> {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
        const found = await load(id);
        if (holds(found)) return found;
      }
      throw new Error(`waited for ${what}; the log says:\n${logged.join('\n')}`);
    },

    async close(): Promise<void> {
      await flow.stop();
      await table.close();
      await rm(folder, { recursive: true });
    },
  };
}
