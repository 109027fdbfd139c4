import { expect, it } from 'vitest';
import { EVER, readQuery } from '../../../functions/analytics/queries.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { inFull, told } from '../../support/settling.ts';
import { openYear } from '../../support/year/queries.ts';

const { cases } = starOf(told(inFull).found, createPseudonyms('a-key-of-at-least-thirty-two-characters'));
/** One such exception a day, approved each time. */
const exceptions = (days: readonly string[], policy_version: string, route = 'manager') =>
  days.map((day) => {
    const [opened_at, evaluated_at] = [`${day}T10:00:00.000Z`, `${day}T10:05:00.000Z`];
    const own = { case_id: `RX-${day}`, opened_at, evaluated_at, route, policy_version };
    return { day, cases: cases.map((row) => ({ ...row, ...own })), factors: [], events: [], mails: [] };
  });
const daysOf = (month: string, count = 20) =>
  Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);

async function inFact(days: ReturnType<typeof exceptions>) {
  const queries = await openYear(days);
  const rows = await queries.run(readQuery('precedent-creep').sql, EVER);
  queries.close();
  return rows.filter((row) => row['policy_in_fact']).map(({ reason, decided }) => [reason, decided]);
}

it('an exception is the policy in fact until the guidelines say it, whatever else changes in them', async () => {
  const before = exceptions(
    ['2026-07', '2026-08', '2026-09'].flatMap((month) => daysOf(month)),
    'before',
  );
  expect(await inFact(before)).toEqual([['defective', 60]]);
  const withFactor = exceptions(['2026-10-01'], 'with the factor', 'approve-as-goodwill');
  expect(await inFact([...before, ...withFactor])).toEqual([]);
  const still = exceptions(['2026-10-01'], 'with another factor');
  expect(await inFact([...before, ...still])).toEqual([['defective', 61]]);
});
