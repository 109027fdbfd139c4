import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { classify } from '../../functions/intake/classify.ts';
import { extractRequest, findOrderNumber } from '../../functions/intake/extract.ts';
import { intake } from '../../functions/intake/intake.ts';
import { openAttachments } from '../../infra/local/attachments.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { defaultPolicy } from '../support/policy.ts';
import { printTable, sideBySide } from './measure.ts';

const { policy } = defaultPolicy;

const head = (type: string, subject: string) =>
  [
    'From: Emily Carter <emily.carter@mail.example>',
    'To: refunds@shop.example',
    `Subject: ${subject}`,
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    'Message-ID: <bench@mail.example>',
    `Content-Type: ${type}; charset=utf-8`,
    '',
    '',
  ].join('\r\n');

const sentence = 'The kettle from order SH-10001 stopped working after six weeks and I would like a refund. ';
const text = head('text/plain', 'Kettle') + sentence.repeat(30);
const html =
  head('text/html', 'Kettle') + `<div class="m"><p style="margin:0">${sentence}</p></div>`.repeat(240);

const mails: ReadonlyArray<readonly [string, Buffer]> = [
  [`text, ${kilobytes(text)}`, Buffer.from(text)],
  [`HTML, ${kilobytes(html)}`, Buffer.from(html)],
  ...['en-headphones-changed-mind', 'pt-cesta-chegou-atrasada', 'en-lamp-damaged-with-photo'].map((name) => {
    const raw = readFileSync(`test/fixtures/mail/${name}.eml`);
    return [`${name}, ${kilobytes(raw)}`, raw] as const;
  }),
];

/** Parse, classify and extract, against bare mailparser with its defaults on the same mails; beside it the same with storing. */
export async function benchIntake(): Promise<void> {
  const table = await openTable();
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-bench-'));
  const rows = [];
  for (const [name, raw] of mails) {
    const rates = await sideBySide([
      { name: 'mailparser', run: () => simpleParser(raw) },
      { name: 'intake', run: () => readOnly(raw) },
      { name: 'stored', run: storing(table.client, folder, raw) },
    ]);
    const bare = rates.get('mailparser') ?? Number.NaN;
    const ours = rates.get('intake') ?? Number.NaN;
    const stored = rates.get('stored') ?? Number.NaN;
    rows.push({
      mail: name,
      'mailparser/s': Math.round(bare),
      'intake/s': Math.round(ours),
      ratio: (ours / bare).toFixed(2),
      'with storing/s': Math.round(stored),
      'ratio with storing': (stored / bare).toFixed(2),
    });
  }
  await table.close();
  await rm(folder, { recursive: true });
  printTable('Intake against bare mailparser', rows);
}

async function readOnly(raw: Buffer): Promise<void> {
  const mail = await parseMail(raw);
  if (classify(mail, policy.shop.refunds).kind !== 'person' || !mail.from)
    throw new Error('the benchmark mails are people’s');
  findOrderNumber(mail, policy);
  extractRequest(mail, mail.from, undefined, policy);
}

/** The whole use case on the embedded table in memory; every mail is a new one. */
function storing(
  client: Parameters<typeof createRecords>[0],
  folder: string,
  raw: Buffer,
): () => Promise<unknown> {
  let count = 0;
  const log = { info() {}, warn() {}, error() {}, count() {} };
  const services = {
    ...createRecords(client, TABLE_NAME),
    policy: defaultPolicy,
    clock: { now: () => new Date().toISOString(), secondsUntil: () => 1 },
    rawMails: {
      get: async () =>
        Buffer.concat([Buffer.from(`Message-ID: <${raw.length}-${count++}@bench.example>\r\n`), raw]),
    },
    attachments: openAttachments(folder),
    replyAddresses: { of: () => 'refunds@shop.example', caseOf: () => undefined },
    parser: { parse: parseMail, close: async () => {} },
    flow: { start: async () => {}, startAgain: async () => {}, succeed: async () => {} },
    mailer: { send: async () => 'unused', outcome: async () => 'unknown' as const },
    sha256,
    log,
  };
  return () => intake(services, { rawKey: 'bench' });
}

function kilobytes(content: string | Buffer): string {
  return `${(content.length / 1024).toFixed(1)} KB`;
}
