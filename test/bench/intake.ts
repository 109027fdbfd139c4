import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createBoundedParser } from '../../functions/adapters/bounded-parser.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import type { MailParser } from '../../functions/domain/ports.ts';
import { intake } from '../../functions/intake/intake.ts';
import { openAttachments } from '../../infra/local/attachments.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { defaultPolicy } from '../support/policy.ts';
import { mails } from './mails.ts';
import { printTable, sideBySide } from './measure.ts';
import { understand } from './reading.ts';

/** Lambda gives intake one mail at a time; at one machine's SMTP port several can arrive at once. */
const IN_FLIGHT = [1, 8];

/**
 * Intake up to the point of storing, in its thread, against bare mailparser with its defaults on the same mails; beside it
 * what the thread costs, and intake as a whole.
 */
export async function benchIntake(): Promise<void> {
  const table = await openTable();
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-bench-'));
  const parser = createBoundedParser();
  const rows = [];
  for (const { name, raw } of mails) {
    for (const inFlight of IN_FLIGHT) {
      const rates = await sideBySide(
        [
          { name: 'mailparser', run: () => simpleParser(raw) },
          { name: 'parsed', run: () => parser.parse(raw) },
          { name: 'intake', run: () => reading(parser, raw) },
          { name: 'stored', run: storing(parser, table.client, folder, raw) },
        ],
        inFlight,
      );
      const rate = (side: string) => rates.get(side) ?? Number.NaN;
      const ratio = (side: string) => (rate(side) / rate('mailparser')).toFixed(2);
      rows.push({
        mail: name,
        'in flight': inFlight,
        'mailparser/s': Math.round(rate('mailparser')),
        'parsed in the thread/s': Math.round(rate('parsed')),
        'intake/s': Math.round(rate('intake')),
        ratio: ratio('intake'),
        'with storing/s': Math.round(rate('stored')),
        'ratio with storing': ratio('stored'),
      });
    }
  }
  await parser.close();
  await table.close();
  await rm(folder, { recursive: true });
  printTable('Intake against bare mailparser', rows);
}

/** What the steps of intake take for one mail, each alone. */
export async function benchSteps(): Promise<void> {
  const parser = createBoundedParser();
  const rows = [];
  for (const { name, raw } of mails) {
    const mail = await parseMail(raw);
    const rates = await sideBySide([
      { name: 'mailparser', run: () => simpleParser(raw) },
      { name: 'our parsing', run: () => parseMail(raw) },
      { name: 'the same in the thread', run: () => parser.parse(raw) },
      // A mail of its own each time, as what was read of one is remembered.
      { name: 'kind, author, facts', run: async () => understand({ ...mail }) },
    ]);
    const steps = [...rates].map(([step, rate]) => [step, Math.round(1e6 / rate)] as const);
    rows.push({ mail: name, ...Object.fromEntries(steps) });
  }
  await parser.close();
  printTable('Steps of intake, in microseconds a mail', rows);
}

async function reading(parser: MailParser, raw: Uint8Array): Promise<void> {
  const kind = understand(await parser.parse(raw));
  if (kind !== 'person') throw new Error(`the benchmark mails are people’s, and one is ${kind}`);
}

/** The whole use case on the embedded table in memory; every mail is a new one of a new sender, as a brake holds who writes too many. */
function storing(
  parser: MailParser,
  client: Parameters<typeof createRecords>[0],
  folder: string,
  raw: Buffer,
): () => Promise<unknown> {
  let count = 0;
  const log = { info() {}, warn() {}, error() {}, count() {} };
  const written = raw.toString('latin1').replace(/^(?:From|Message-ID): .*\r?\n/gim, '');
  const services = {
    ...createRecords(client, TABLE_NAME),
    policy: defaultPolicy,
    clock: { now: () => new Date().toISOString(), secondsUntil: () => 1 },
    rawMails: {
      get: async () => {
        const id = `${raw.length}-${process.hrtime.bigint()}-${count++}`;
        const names = `From: Emily <emily-${id}@mail.example>\r\nMessage-ID: <${id}@mail.example>\r\n`;
        return Buffer.from(names + written, 'latin1');
      },
    },
    attachments: openAttachments(folder),
    replyAddresses: {
      of: () => 'refunds@shop.example',
      caseOf: () => undefined,
      sealed: (id: string) => id,
      unsealed: () => undefined,
    },
    parser,
    flow: { start: async () => {}, startAgain: async () => {}, succeed: async () => {} },
    mailer: { send: async () => 'unused', outcome: async () => 'unknown' as const },
    sha256,
    log,
  };
  return async () => {
    const { fate } = await intake(services, { rawKey: 'bench' });
    if (fate.state !== 'opened-case') throw new Error(`a benchmark mail ended as ${JSON.stringify(fate)}`);
  };
}
