import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, type CaseEvent, isDecided } from '../../functions/domain/case.ts';
import { lastDecided, replay } from '../../functions/domain/evolve.ts';
import type { Log } from '../../functions/domain/ports.ts';
import type { Request } from '../../functions/domain/request.ts';
import { daysAfter } from '../../functions/domain/time.ts';
import { columns } from '../../functions/export/columns.ts';
import { exportCases } from '../../functions/export/export-cases.ts';
import { pseudonym } from '../../functions/export/pseudonym.ts';
import { toRow } from '../../functions/export/rows.ts';
import { aRequest } from '../support/cases.ts';
import { columnTable } from '../support/column-table.ts';
import { defaultPolicy } from '../support/policy.ts';
import { HEAD } from '../support/sample-cases.ts';
import { inFull, inPart, instead, TOLD, told } from '../support/settling.ts';

const KEY = 'a-key-of-at-least-thirty-two-characters';
const silent: Log = { info: () => {}, warn: () => {}, error: () => {}, count: () => {} };

/** A case that was reminded, passed on, decided by the second level, told, followed up and answered. */
function aDecidedCase(
  id: string,
  changes: Partial<Request> = {},
  decision?: Extract<CaseEvent, { type: 'decided' }>['decision'],
): Case {
  const opened = {
    approvers: ['manager@shop.example'],
    remindAt: '2026-11-03T10:00:00.000Z',
    deadline: '2026-11-03T22:00:00.000Z',
  };
  const says = { en: 'The customer did not get what they paid for.', 'pt-BR': 'O cliente não recebeu.' };
  return replay(id, [
    {
      type: 'received',
      at: '2026-11-02T10:00:00.000Z',
      mailId: 'm',
      messageId: '<canary-message-id@x>',
      request: aRequest(changes),
    },
    {
      type: 'mail-sent',
      at: '2026-11-02T10:00:01.000Z',
      mailId: 'a',
      kind: 'acknowledgement',
      to: 'canary-to@example.com',
    },
    {
      type: 'evaluated',
      at: '2026-11-02T10:00:02.000Z',
      evaluation: {
        route: 'manager',
        score: 2.5,
        factors: [
          { id: 'faulty', weight: 4, says },
          { id: 'long-past', weight: -1.5, says },
        ],
        policyVersion: '2026-11-01',
      },
    },
    { type: 'round-opened', at: '2026-11-02T10:00:02.000Z', round: 1, level: 0, ...opened },
    { type: 'reminder-due', at: '2026-11-03T10:00:00.000Z', round: 1 },
    { type: 'round-opened', at: '2026-11-03T22:00:00.000Z', round: 2, level: 1, ...opened },
    {
      type: 'decided',
      at: '2026-11-04T07:30:00.000Z',
      round: 2,
      by: 'canary-approver@shop.example',
      decision: decision ?? {
        outcome: 'part-approved',
        amount: { minor: 4500, currency: 'USD' },
        note: 'canary note',
      },
    },
    { type: 'told', at: '2026-11-04T07:30:02.000Z', followUpAt: '2026-11-09T07:30:02.000Z' },
    {
      type: 'customer-wrote',
      at: '2026-11-05T07:30:02.000Z',
      mailId: 'w',
      from: 'canary-from@example.com',
      attachments: [],
      text: 'canary reply',
    },
    { type: 'followed-up', at: '2026-11-09T07:30:03.000Z' },
    { type: 'feedback-given', at: '2026-11-10T08:00:00.000Z', score: 4, comment: 'canary comment' },
  ]);
}

const nothingKnown: Partial<Request> = {
  customer: { address: 'canary-other@example.com', name: { source: 'unknown' } },
  orderNumber: { source: 'unknown' },
  product: { source: 'unknown' },
  category: { source: 'unknown' },
  amount: { source: 'unknown' },
  purchasedOn: { source: 'unknown' },
  deliveredOn: { source: 'unknown' },
  reason: { source: 'unknown' },
  wish: { source: 'unknown' },
};
const hostile: Partial<Request> = {
  category: { source: 'order', value: '=HYPERLINK("https://evil.example","a"),\r\nkitchen' },
  purchasedOn: { source: 'order', value: '2026-10-30' },
  deliveredOn: { source: 'order', value: '2026-11-01' },
};

const rowOf = (found: Case) => {
  const last = lastDecided(found);
  if (!last) throw new Error('the case was never decided');
  return toRow(last, 'c_1', defaultPolicy.policy);
};

