import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import type { Case, CaseEvent } from '../../functions/domain/case.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { PersonalFiles } from '../../functions/domain/ports.ts';
import { daysAfter } from '../../functions/domain/time.ts';
import { forgetOld } from '../../functions/forget/forget-old.ts';
import { removeExpired } from '../../infra/local/forgetting.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { received } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';
import { inFull, TOLD, told } from '../support/settling.ts';

const at = (day: string) => `${day}T10:00:00.000Z`;
const attached = (sha256: string) => ({ name: 'photo.jpg', type: 'image/jpeg', bytes: 3, sha256 });

describe('what was kept long enough', () => {
  let table: Awaited<ReturnType<typeof openTable>>;
  let removed: string[];
  beforeEach(async () => {
    table = await openTable();
    removed = [];
  });
  afterEach(() => table.close());

  const records = () => createRecords(table.client, TABLE_NAME);
  const files: PersonalFiles = {
    removeRawMail: async (key) => void removed.push(key),
    removeAttachment: async (sha256) => void removed.push(sha256),
    removeSentCopy: async (id) => void removed.push(id),
  };
  const forgetOn = (day: string) =>
    forgetOld({
      ...records(),
      policy: defaultPolicy,
      clock: { now: () => at(day), secondsUntil: () => 1 },
      log: { info() {}, warn() {}, error() {}, count() {} },
      records: createPersonalRecords(table.client, TABLE_NAME),
      files,
    });

  /** A case of these mails, withdrawn on a day unless it is open, whose mails are recorded as well. */
  async function aCase(id: string, opened: string, withdrawn?: string, photo = id): Promise<Case> {
    const first = received({ attachments: [attached(photo)] }, at(opened));
    const history: CaseEvent[] = [
      { ...first, mailId: `${id}-in` } as CaseEvent,
      {
        type: 'mail-sent',
        at: at(opened),
        mailId: `${id}-out`,
        kind: 'acknowledgement',
        to: 'maria@example.com',
      },
      ...(withdrawn ? [{ type: 'withdrawn', at: at(withdrawn), mailId: `${id}-in` } as const] : []),
    ];
    const found = replay(id, history);
    const { cases, mails, tokens } = records();
    await cases.create(found);
    const mail = { id: `${id}-in`, rawKey: `raw-${id}`, receivedAt: at(opened), from: 'maria@example.com' };
    await mails.record({ ...mail, subject: 'x', fate: { state: 'opened-case', caseId: id } });
    const out = { id: `${id}-out`, caseId: id, kind: 'acknowledgement' as const, to: 'maria@example.com' };
    await mails.claim({ ...out, subject: 'x' }, at(opened));
    await tokens.put(id, 'token', 1);
    return found;
  }
  it('is a case that waits for nothing but money nobody ever confirmed, from the day it was due', async () => {
    const story = told(inFull);
    await records().cases.create(story.found);
    expect(await forgetOn('2029-01-01')).toEqual({ cases: 0, mails: 0 });
    const { cases } = records();
    const followed = story.followedUp(daysAfter(TOLD, 5)).time('2028-11-01T00:00:00.000Z').found;
    await cases.save(followed, story.found.version);
    expect(await forgetOn('2028-11-09')).toEqual({ cases: 0, mails: 0 });
    expect(await forgetOn('2028-11-12')).toEqual({ cases: 1, mails: 0 });
  });

  const left = async () => {
    const ids: string[] = [];
    for await (const { id } of records().cases.all()) ids.push(id);
    return ids;
  };

  it('is a case that was over two years ago, with everything of it', async () => {
    await aCase('RX-0LD0-0001', '2024-01-01', '2024-02-01');
    expect(await forgetOn('2026-01-30')).toEqual({ cases: 0, mails: 0 });
    expect(await forgetOn('2026-02-01')).toEqual({ cases: 1, mails: 0 });
    expect(await left()).toEqual([]);
    expect(removed.sort()).toEqual(['RX-0LD0-0001', 'RX-0LD0-0001-out', 'raw-RX-0LD0-0001']);
    const { mails, tokens } = records();
    expect(await mails.received('RX-0LD0-0001-in')).toBeUndefined();
    expect(await mails.outgoing('RX-0LD0-0001-out')).toBeUndefined();
    expect(await tokens.get('RX-0LD0-0001')).toBeUndefined();
    expect(await forgetOn('2026-02-02')).toEqual({ cases: 0, mails: 0 });
  });

  it('is never an open case, however old', async () => {
    await aCase('RX-0PEN-0001', '2020-01-01');
    expect(await forgetOn('2030-01-01')).toEqual({ cases: 0, mails: 0 });
    expect(await left()).toEqual(['RX-0PEN-0001']);
  });

  it('is no attachment that another case has too', async () => {
    await aCase('RX-0LD0-0001', '2024-01-01', '2024-02-01', 'logo');
    await aCase('RX-NEW0-0001', '2026-01-01', undefined, 'logo');
    await forgetOn('2026-03-01');
    expect(await left()).toEqual(['RX-NEW0-0001']);
    expect(removed).not.toContain('logo');
  });

  it('is a mail in quarantine after three months, and one that a person has dismissed', async () => {
    const { mails } = records();
    const mail = { rawKey: 'raw', receivedAt: at('2026-01-01'), from: 'bot@example.com', subject: 'x' };
    await mails.record({ ...mail, id: 'held', fate: { state: 'quarantined', reason: 'bulk: List-Id' } });
    expect(await forgetOn('2026-03-31')).toEqual({ cases: 0, mails: 0 });
    expect(await forgetOn('2026-04-02')).toEqual({ cases: 0, mails: 1 });
    expect(removed).toEqual(['raw']);
    expect(await mails.quarantined(9)).toEqual([]);
  });

  it('is an item that says itself until when it is kept, which the embedded table does not see to', async () => {
    const { orders, mails } = records();
    const customer = { address: 'maria@example.com', name: 'Maria' };
    const price = { minor: 1, currency: 'USD' };
    const items = [{ product: 'Kettle', category: 'kitchen', price, finalSale: false }];
    await orders.put({ number: 'SH-1', customer, items, purchasedOn: '2022-01-01' }, at('2026-01-01'));
    await orders.put({ number: 'SH-2', customer, items, purchasedOn: '2025-01-01' }, at('2026-01-01'));
    await mails.countWithinHour('maria@example.com', 'm', at('2026-01-01'));
    await removeExpired(table.client, Date.parse(at('2026-01-02')) / 1000);
    expect(await orders.get('SH-1')).toBeUndefined();
    expect(await orders.get('SH-2')).toBeDefined();
    expect(await mails.countWithinHour('maria@example.com', 'n', at('2026-01-01'))).toBe(1);
  });
});
