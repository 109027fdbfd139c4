import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../functions/policy/check/check.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { countUnsaid } from '../../../functions/replay/draft/count.ts';
import { lowerBound, propose } from '../../../functions/replay/draft/propose.ts';
import { factorOf, withFactor } from '../../../functions/replay/draft/write-factor.ts';
import { replay } from '../../../functions/replay/replay.ts';
import type { ReplayRow } from '../../../functions/replay/row.ts';
import { defaultPolicy, defaultPolicyText } from '../../support/policy.ts';
import { inBatches, rowOf } from '../../support/replay-rows.ts';

const DAY_MS = 86_400_000;
const delivered = (daysPast: number) =>
  new Date(Date.UTC(2026, 10, 2) - (30 + daysPast) * DAY_MS).toISOString().slice(0, 10);
const declined = { outcome: 'declined', refund_amount: null, refund_currency: null };

/** Somebody changed their mind so many days past the window. */
function changedMind(id: string, daysPast: number, category: string, isApproved: boolean): ReplayRow {
  return rowOf(id, defaultPolicy, {
    request: {
      category: { source: 'order', value: category },
      deliveredOn: { source: 'order', value: delivered(daysPast) },
      reason: { source: 'mail', value: 'changed-mind' },
    },
    ...(isApproved ? {} : { decided: declined }),
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** 34 kitchen products 22 to 45 days past the window were all approved; what is later, earlier or of another kind was not. */
const planted = [
  ...[...range(22, 45), ...range(30, 39)].map((days, index) =>
    changedMind(`RX-${index}`, days, 'kitchen', true),
  ),
  ...range(1, 21).map((days) => changedMind(`RX-early-${days}`, days, 'kitchen', false)),
  ...range(46, 85).map((days) => changedMind(`RX-late-${days}`, days, 'kitchen', false)),
  ...range(22, 45).map((days) => changedMind(`RX-toys-${days}`, days, 'toys', false)),
];
const proposals = async (rows: readonly ReplayRow[], policy = defaultPolicy) =>
  propose(await countUnsaid(inBatches(rows), policy));
const ids = defaultPolicy.factors.map(({ id }) => id);

describe('a draft', () => {
  it('finds what people decide steadily, and no more than that', async () => {
    const approving = (await proposals(planted)).filter(({ way }) => way === 'approve');
    expect(approving).toMatchObject([{ cases: 34, agreed: 34, weight: 4 }]);
    expect(approving.map((one) => factorOf(one, ids))).toMatchObject([
      {
        id: 'drafted-changed-mind-kitchen',
        when: "request.reason == 'changed-mind' && product.category == 'kitchen' && order.known && order.daysPastWindow > 21 && order.daysPastWindow <= 45",
        weight: 4,
        says: { en: 'Requests like this were approved before: 34 of 34.' },
      },
    ]);
  });

  it('is replayed: just these 34 flip, and nobody decided one of them otherwise', async () => {
    const [proposal] = (await proposals(planted)).filter(({ way }) => way === 'approve');
    if (!proposal) throw new Error('nothing was proposed');
    const { compiled } = withFactor(defaultPolicyText, defaultPolicy, factorOf(proposal, ids));
    const flipped: string[] = [];
    const policies = { before: defaultPolicy, after: compiled, weighedBy: () => undefined };
    const { money } = await replay(inBatches(planted), policies, ({ caseId }) => flipped.push(caseId));
    expect(flipped.toSorted()).toEqual(
      range(0, 33)
        .map((index) => `RX-${index}`)
        .toSorted(),
    );
    expect(money).toMatchObject({ granted: 34n * 89_900n, after: 34n * 89_900n });
  });

  it('speaks against the customer where people steadily declined what was left open', async () => {
    const declining = (await proposals(planted)).filter(({ way }) => way === 'decline');
    expect(declining.map(({ category, weight, agreed, cases }) => [category, weight, agreed, cases])).toEqual(
      [
        ['kitchen', -2, 40, 40],
        ['toys', -2, 24, 24],
      ],
    );
  });

  it('says nothing of a handful, however clear, nor of what people decide now so, now so', async () => {
    const handful = range(22, 40).map((days) => changedMind(`RX-${days}`, days, 'kitchen', true));
    expect(await proposals(handful)).toEqual([]);
    const mixed = range(1, 400).map((index) =>
      changedMind(
        `RX-${index}`,
        1 + (index % 85),
        ['kitchen', 'toys', 'garden'][index % 3] ?? '',
        (index * 7919) % 10 < 6,
      ),
    );
    expect(await proposals(mixed)).toEqual([]);
  });

  it('says nothing where the policy recommends so already', async () => {
    const faulty = range(1, 40).map((days) =>
      rowOf(`RX-${days}`, defaultPolicy, {
        request: { deliveredOn: { source: 'order', value: delivered(days) } },
      }),
    );
    expect(await proposals(faulty)).toEqual([]);
  });

  it('is a policy that the check accepts and that keeps every comment, whatever a category is called', () => {
    const category = fc.oneof(
      fc.constantFrom(
        "it's",
        'a "b"',
        'c:\\d',
        '{order.known}',
        '#x',
        'tab\there',
        'line\nbreak',
        'ação',
        '- x',
        '@',
      ),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(category, (named) => {
        const factor = factorOf(
          {
            reason: 'hardship',
            category: named,
            range: undefined,
            way: 'approve',
            cases: 30,
            agreed: 30,
            atLeast: 0.9,
            weight: 2,
          },
          ids,
        );
        const { text, compiled } = withFactor(defaultPolicyText, defaultPolicy, factor);
        const row = rowOf('RX-1', defaultPolicy, {
          request: { category: { source: 'order', value: named } },
        });
        const facts = {
          request: { reason: 'hardship' },
          product: { category: row['fact_product_category'] },
        };
        expect(compiled.factors.at(-1)?.applies(facts as never)).toBe(true);
        expect(text.split('\n')).toEqual(expect.arrayContaining(defaultPolicyText.split('\n').slice(8)));
      }),
      { numRuns: 30 },
    );
  });

  it('passes the check, with the id of the next one where a draft was taken already', async () => {
    const [proposal] = await proposals(planted);
    if (!proposal) throw new Error('nothing was proposed');
    const once = withFactor(defaultPolicyText, defaultPolicy, factorOf(proposal, ids));
    expect(() => checkPolicy(once.text, 'draft.yaml')).not.toThrow();
    expect(once.compiled.policy.version).toBe('2026-11-01-draft');
    const again = factorOf(proposal, [...ids, factorOf(proposal, ids).id]);
    expect(again.id).toBe(`${factorOf(proposal, ids).id}-2`);
  });

  it('goes into a file that writes its factors in brackets, or ends with them', () => {
    const { factors, ...rest } = defaultPolicy.policy;
    const written = factors.map(({ id, when, weight, says }) => ({ id, when, weight, says }));
    const [proposal] = [
      {
        reason: 'hardship',
        category: undefined,
        range: undefined,
        way: 'approve' as const,
        cases: 30,
        agreed: 30,
        atLeast: 0.9,
        weight: 2,
      },
    ];
    for (const text of [
      JSON.stringify({ ...rest, factors: written }),
      `${JSON.stringify({ ...rest }).slice(0, -1)}, "factors": ${JSON.stringify(written)}}`,
    ]) {
      const compiled = loadPolicy(text, 'policy.yaml');
      const drafted = withFactor(text, compiled, factorOf(proposal, ids));
      expect(drafted.compiled.factors.at(-1)?.id).toBe('drafted-hardship');
    }
  });

  it('takes an agreement that chance would hardly bring about', () => {
    // By Wilson, 1927, with 1.96 standard deviations; worked out by hand.
    expect(lowerBound(15, 15)).toBeCloseTo(0.796, 3);
    expect(lowerBound(20, 20)).toBeCloseTo(0.839, 3);
    expect(lowerBound(24, 25)).toBeCloseTo(0.805, 3);
    expect(lowerBound(0, 0)).toBe(0);
  });
});