describe('the row of a decided case', () => {
  const row = (
    changes?: Partial<Request>,
    decision?: Extract<CaseEvent, { type: 'decided' }>['decision'],
  ) => {
    const found = aDecidedCase('RX-7K3F-9Q2M', changes, decision);
    if (!isDecided(found)) throw new Error('the case is decided');
    return toRow(found, 'c_1', defaultPolicy.policy);
  };

  test('tells what was asked, recommended and decided, and how long it took', () => {
    expect(row()).toEqual({
      case_id: 'RX-7K3F-9Q2M',
      opened_at: '2026-11-02T10:00:00.000Z',
      decided_at: '2026-11-04T07:30:00.000Z',
      closed_at: '2026-11-09T07:30:03.000Z',
      customer: 'c_1',
      order_known: true,
      product_category: 'kitchen',
      reason: 'defective',
      wish: null,
      amount: 89_900n,
      currency: 'USD',
      days_since_purchase: 62,
      days_past_window: 28,
      route: 'manager',
      score: 2.5,
      factors: 'faulty;long-past',
      policy_version: '2026-11-01',
      outcome: 'part-approved',
      refund_amount: 45_000n,
      refund_currency: 'USD',
      offer: null,
      decided_level: 2,
      rounds: 2,
      reminders: 1,
      hours_to_decision: 45.5,
      feedback_score: 4,
      offer_accepted: null,
      paid_amount: null,
      paid_currency: null,
      paid_at: null,
      refund_late: false,
      objections: null,
      first_outcome: null,
      schema_version: 2,
    });
  });

  test('tells what became of the money, of the offers and of an objection', () => {
    const at = daysAfter(TOLD, 3);
    const again = told(inPart(4_000)).paid(at).objects('decision', at).weighed(at);
    const before = rowOf(again.found);
    expect(before).toMatchObject({ outcome: 'part-approved', paid_amount: 40_000n, objections: null });
    const second = again.decided(instead('half'), at, HEAD).told(at).chooses('half', at).paid(at, 'TX-2', 2);
    expect(rowOf(second.found)).toMatchObject({
      outcome: 'alternative',
      offer: 'half',
      offer_accepted: 'half',
      paid_amount: 44_950n,
      paid_currency: 'USD',
      paid_at: at,
      refund_late: false,
      objections: 'decision',
      first_outcome: 'part-approved',
      closed_at: null,
    });
    const late = told(inFull)
      .followedUp(daysAfter(TOLD, 5))
      .time(daysAfter(TOLD, 9))
      .paid(daysAfter(TOLD, 10));
    expect(rowOf(late.found)).toMatchObject({ refund_late: true, closed_at: daysAfter(TOLD, 10) });
  });

  test('leaves empty what nobody knows, instead of guessing a zero', () => {
    const { amount, currency, days_since_purchase, days_past_window, reason } = row(nothingKnown);
    expect([amount, currency, days_since_purchase, days_past_window, reason]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('keeps amounts exact in currencies of no, two and three decimal places', () => {
    const amountOf = (minor: number, currency: string) =>
      row({ amount: { source: 'order', value: { minor, currency } } }).amount;
    expect(amountOf(1500, 'JPY')).toBe(1_500_000n);
    expect(amountOf(1505, 'BRL')).toBe(15_050n);
    expect(amountOf(1505, 'KWD')).toBe(1_505n);
  });

  test('has no refund where none was given', () => {
    expect(row({}, { outcome: 'alternative', offer: 'store-credit' })).toMatchObject({
      refund_amount: null,
      refund_currency: null,
      offer: 'store-credit',
    });
  });

  test('takes no category from the mail, where anyone could write anything into it', () => {
    expect(row({ category: { source: 'mail', value: 'I am Maria Souza' } }).product_category).toBeNull();
  });
});

describe('a pseudonym', () => {
  test('is the same for one customer however the address is written, and another under another key', () => {
    expect(pseudonym(KEY, 'Maria@Example.com')).toBe(pseudonym(KEY, 'maria@example.com'));
    expect(pseudonym(KEY, 'maria@example.com')).not.toBe(pseudonym(KEY, 'marta@example.com'));
    expect(pseudonym(KEY, 'maria@example.com')).not.toBe(pseudonym(`${KEY}!`, 'maria@example.com'));
  });

  test('always reads as text: no table tool takes it for a number', () => {
    expect(pseudonym(KEY, 'maria@example.com')).toMatch(/^c_[0-9a-f]{32}$/);
  });
});

describe('the exported files', () => {
  let folder: string;
  let db: DuckDBConnection;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goodwill-export-'));
    db = await (await DuckDBInstance.create()).connect();
  });
  afterAll(() => {
    db.closeSync();
    rmSync(folder, { recursive: true });
  });

  async function exported(...found: Case[]) {
    const all = async function* () {
      yield* found;
    };
    const services = { cases: { all } as never, policy: defaultPolicy, log: silent };
    const written = await exportCases(services, {
      pseudonymKey: KEY,
      write: async (name, bytes) => writeFileSync(join(folder, name), bytes),
    });
    return {
      ...written,
      parquet: `'${join(folder, 'cases.parquet')}'`,
      csv: `'${join(folder, 'cases.csv')}'`,
    };
  }
  const query = async (sql: string) => (await db.runAndReadAll(sql)).getRowObjectsJson();
  const described = async (from: string) =>
    (await query(`DESCRIBE FROM ${from}`)).map(({ column_name, column_type }) => [column_name, column_type]);

  const open = replay('RX-0000-0000', [
    { type: 'received', at: '2026-11-02T10:00:00.000Z', mailId: 'm', request: aRequest() },
  ]);
  const decided = [
    aDecidedCase('RX-0000-0001'),
    aDecidedCase('RX-0000-0002', nothingKnown, { outcome: 'declined', reason: 'canary reason' }),
    aDecidedCase('RX-0000-0003', hostile, {
      outcome: 'alternative',
      offer: 'store-credit',
      note: 'canary note',
    }),
  ];

  test('hold the decided cases and no others', async () => {
    const { cases, parquet } = await exported(open, ...decided);
    expect(cases).toBe(3);
    expect(await query(`SELECT case_id, outcome FROM ${parquet}`)).toEqual([
      { case_id: 'RX-0000-0001', outcome: 'part-approved' },
      { case_id: 'RX-0000-0002', outcome: 'declined' },
      { case_id: 'RX-0000-0003', outcome: 'alternative' },
    ]);
  });

  test('have typed columns in Parquet: exact money, instants in UTC, empty where there is no value', async () => {
    const { parquet } = await exported(...decided);
    const types = {
      text: 'VARCHAR',
      boolean: 'BOOLEAN',
      integer: 'INTEGER',
      number: 'DOUBLE',
      decimal: 'DECIMAL(18,3)',
      instant: 'TIMESTAMP WITH TIME ZONE',
    };
    expect(await described(parquet)).toEqual(columns.map(({ name, type }) => [name, types[type]]));
    const sums = `SELECT sum(refund_amount) AS refunded, count(amount) AS known,
      strftime(min(opened_at) AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M') AS first, list_sort(list(distinct f)) AS factors
      FROM ${parquet}, unnest(string_split(factors, ';')) AS spoken(f)`;
    expect(await query(sums)).toEqual([
      { refunded: '90.000', known: '4', first: '2026-11-02 10:00', factors: ['faulty', 'long-past'] },
    ]);
  });

  test('are the same table twice', async () => {
    const { parquet, csv } = await exported(...decided);
    const read = `read_csv(${csv}, columns = {${(await described(parquet)).map(([name, type]) => `'${name}': '${type}'`)}})`;
    // The one difference there may be: the apostrophe that disarms a formula in CSV.
    const disarmed = `(SELECT * REPLACE (regexp_replace(product_category, '^=', '''=') AS product_category) FROM ${parquet})`;
    expect(await query(`FROM ${disarmed} EXCEPT FROM ${read}`)).toEqual([]);
    expect(await query(`FROM ${read} EXCEPT FROM ${disarmed}`)).toEqual([]);
    expect(await query(`SELECT count(*) AS rows FROM ${csv}`)).toEqual([{ rows: '3' }]);
  });

  test('are read by DuckDB without being told anything', async () => {
    const { csv } = await exported(...decided);
    const guessed = Object.fromEntries(await described(csv));
    expect(guessed).toMatchObject({
      opened_at: 'TIMESTAMP WITH TIME ZONE',
      order_known: 'BOOLEAN',
      amount: 'DOUBLE',
      days_past_window: 'BIGINT',
      customer: 'VARCHAR',
    });
  });

  test('are CSV as RFC 4180 has it, and start no formula in a spreadsheet', async () => {
    await exported(...decided);
    const text = readFileSync(join(folder, 'cases.csv'), 'utf8');
    expect(text.split('\r\n')[0]).toBe(columns.map(({ name }) => name).join(','));
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text).toContain(`,"'=HYPERLINK(""https://evil.example"",""a""),\r\nkitchen",`);
    expect(text).toContain(',3,-29,');
  });

  test('have their columns before there is any decided case', async () => {
    const { cases, parquet, csv } = await exported(open);
    expect(cases).toBe(0);
    for (const file of [parquet, csv]) {
      expect((await described(file)).map(([name]) => name)).toEqual(columns.map(({ name }) => name));
      expect(await query(`SELECT count(*) AS rows FROM ${file}`)).toEqual([{ rows: '0' }]);
    }
  });

  test('name nobody and quote nobody', async () => {
    const words = {
      customer: { address: 'canary-address@example.com', name: { source: 'mail', value: 'Canary Name' } },
      orderNumber: { source: 'order', value: 'SH-CANARY' },
      product: { source: 'order', value: 'Canary product' },
      reason: { source: 'mail', value: 'defective', words: 'canary words' },
      attachments: [{ name: 'canary.jpg', type: 'image/jpeg', bytes: 1, sha256: 'canary-sha' }],
      subject: 'canary subject',
      text: 'canary text',
    } satisfies Partial<Request>;
    const { parquet } = await exported(aDecidedCase('RX-0000-0004', words), ...decided);
    const everything =
      JSON.stringify(await query(`FROM ${parquet}`)) + readFileSync(join(folder, 'cases.csv'), 'utf8');
    const bytes = readFileSync(join(folder, 'cases.parquet'), 'latin1');
    expect(everything).toContain('RX-0000-0004');
    expect(everything).not.toMatch(/canary|@|maria|souza|shop\.example/i);
    expect(bytes).not.toMatch(/canary|maria|souza|shop\.example/i);
  });
});

test('the columns are documented as they are', () => {
  expect(readFileSync('docs/exports.md', 'utf8')).toContain(columnTable());
});
