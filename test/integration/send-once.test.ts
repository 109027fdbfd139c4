import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { type Case, type CaseEvent, unsentMails } from '../../functions/domain/case.ts';
import { MailInFlight, MailRejected } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { Mailer } from '../../functions/domain/ports.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { type Sending, sendOnce } from '../../functions/notify/send-once.ts';
import { openMailbox } from '../../infra/local/mailbox.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { AT, received } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';

class Crash extends Error {}

describe('a mail is sent at most once, wherever the process dies', () => {
  let folder: string;
  let table: Awaited<ReturnType<typeof openTable>>;
  let services: Sending;
  let found: Case;
  let now = AT;
  const counted: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
    table = await openTable();
    now = AT;
    const log = { info() {}, warn() {}, error() {}, count: (metric: string) => void counted.push(metric) };
    services = {
      ...createRecords(table.client, TABLE_NAME),
      mailer: openMailbox(folder),
      replyAddresses: {
        of: (caseId) => `refunds+${caseId}@shop.example`,
        caseOf: () => undefined,
        sealed: (id) => id,
        unsealed: (id) => id,
      },
      policy: defaultPolicy,
      clock: { now: () => now, secondsUntil: () => 1 },
      log,
    };
    found = replay('RX-0000-0001', [received()]);
    await services.cases.create(found);
  });
  afterEach(async () => {
    await table.close();
    await rm(folder, { recursive: true });
  });

  const mail = { id: 'RX-0000-0001.acknowledgement', to: 'maria@example.com', answersCustomer: true };
  const send = async (changes: Partial<Sending> = {}) =>
    sendOnce({ ...services, ...changes }, await services.cases.load(found.id), mail, {
      kind: 'acknowledgement',
      found,
      policy: defaultPolicy.policy,
      answerBy: AT,
    });
  const sentEvents = async () =>
    (await services.cases.load(found.id)).history.filter(({ type }) => type === 'mail-sent');

  /** A sender that counts what really left, and cannot say afterwards, as SES. */
  const unknowing = (): Mailer & { left: number } => ({
    left: 0,
    async send() {
      this.left++;
      return 'ses-1';
    },
    outcome: async () => 'unknown',
  });

  it('sent twice in a row or at the same time, it leaves once', async () => {
    const mailer = unknowing();
    await Promise.allSettled([send({ mailer }), send({ mailer })]);
    await send({ mailer });
    expect(mailer.left).toBe(1);
    expect(await sentEvents()).toHaveLength(1);
  });

  it('died between claiming and sending: the embedded mailbox knows it has not left, and it is sent', async () => {
    await services.mails.claim({ ...mail, caseId: found.id, kind: 'acknowledgement', subject: 'x' }, AT);
    await send();
    expect(await services.mailer.outcome(mail.id)).toBe('sent');
    expect(await sentEvents()).toHaveLength(1);
  });

  it('died between sending and marking: the embedded mailbox knows it has left, and it is not sent again', async () => {
    const mark = async () => {
      throw new Crash();
    };
    await expect(send({ mails: { ...services.mails, mark } })).rejects.toThrow(Crash);
    const never: Mailer = { ...services.mailer, send: () => Promise.reject(new Error('sent again')) };
    await send({ mailer: never });
    expect(await services.mails.outgoing(mail.id)).toMatchObject({ state: 'sent' });
    expect(await sentEvents()).toHaveLength(1);
  });

  it('died between marking and writing it on the case: only the writing is done', async () => {
    const save = async () => {
      throw new Crash();
    };
    await expect(send({ cases: { ...services.cases, save } })).rejects.toThrow(Crash);
    const never: Mailer = { ...services.mailer, send: () => Promise.reject(new Error('sent again')) };
    await send({ mailer: never });
    expect(await sentEvents()).toHaveLength(1);
  });

  it('died around sending with a sender that cannot say: it becomes visibly uncertain and is not sent again', async () => {
    const mailer = unknowing();
    const mark = async () => {
      throw new Crash();
    };
    await expect(send({ mailer, mails: { ...services.mails, mark } })).rejects.toThrow(Crash);
    await expect(send({ mailer })).rejects.toThrow(MailInFlight);
    now = hoursAfter(AT, 1);
    await send({ mailer });
    expect(mailer.left).toBe(1);
    expect(await services.mails.outgoing(mail.id)).toMatchObject({ state: 'uncertain' });
    expect(counted).toContain('MailUncertain');
    expect(await sentEvents()).toEqual([]);
    const after = await services.cases.load(found.id);
    expect(unsentMails(after)).toMatchObject([{ type: 'mail-uncertain', mailId: mail.id, to: mail.to }]);
    await send({ mailer });
    expect(mailer.left).toBe(1);
    expect(await services.cases.load(found.id)).toEqual(after);
  });

  it('refused in another run while this one looked: nothing is written as sent', async () => {
    const claim = async () =>
      ({
        ...mail,
        caseId: found.id,
        kind: 'acknowledgement',
        subject: 'x',
        state: 'rejected',
        claimedAt: AT,
      }) as const;
    await expect(send({ mails: { ...services.mails, claim } })).rejects.toThrow(MailInFlight);
    expect(await sentEvents()).toHaveLength(0);
  });

  it('refused by the sender: it has not left, and may be tried again', async () => {
    const refusing: Mailer = {
      send: () => Promise.reject(new MailRejected('address not verified')),
      outcome: async () => 'unknown',
    };
    await expect(send({ mailer: refusing })).rejects.toThrow(MailRejected);
    expect(await sentEvents()).toHaveLength(0);
    await send();
    expect(await services.mails.outgoing(mail.id)).toMatchObject({ state: 'sent' });
  });

  it('leaves a Message-ID out that is too long for a header line, and is sent', async () => {
    const messageId = `<${'x'.repeat(1_000)}@example.com>`;
    found = replay('RX-0000-0002', [{ ...received(), messageId } as CaseEvent]);
    await services.cases.create(found);
    await send();
    const raw = await (services.mailer as ReturnType<typeof openMailbox>).read(mail.id);
    const text = Buffer.from(raw ?? []).toString();
    expect(text).not.toMatch(/^(In-Reply-To|References):/m);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('carries the headers that keep machines from answering, and joins the customer’s conversation', async () => {
    await send();
    const raw = await (services.mailer as ReturnType<typeof openMailbox>).read(mail.id);
    const text = Buffer.from(raw ?? []).toString();
    expect(text).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(text).toMatch(/^X-Auto-Response-Suppress: All/m);
    expect(text).toMatch(/^X-Goodwill-Mail: RX-0000-0001\.acknowledgement/m);
    expect(text).toMatch(/^In-Reply-To: <1@example\.com>/m);
    expect(text).toMatch(/^Message-ID: <RX-0000-0001\.acknowledgement@shop\.example>/m);
  });
});
