import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVER, queryNames, readQuery } from '../../../functions/analytics/queries.ts';
import { QueryFailed } from '../../../functions/domain/errors.ts';
import type { Queries } from '../../../functions/domain/ports.ts';
import { firstDays } from '../../support/year/first-days.ts';
import type { Day } from '../../support/year/year.ts';

/** What holds of whatever reads the exported tables; `open` is given the days that are in them. */
export function queriesContract(
  name: string,
  open: (days: readonly Day[]) => Promise<{ queries: Queries; close(): Promise<void> }>,
): void {
  describe(`queries: ${name}`, () => {
    const days = firstDays();
    const cases = days.flatMap((day) => day.cases);
    const one = cases.find(({ refund_amount, outcome }) => refund_amount !== null && outcome === 'approved');
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open(days);
    });
    afterAll(() => opened.close());
    const run: Queries['run'] = (sql, parameters) => opened.queries.run(sql, parameters);

    it('gives every kind of value as it is in the tables', async () => {
      const sql = `select case_id, day, opened_at, order_known, rounds, score, refund_amount, offer, count(*) over () as n
        from cases where case_id = :id`;
      expect(await run(sql, { id: one?.case_id ?? '' })).toEqual([
        {
          case_id: one?.case_id,
          day: one?.opened_at.slice(0, 10),
          opened_at: one?.opened_at,
          order_known: one?.order_known,
          rounds: one?.rounds,
          score: one?.score,
          refund_amount: Number(one?.refund_amount) / 1000,
          offer: null,
          n: 1,
        },
      ]);
    });

    it('has every case once, on the day on which it was opened', async () => {
      const found = await run(
        'select day, count(*) as cases, count(distinct case_id) as ids from cases group by 1 order by 1',
      );
      expect(found).toEqual(days.map(({ day, cases: { length } }) => ({ day, cases: length, ids: length })));
    });

    it('joins what belongs to a case by its id and its day', async () => {
      const [found] = await run(
        'select count(*) as n from events e join cases c on c.case_id = e.case_id and c.day = e.day',
      );
      expect(found).toEqual({ n: days.reduce((sum, { events }) => sum + events.length, 0) });
    });

    it('gives all of a long answer, in order', async () => {
      const found = await run('select case_id, position from events order by case_id, position');
      expect(found.length).toBeGreaterThan(1_000);
      expect(found).toEqual(
        days
          .flatMap(({ events }) => events.map(({ case_id, position }) => ({ case_id, position })))
          .sort((a, b) => (a.case_id < b.case_id ? -1 : a.case_id > b.case_id ? 1 : a.position - b.position)),
      );
    });

    it('takes parameters as values, whatever is in them, and numbers as numbers', async () => {
      const hostile = "x' or '1' = '1' --";
      expect(await run('select case_id from cases where reason = :reason', { reason: hostile })).toEqual([]);
      const counted = 'select count(*) as n from cases where rounds >= :least and reason <> :reason';
      const [found] = await run(counted, { least: 1, reason: hostile });
      expect(found).toEqual({
        n: cases.filter(({ rounds, reason }) => rounds >= 1 && reason !== null).length,
      });
    });

    it('leaves what only looks like a parameter alone', async () => {
      const sql =
        "select ':reason' as text, reason /* :reason */ from cases -- :reason\nwhere reason = :reason limit 1";
      expect(await run(sql, { reason: 'defective' })).toEqual([{ text: ':reason', reason: 'defective' }]);
    });

    it('says what is wrong with a query', async () => {
      await expect(run('select outcom from cases')).rejects.toThrow(QueryFailed);
      await expect(run('select outcom from cases')).rejects.toThrow(/outcom/);
      await expect(run('select case_id from no_such_table')).rejects.toThrow(QueryFailed);
    });

    it.each(queryNames())('answers %s', async (query) => {
      const { sql, columns } = readQuery(query);
      const [first] = await run(sql, EVER);
      if (first) expect(Object.keys(first)).toEqual(columns.map((column) => column.name));
    });
  });
}
