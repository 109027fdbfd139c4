import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Background, NamedReason } from '../../../functions/domain/facts.ts';
import type { Request } from '../../../functions/domain/request.ts';
import type { CompiledPolicy } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import type { Flip } from '../../../functions/replay/flip.ts';
import { type Policies, replay } from '../../../functions/replay/replay.ts';
import type { ReplayRow } from '../../../functions/replay/row.ts';
import { anyFacts } from '../../support/any-facts.ts';
import { anyPolicy } from '../../support/any-policy.ts';
import { changedPolicy, defaultPolicy } from '../../support/policy.ts';
import { inBatches, rowOf } from '../../support/replay-rows.ts';

const unknown = { source: 'unknown' } as const;
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant(unknown),
    value.map((one) => ({ source: 'order' as const, value: one })),
  );
const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-09-${String(of).padStart(2, '0')}`);
const anyRequest: fc.Arbitrary<Partial<Request>> = fc
  .record({
    orderNumber: maybe(fc.constant('SH-10001')),
    category: maybe(fc.constantFrom('kitchen', 'electronics', 'beauty', 'a;b', 'constructor', '')),
    categories: fc.option(fc.subarray(['kitchen', 'electronics', 'beauty', 'toys'], { minLength: 2 }), {
      nil: undefined,
    }),
    purchasedOn: maybe(day),
    deliveredOn: maybe(day),
    amount: maybe(
      fc.record({ minor: fc.integer({ min: 0, max: 5_000_000 }), currency: fc.constantFrom('USD', 'BRL') }),
    ),
    reason: fc.oneof(
      fc.constant(unknown),
      fc.constantFrom(...NamedReason.options).map((value) => ({
        source: 'mail' as const,
        value,
        words: value,
      })),
    ),
    channel: fc.option(fc.constantFrom('web', 'store'), { nil: undefined }),
    finalSale: fc.boolean(),
    ordersOwnAddress: fc.boolean(),
  })
  .map(({ categories, channel, finalSale, ordersOwnAddress, orderNumber, category, ...rest }) => {
    const hasOrder = orderNumber.source === 'order';
    return {
      ...rest,
      orderNumber,
      finalSale: hasOrder && finalSale,
      ...(hasOrder ? { ordersOwnAddress } : { ordersOwnAddress: false }),
      ...(channel !== undefined && { channel }),
      category: categories ? unknown : category,
      ...(categories && { categories }),
    } as Partial<Request>;
  });
const anyBackground: fc.Arbitrary<Partial<Background>> = anyFacts.map(({ customer, sender, precedents }) => {
  const { ordersOwnAddress: _, ...history } = customer;
  return { customer: history, sender, precedents };
});

async function replayed(rows: readonly ReplayRow[], policies: Partial<Policies> & { after: CompiledPolicy }) {
  const flips: Flip[] = [];
  const all = { before: defaultPolicy, weighedBy: () => undefined, ...policies };
  const result = await replay(inBatches(rows), all, (flip) => flips.push(flip));
  return { ...result, flips };
}

describe('replaying the policy that cases were weighed by', () => {
  it('comes to every evaluation as it was recorded, whatever the policy and the facts', async () => {
    const cases = fc.array(fc.tuple(anyRequest, anyBackground), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anyPolicy, cases, async (policy, all) => {
        const rows = all.map(([request, background], index) =>
          rowOf(`RX-${index}`, policy, { request, background }),
        );
        const { held, mismatches, flips } = await replayed(rows, { before: policy, after: policy });
        expect({ held, mismatches, flips }).toEqual({ held: rows.length, mismatches: [], flips: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('weighs as the other policy would have from the start, whichever weighed first', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPolicy,
        anyPolicy,
        anyRequest,
        anyBackground,
        async (before, after, request, background) => {
          const given = { request, background };
          const [row, fresh] = [rowOf('RX-1', before, given), rowOf('RX-1', after, given)];
          const { routes } = await replayed([row], { before, after });
          expect(routes.after[fresh.route as 'manager']).toBe(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('holds a case of an older policy to that one, and says of whose text nobody has', async () => {
    const older = loadPolicy(changedPolicy(['version: "2026-11-01"', 'version: older']), 'older');
    const gone = loadPolicy(changedPolicy(['version: "2026-11-01"', 'version: gone']), 'gone');
    const rows = [rowOf('RX-1', defaultPolicy), rowOf('RX-2', older), rowOf('RX-3', gone)];
    const { held, unheld } = await replayed(rows, {
      after: defaultPolicy,
      weighedBy: (version) => (version === 'older' ? older : undefined),
    });
    expect(held).toBe(2);
    expect(unheld).toEqual([{ version: 'gone', fingerprint: gone.fingerprint, cases: 1 }]);
  });

  it('names a case whose record says something else', async () => {
    const rows = [rowOf('RX-1', defaultPolicy), { ...rowOf('RX-2', defaultPolicy), score: 99 }];
    const { held, mismatched, mismatches } = await replayed(rows, { after: defaultPolicy });
    expect([held, mismatched]).toEqual([2, 1]);
    expect(mismatches).toMatchObject([{ caseId: 'RX-2', recorded: { score: 99 }, replayed: { score: 5 } }]);
  });
});

describe('replaying a changed policy', () => {
  const past = (days: number) => {
    // 2026-11-02 less the window of 30 days less these.
    const delivered = new Date(Date.UTC(2026, 10, 2) - (30 + days) * 86_400_000).toISOString().slice(0, 10);
    return { source: 'order' as const, value: delivered };
  };
  const hardship = { source: 'mail' as const, value: 'hardship' as const };
  const asked = (days: number, changes: Partial<Request> = {}) => ({
    request: { deliveredOn: past(days), reason: hardship, ...changes },
    background: { customer: { ...NO_HISTORY, earlierRequests: 1 } },
  });
  const NO_HISTORY = {
    orders: 0,
    spend: 0,
    earlierRequests: 0,
    earlierExceptions: 0,
    daysSinceLastRequest: 9,
  };

  it('lists every planted flip and no other, with the factor that turned it', async () => {
    // hardship +3, just-missed +1 = 4: approved up to 14 days past the window, for the manager after.
    const rows = Array.from({ length: 60 }, (_, days) => rowOf(`RX-${days}`, defaultPolicy, asked(days)));
    const after = loadPolicy(changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 21']), 'changed');
    const { flips, flipped, flows } = await replayed(rows, { after });
    expect(flips.map(({ caseId }) => caseId)).toEqual([15, 16, 17, 18, 19, 20, 21].map((d) => `RX-${d}`));
    expect(flipped).toEqual({ better: 7, worse: 0, neither: 0 });
    expect(flows).toMatchObject([{ from: 'manager', to: 'approve-as-goodwill', cases: 7 }]);
    expect(flips[0]).toMatchObject({
      before: { route: 'manager', score: 3 },
      after: { route: 'approve-as-goodwill', score: 4 },
      factors: [
        {
          id: 'just-missed',
          before: null,
          after: 1,
          facts: [
            { name: 'product.returnable' },
            { name: 'order.known' },
            { name: 'order.daysPastWindow', value: 15 },
          ],
        },
      ],
      facts: [],
    });
  });

  it('counts the days past the window, and what a category is, anew', async () => {
    const rows = Array.from({ length: 60 }, (_, days) => rowOf(`RX-${days}`, defaultPolicy, asked(days)));
    const after = loadPolicy(changedPolicy(['  days: 30', '  days: 40']), 'changed');
    const { flips } = await replayed(rows, { after });
    // Up to 10 days past the window of 30 are inside the one of 40; 15 to 24 were long past and are just missed.
    const inside = flips.filter((flip) => flip.after.route === 'within-policy').map(({ caseId }) => caseId);
    const missed = flips
      .filter((flip) => flip.after.route === 'approve-as-goodwill')
      .map(({ caseId }) => caseId);
    expect(inside).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => `RX-${days}`));
    expect(missed).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24].map((days) => `RX-${days}`));
    expect(flips).toHaveLength(20);
    expect(flips[0]?.facts).toEqual([
      { name: 'order.windowDays', before: 30, after: 40 },
      { name: 'order.daysPastWindow', before: 1, after: -9 },
    ]);
  });

  it('takes the strictest of an order of several by the changed policy', async () => {
    const several = { category: unknown, categories: ['kitchen', 'electronics'] };
    const rows = [rowOf('RX-1', defaultPolicy, asked(20, several))];
    const strict = loadPolicy(
      changedPolicy(['electronics: { days: 15 }', 'kitchen: { returnable: false }']),
      'changed',
    );
    const { flips } = await replayed(rows, { after: strict });
    expect(flips).toEqual([]);
    const { groups } = await replayed(rows, { before: strict, after: strict });
    expect(groups.category.map(({ value }) => value)).toEqual(['kitchen']);
  });

  it('reckons what people granted against what the recommendations would, and who agreed', async () => {
    const after = loadPolicy(changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 21']), 'changed');
    const declined = { outcome: 'declined', refund_amount: null, refund_currency: null };
    const part = { outcome: 'part-approved', refund_amount: 10_000n };
    const other = { refund_amount: 5_000n, refund_currency: 'BRL' };
    const rows = [
      rowOf('RX-1', defaultPolicy, asked(16)),
      rowOf('RX-2', defaultPolicy, { ...asked(16), decided: declined }),
      rowOf('RX-3', defaultPolicy, { ...asked(16), decided: part }),
      rowOf('RX-4', defaultPolicy, { ...asked(16), decided: other }),
      rowOf('RX-5', defaultPolicy, asked(16, { amount: unknown })),
    ];
    const { money, agreementOfFlips, flows } = await replayed(rows, { after });
    // 89.90 + 0 + 10.00 as people did, 3 times 89.90 if it were followed; of the last nobody knows what was asked for.
    expect(money).toEqual({
      granted: 99_900n,
      before: 99_900n,
      after: 269_700n,
      otherCurrency: 1,
      unknownAmount: 1,
    });
    expect(agreementOfFlips).toEqual({
      before: { recommended: 0, agreed: 0 },
      after: { recommended: 5, agreed: 4 },
    });
    expect(flows[0]?.outcomes).toEqual({ approved: 3, declined: 1, 'part-approved': 1 });
  });

  it('leaves out what nobody decided and what was weighed before facts were kept, and counts it', async () => {
    const decided = rowOf('RX-1', defaultPolicy);
    const without = Object.fromEntries(
      Object.entries(decided).map(([name, value]) => [name, name.startsWith('fact_') ? null : value]),
    ) as ReplayRow;
    const rows = [decided, { ...decided, outcome: null }, without, { ...decided, route: null }];
    const { cases, leftOut } = await replayed(rows, { after: defaultPolicy });
    expect(cases).toBe(1);
    expect(leftOut).toEqual({ undecided: 1, withoutFacts: 2, withheld: 0 });
  });

  it('leaves out a case whose category is what the customer called it, since no export has that', async () => {
    const row = { ...rowOf('RX-1', defaultPolicy), fact_product_category: null };
    const { cases, leftOut } = await replayed([row], { after: defaultPolicy });
    expect([cases, leftOut.withheld]).toEqual([0, 1]);
  });

  it('counts in bounded memory, however many categories and policies a file names', async () => {
    const row = rowOf('RX-1', defaultPolicy);
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      ...row,
      policy_version: `policy ${index}`,
      fact_product_category: `__proto__${index}`,
    }));
    const { groups, unheld } = await replayed(rows, { after: defaultPolicy });
    expect(groups.category).toHaveLength(501);
    expect(unheld).toHaveLength(501);
    expect(unheld[0]).toEqual({ version: '…', fingerprint: '', cases: 1_500 });
  });
});
