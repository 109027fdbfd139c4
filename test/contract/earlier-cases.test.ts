import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { earlierCases, MOST_EARLIER } from '../../functions/runtime/earlier-cases.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { AT, received } from '../support/cases.ts';

describe('the earlier cases of somebody with hundreds', () => {
  let table: Awaited<ReturnType<typeof openTable>>;
  const all = Array.from({ length: 120 }, (_, hour) =>
    replay(`RX-${hour}`, [received({}, hoursAfter(AT, hour))]),
  );

  beforeAll(async () => {
    table = await openTable();
    for (const one of all) await createRecords(table.client, TABLE_NAME).cases.create(one);
  });
  afterAll(() => table.close());

  const earlierThan = async (index: number, until?: string) => {
    const { cases } = createRecords(table.client, TABLE_NAME);
    const [found] = all.slice(index);
    if (!found) throw new Error(`there is no case ${index}`);
    return (await earlierCases(cases, found, until ? { until: found.openedAt } : {})).map(({ id }) => id);
  };
  const ids = (from: number, to: number) => all.slice(from, to).map(({ id }) => id);

  it('are the newest, and never the case itself', async () => {
    expect(await earlierThan(119)).toEqual(ids(119 - MOST_EARLIER, 119));
    expect(await earlierThan(0)).toEqual(ids(120 - MOST_EARLIER, 120));
  });

  it('are those opened before it where only these count, however many came after', async () => {
    expect(await earlierThan(60, 'until')).toEqual(ids(60 - MOST_EARLIER, 60));
    expect(await earlierThan(3, 'until')).toEqual(ids(0, 3));
  });

  it('are those that count, however many that do not came after them', async () => {
    const { cases } = createRecords(table.client, TABLE_NAME);
    const [found] = all.slice(119);
    if (!found) throw new Error('there is a last case');
    const old = new Set(ids(2, 5));
    const counted = await earlierCases(cases, found, { counts: ({ id }) => old.has(id) });
    expect(counted.map(({ id }) => id)).toEqual(ids(2, 5));
  });
});
