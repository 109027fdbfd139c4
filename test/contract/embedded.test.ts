import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { CaseUnreadable } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { openAttachments } from '../../infra/local/attachments.ts';
import { lockFolder } from '../../infra/local/lock.ts';
import { openMailbox } from '../../infra/local/mailbox.ts';
import { openReports } from '../../infra/local/reports.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { received } from '../support/cases.ts';
import { openSecret, ringOf, signingKeys } from '../support/keys.ts';
import { absencesContract } from './suites/absences.ts';
import { attachmentsContract } from './suites/attachments.ts';
import { caseDaysContract } from './suites/case-days.ts';
import { deliveriesContract } from './suites/deliveries.ts';
import { linksContract } from './suites/links.ts';
import { personalRecordsContract } from './suites/personal-records.ts';
import { policiesContract } from './suites/policies.ts';
import { precedentsContract } from './suites/precedents.ts';
import { recordsContract } from './suites/records.ts';
import { reportsContract } from './suites/reports.ts';
import { secretVersionsContract } from './suites/secret-versions.ts';

const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  return use(folder).finally(() => rm(folder, { recursive: true }));
};

recordsContract('embedded table', async () => {
  const table = await openTable();
  return { records: createRecords(table.client, TABLE_NAME), close: table.close };
});

deliveriesContract('embedded table', async () => {
  const table = await openTable();
  return { records: createRecords(table.client, TABLE_NAME), close: table.close };
});

caseDaysContract('embedded table', async () => {
  const { client, close } = await openTable();
  const personal = createPersonalRecords(client, TABLE_NAME);
  return { ...createRecords(client, TABLE_NAME), personal, close };
});

policiesContract('embedded table', async () => {
  const { client, close } = await openTable();
  return { ...createRecords(client, TABLE_NAME), close };
});

absencesContract('embedded table', async () => {
  const { client, close } = await openTable();
  return { ...createRecords(client, TABLE_NAME), close };
});

reportsContract('files in a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  return { reports: openReports(folder), close: () => rm(folder, { recursive: true }) };
});

attachmentsContract('files in a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  return { attachments: openAttachments(folder), close: () => rm(folder, { recursive: true, force: true }) };
});

personalRecordsContract('embedded table', async () => {
  const { client, close } = await openTable();
  const personal = createPersonalRecords(client, TABLE_NAME);
  return { records: createRecords(client, TABLE_NAME), personal, close };
});

precedentsContract('embedded table', async () => {
  const { client, close } = await openTable();
  const personal = createPersonalRecords(client, TABLE_NAME);
  return { precedents: createRecords(client, TABLE_NAME).precedents, personal, close };
});

linksContract('signed with jose', (clock) =>
  createLinks(ringOf(signingKeys('k1')), 'http://localhost:8025', clock),
);

secretVersionsContract('in memory', async () => ({ ...openSecret('first'), close: async () => {} }));

describe('a case that cannot be read', () => {
  it('is named in the log and hides no other', async () => {
    const table = await openTable();
    const said: string[] = [];
    const write = (message: string) => void said.push(message);
    const log = { info: write, warn: write, error: write, count: write };
    const { cases } = createRecords(table.client, TABLE_NAME, log);
    const broken = replay('RX-BEYOND-9999', [received({}, '+010000-01-01T00:00:00.000Z')]);
    const fine = replay('RX-FINE-0001', [received()]);
    for (const one of [broken, fine]) await cases.create(one);
    const { address } = fine.request.customer;
    const lists = [cases.recent(10), cases.byCustomer(address), Array.fromAsync(cases.all())];
    for (const list of lists) expect(await list).toEqual([fine]);
    expect(said.filter((line) => line === 'CaseUnreadable')).toHaveLength(3);
    expect(said[0]).toMatch(/^case RX-BEYOND-9999 in the table cannot be read: .*datetime/s);
    await expect(cases.load(broken.id)).rejects.toThrow(CaseUnreadable);
    await table.close();
  });
});

describe('the embedded table on disk', () => {
  it('keeps what was written when it is opened again', () =>
    inFolder(async (folder) => {
      const created = replay('RX-DISK-0001', [received()]);
      const first = await openTable(join(folder, 'table'));
      await createRecords(first.client, TABLE_NAME).cases.create(created);
      await first.close();
      const second = await openTable(join(folder, 'table'));
      expect(await createRecords(second.client, TABLE_NAME).cases.load(created.id)).toEqual(created);
      await second.close();
    }));
});

describe('a folder', () => {
  it('is held by one process at a time, and says by which', () =>
    inFolder(async (folder) => {
      const other = spawn('sleep', ['30']);
      await writeFile(join(folder, 'running.pid'), `${other.pid}`);
      await expect(lockFolder(folder)).rejects.toThrow(`as process ${other.pid}`);
      other.kill();
      await once(other, 'exit');
      const release = await lockFolder(folder);
      await release();
      expect(await readdir(folder)).toEqual([]);
    }));
});

describe('the embedded mailbox', () => {
  const mail = (raw: string) => ({ id: 'RX-1.ack', from: 'a@b', to: 'c@d', raw: Buffer.from(raw) });

  it('knows for certain whether a mail has left', () =>
    inFolder(async (folder) => {
      const mailbox = openMailbox(folder);
      expect(await mailbox.outcome('RX-1.ack')).toBe('not-sent');
      await mailbox.send(mail('one'));
      expect(await mailbox.outcome('RX-1.ack')).toBe('sent');
    }));

  it('holds one mail however often it is sent', () =>
    inFolder(async (folder) => {
      const mailbox = openMailbox(folder);
      await Promise.all([mailbox.send(mail('one')), mailbox.send(mail('one')), mailbox.send(mail('one'))]);
      await mailbox.send(mail('two'));
      expect(Buffer.from((await mailbox.read('RX-1.ack')) ?? []).toString()).toBe('one');
    }));

  it('cannot be led out of its folder by a mail’s id', () =>
    inFolder(async (folder) => {
      const mailbox = openMailbox(folder);
      expect(await mailbox.read('../../../../etc/passwd')).toBeUndefined();
    }));
});
