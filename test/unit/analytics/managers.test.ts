import { afterEach, describe, expect, it } from 'vitest';
import { EVER, readQuery } from '../../../functions/analytics/queries.ts';
import type { CaseRow } from '../../../functions/export/tables/cases.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { firstDays } from '../../support/year/first-days.ts';
import { openYear } from '../../support/year/queries.ts';
import { type Random, seeded } from '../../support/year/random.ts';

const [someDay] = firstDays(1);
const [someCase] = someDay?.cases ?? [];
if (!someDay || !someCase) throw new Error('there is a case');

let queries: LocalQueries | undefined;
afterEach(() => {
  queries?.close();
  queries = undefined;
});

type Decision = Pick<CaseRow, 'first_approver' | 'first_outcome'> & Partial<CaseRow>;

/** Who stands out among so many decisions, each made up by `decide`; and who differs from their only colleague. */
async function named(seed: number, count: number, decide: (random: Random) => Decision) {
  const random = seeded(seed);
  const cases = Array.from({ length: count }, (_, index) => {
    const case_id = `RX-${String(index).padStart(6, '0')}`;
    const reason = random.chance(0.5) ? 'defective' : 'changed-mind';
    const same = { first_route: 'manager', first_level: 1, first_score: random.between(-2, 5), reason };
    return { ...someCase, ...same, ...decide(random), case_id } as CaseRow;
  });
  queries = await openYear([{ day: someDay?.day ?? '', cases, factors: [], events: [], mails: [] }]);
  const rows = await queries.run(readQuery('approval-by-manager').sql, EVER);
  queries.close();
  queries = undefined;
  const who = (flag: string) => rows.filter((row) => row[flag] === true).map(({ approver }) => approver);
  return { standsOut: who('stands_out').sort(), twoDiffer: who('two_differ').sort() };
}

const outcome = (random: Random, share: number) => (random.chance(share) ? 'approved' : 'declined');
/** People by how likely they are asked, and how much more or less than 70 of 100 they approve. */
const people =
  (...all: Array<[asked: number, more: number]>) =>
  (random: Random): Decision => {
    const at = Number(random.weighed(Object.fromEntries(all.map(([asked], index) => [index, asked]))));
    const [, more] = all[at] ?? [1, 0];
    return { first_approver: `a_${at}`, first_outcome: outcome(random, 0.7 + more) };
  };
const strict = ['a_0'];
const seeds = [1, 2];
const third = 1 / 3;

describe('a strict colleague makes nobody else stand out', () => {
  it.each([
    ['of three', people([third, -0.3], [third, 0], [third, 0]), strict],
    ['of three, who does most of the work', people([0.7, -0.3], [0.15, 0], [0.15, 0]), strict],
    ['of four, who does much of the work', people([0.4, -0.3], [0.2, 0], [0.2, 0], [0.2, 0]), strict],
    ['of four, who is generous', people([0.25, 0.25], [0.25, 0], [0.25, 0], [0.25, 0]), strict],
    [
      'of five, with another who is strict',
      people([0.2, -0.3], [0.2, -0.3], [0.2, 0], [0.2, 0], [0.2, 0]),
      ['a_0', 'a_1'],
    ],
    ['of four, where there is none', people([0.25, 0], [0.25, 0], [0.25, 0], [0.25, 0]), []],
    ['of four, of whom two decide so', people([0.25, -0.3], [0.25, -0.3], [0.25, 0], [0.25, 0]), []],
  ])('%s', async (_, decide, expected) => {
    for (const seed of seeds)
      expect([seed, await named(seed, 3_000, decide)]).toEqual([
        seed,
        { standsOut: expected, twoDiffer: [] },
      ]);
  });

  it('of two, where nobody can say which of them is right', async () => {
    for (const seed of seeds) {
      const found = await named(seed, 3_000, people([0.5, -0.2], [0.5, 0]));
      expect([seed, found]).toEqual([seed, { standsOut: [], twoDiffer: ['a_0', 'a_1'] }]);
    }
    const alike = await named(3, 3_000, people([0.5, 0], [0.5, 0]));
    expect(alike).toEqual({ standsOut: [], twoDiffer: [] });
  });
});

describe('nobody stands out for the cases they are asked about', () => {
  /** What is approved falls with the amount, from 98 of 100 to 23; the first of three is asked about small ones, the last about large ones. */
  const byAmount = (currency: string, most: number) => (random: Random) => {
    const place = random.next();
    const at = random.chance(0.5) ? Math.floor(place * 3) : random.between(0, 2);
    const amount = BigInt(Math.round(place * most)) * 1_000n;
    const share = 0.98 - 0.75 * place;
    return { first_approver: `a_${at}`, first_outcome: outcome(random, share), amount, currency };
  };
  /**
   * A level that may approve up to 100, and declines alone whatever it costs. What it would approve and may not, as it is more or
   * nobody knows how much, goes to a level that approves most of it, and is sometimes asked about others too.
   */
  const byLimit = (heads: number) => (random: Random) => {
    const amount = random.chance(0.15) ? null : BigInt(random.between(5, 300)) * 1_000n;
    const isAbove = amount === null || amount > 100_000n;
    const isApproved = random.chance(0.7);
    const isPassedOn = (isAbove && isApproved) || random.chance(0.04);
    return {
      amount,
      currency: amount === null ? null : 'USD',
      first_level: isPassedOn ? 2 : 1,
      first_approver: isPassedOn ? `a_head_${random.between(1, heads)}` : `a_${random.between(1, 4)}`,
      first_outcome: isPassedOn ? outcome(random, 0.85) : isApproved ? 'approved' : 'declined',
    };
  };
  const byScore = (random: Random) => {
    const first_score = random.between(-4, 8);
    const at = random.chance(0.5) ? Math.floor((first_score + 4) / 4.4) : random.between(0, 2);
    return {
      first_score,
      first_approver: `a_${at}`,
      first_outcome: outcome(random, 0.4 + 0.05 * first_score),
    };
  };

  it.each<[string, (random: Random) => Decision]>([
    ['in dollars', byAmount('USD', 400)],
    ['in yen', byAmount('JPY', 60_000)],
    ['up to a limit, with one above', byLimit(1)],
    ['up to a limit, with three above', byLimit(3)],
    ['with another score', byScore],
  ])('%s', async (_, decide) => {
    for (const seed of seeds)
      expect([seed, await named(seed, 3_000, decide)]).toEqual([seed, { standsOut: [], twoDiffer: [] }]);
  });
});
