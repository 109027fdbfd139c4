import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, NOTHING_KNOWN } from '../../../functions/domain/facts.ts';
import {
  crossesCategories,
  type Likeness,
  likenessOf,
  similarity,
} from '../../../functions/domain/likeness.ts';
import type { PrecedentRules } from '../../../functions/domain/policy.ts';
import {
  clearLine,
  closest,
  type FoundPrecedents,
  lineOf,
  precedentFacts,
  precedentOf,
} from '../../../functions/domain/precedents.ts';
import { aRequest } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { decided } from '../../support/sample-cases.ts';

const rules: PrecedentRules = {
  weights: { category: 3, finalSale: 1, daysPastWindow: 3, amount: 2, earlierRequests: 1 },
  farApart: { daysPastWindow: 60, amountTimes: 4, earlierRequests: 5 },
  alikeAtLeast: 0.75,
  clearLine: { count: 4, share: 0.8 },
};
const like: Likeness = {
  reason: 'defective',
  category: 'kitchen',
  finalSale: false,
  daysPastWindow: 12,
  amount: { minor: 8_990, currency: 'USD' },
  earlierRequests: 0,
};
const anyLikeness: fc.Arbitrary<Likeness> = fc.record(
  {
    reason: fc.constant('defective'),
    category: fc.constantFrom('kitchen', 'toys', 'unknown'),
    finalSale: fc.boolean(),
    daysPastWindow: fc.integer({ min: -400, max: 4_000 }),
    amount: fc.record({ minor: fc.nat(), currency: fc.constantFrom('USD', 'BRL') }),
    earlierRequests: fc.nat({ max: 50 }),
  },
  { requiredKeys: ['reason', 'category', 'finalSale', 'earlierRequests'] },
);
const weight = fc.double({ min: 0, max: 10, noNaN: true });
const anyRules = fc
  .record({
    category: weight,
    finalSale: weight,
    daysPastWindow: weight,
    amount: weight,
    earlierRequests: fc.double({ min: 0.1, max: 10, noNaN: true }),
  })
  .map((weights): PrecedentRules => ({ ...rules, weights }));

describe('how alike two requests are', () => {
  it('is a number from 0 to 1, the same whichever is compared with which, and 1 for the same request', () => {
    fc.assert(
      fc.property(anyLikeness, anyLikeness, anyRules, (one, other, some) => {
        const alike = similarity(one, other, some);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(similarity(other, one, some)).toBe(alike);
        expect([0, 1]).toContain(similarity(one, one, some));
        const { daysPastWindow = 3, amount = { minor: 1, currency: 'USD' } } = one;
        const whole = { ...one, category: 'kitchen', finalSale: true, daysPastWindow, amount };
        expect(similarity(whole, whole, some)).toBe(1);
      }),
    );
  });

  it('is the weighted share of what is the same, as Gower reckons it', () => {
    // Of the weights 3, 1, 3, 2 and 1, all but the category's 3 are the same.
    expect(similarity(like, { ...like, category: 'toys' }, rules)).toBeCloseTo(7 / 10);
    expect(similarity(like, { ...like, finalSale: true }, rules)).toBeCloseTo(9 / 10);
    // 30 of the 60 days at which days are wholly different: half of the days' 3.
    expect(similarity(like, { ...like, daysPastWindow: 42 }, rules)).toBeCloseTo(8.5 / 10);
    expect(similarity(like, { ...like, daysPastWindow: 400 }, rules)).toBeCloseTo(7 / 10);
    // Twice the amount is half way to four times, where amounts are wholly different.
    const twice = { minor: 2 * 8_990, currency: 'USD' };
    expect(similarity(like, { ...like, amount: twice }, rules)).toBeCloseTo(9 / 10, 3);
    expect(similarity(like, { ...like, earlierRequests: 5 }, rules)).toBeCloseTo(9 / 10);
  });

  it('falls as one thing moves away and everything else stays', () => {
    fc.assert(
      fc.property(anyLikeness, fc.nat({ max: 300 }), fc.nat({ max: 300 }), (one, near, further) => {
        const days = one.daysPastWindow ?? 0;
        const at = (more: number) =>
          similarity({ ...one, daysPastWindow: days }, { ...one, daysPastWindow: days + near + more }, rules);
        expect(at(further)).toBeLessThanOrEqual(at(0));
      }),
    );
  });

  it('does not look at what has no weight', () => {
    const blind = { ...rules, weights: { ...rules.weights, category: 0 } };
    expect(similarity(like, { ...like, category: 'toys' }, blind)).toBe(1);
  });

  it('takes another currency for another amount', () => {
    const reais = { minor: 8_990, currency: 'BRL' };
    expect(similarity(like, { ...like, amount: reais }, rules)).toBeCloseTo(8 / 10);
  });

  it('does not compare what is not known of one of them', () => {
    const { daysPastWindow: _, ...noDays } = like;
    expect(similarity(like, noDays, rules)).toBe(1);
    expect(similarity(noDays, noDays, rules)).toBe(1);
    // Without the days' 3 a 7 is left, of which the final sale is 1, and without the category's 3 as well a 4.
    expect(similarity({ ...like, finalSale: true }, noDays, rules)).toBeCloseTo(6 / 7);
    const { finalSale: __, ...noOrder } = like;
    expect(similarity(noOrder, { ...like, category: 'toys' }, rules)).toBeCloseTo(6 / 9);
    expect(similarity(like, { ...like, category: 'unknown' }, rules)).toBe(1);
  });

  it('is nothing where less than half of the weight can be compared', () => {
    const { daysPastWindow: _, ...noDays } = like;
    expect(similarity(noDays, { ...noDays, category: 'unknown' }, rules)).toBe(0);
    const { amount: __, ...neither } = noDays;
    expect(similarity(like, neither, rules)).toBe(1);
    const { finalSale: ___, ...three } = neither;
    expect(similarity(like, three, rules)).toBe(0);
  });

  it('is nothing where neither category nor days nor amount can be compared, whatever the weights', () => {
    const { reason, earlierRequests, finalSale } = like;
    const empty = { reason, category: 'unknown', finalSale, earlierRequests };
    const weights = { category: 0, daysPastWindow: 0, amount: 1, finalSale: 5, earlierRequests: 5 };
    expect(similarity(empty, empty, { ...rules, weights })).toBe(0);
    expect(similarity(like, empty, { ...rules, weights })).toBe(0);
    expect(similarity(like, like, { ...rules, weights })).toBe(1);
  });
});

describe('another category of products', () => {
  it('is compared with only where the policy lets it be alike enough', () => {
    expect(crossesCategories(rules)).toBe(false);
    expect(crossesCategories({ ...rules, weights: { ...rules.weights, category: 1 } })).toBe(true);
    fc.assert(
      fc.property(anyLikeness, anyLikeness, anyRules, (other, apart, some) => {
        const one = { ...other, category: 'kitchen' };
        const far = { ...apart, category: 'toys' };
        const counts = similarity(one, far, some) >= some.alikeAtLeast;
        if (counts) expect(crossesCategories(some)).toBe(true);
      }),
    );
  });
});

describe('what a request is compared by', () => {
  const likeness = (request = aRequest()) =>
    likenessOf(
      request,
      factsOf(request, NOTHING_KNOWN, defaultPolicy.policy, '2026-11-02T10:00:00.000Z'),
      defaultPolicy.policy,
    );

  it('is its facts, and nothing of who asks or how', () => {
    expect(Object.keys(likeness()).sort()).toEqual(
      ['amount', 'category', 'daysPastWindow', 'earlierRequests', 'finalSale', 'reason'].sort(),
    );
    const other = aRequest({
      customer: { address: 'x@elsewhere.example', name: { source: 'mail', value: 'Somebody Else' } },
      language: 'pt-BR',
      text: 'AGORA!!!',
      subject: 'URGENTE',
    });
    expect(likeness(other)).toEqual(likeness());
  });

  it('leaves out what nobody knows', () => {
    const unknown = { source: 'unknown' } as const;
    const request = aRequest({ purchasedOn: unknown, deliveredOn: unknown, amount: unknown });
    expect(likeness(request)).not.toHaveProperty('daysPastWindow');
    expect(likeness(request)).not.toHaveProperty('amount');
    // The days past a window of nobody knows how many are not known either, nor how what nobody found was sold.
    expect(likeness(aRequest({ category: unknown }))).not.toHaveProperty('daysPastWindow');
    expect(likeness(aRequest({ orderNumber: unknown }))).not.toHaveProperty('finalSale');
  });
});

const candidate = (
  caseId: string,
  changes: Partial<Likeness> = {},
  decidedAt = '2026-10-01T10:00:00.000Z',
) => ({
  caseId,
  decidedAt,
  like: { ...like, ...changes },
});

describe('the closest cases', () => {
  it('are in the order of how close they are, the newest of equally close ones first', () => {
    const found = closest(
      [
        candidate('old', {}, '2026-01-01T10:00:00.000Z'),
        candidate('further', { daysPastWindow: 30 }),
        candidate('new', {}, '2026-10-02T10:00:00.000Z'),
      ],
      like,
      rules,
    );
    expect(found.map(({ caseId }) => caseId)).toEqual(['new', 'old', 'further']);
  });

  it('are none where none is alike enough', () => {
    expect(closest([candidate('toy', { category: 'toys', daysPastWindow: 90 })], like, rules)).toEqual([]);
  });
});

const found = (...outcomes: FoundPrecedents['closest'][number]['outcome'][]): FoundPrecedents => ({
  like,
  closest: outcomes.map((outcome, index) => ({
    caseId: `RX-${index}`,
    decidedAt: '2026-10-01T10:00:00.000Z',
    outcome,
    similarity: 0.9,
  })),
});

describe('what precedents say', () => {
  it('is how many there are and what share of them was approved, in full or in part', () => {
    expect(precedentFacts(found('approved', 'part-approved', 'declined', 'alternative'))).toEqual({
      count: 4,
      approvedShare: 0.5,
    });
    expect(precedentFacts(found())).toEqual({ count: 0, approvedShare: 0 });
  });

  it('is a clear line where at least four of them are there and four of five agree', () => {
    const line = (...outcomes: Parameters<typeof found>) => clearLine(found(...outcomes), rules);
    const approved = ['approved', 'part-approved', 'approved', 'approved'] as const;
    expect(line(...approved, 'declined')).toEqual({ direction: 'approved', count: 4, of: 5 });
    expect(line(...approved)).toEqual({ direction: 'approved', count: 4, of: 4 });
    expect(line('approved', 'approved', 'approved')).toBeUndefined();
    expect(line('approved', 'approved', 'approved', 'declined', 'declined')).toBeUndefined();
    expect(line('declined', 'declined', 'declined', 'declined', 'alternative')?.direction).toBe('declined');
    expect(clearLine(undefined, rules)).toBeUndefined();
  });

  it('is, where two ways are even, the one that is better for the customer', () => {
    expect(lineOf(found('declined', 'approved'))?.direction).toBe('approved');
    expect(lineOf(found())).toBeUndefined();
  });
});

describe('what a decided case leaves behind', () => {
  const case_ = (reason: string) => {
    const one = decided('kettle', { outcome: 'declined', reason });
    return { ...one, evaluation: { ...one.evaluation, precedents: found() } };
  };

  it('is the decision and the words that were given, without whose they were', () => {
    const reason =
      'Dear Maria Souza, the kettle was used for a year (SH-10001, +55 11 98765-4321, maria@example.com). See https://shop.example/rules.';
    const precedent = precedentOf(case_(reason));
    expect(precedent).toMatchObject({ caseId: 'RX-7K3F-9Q2M', outcome: 'declined', level: 0, like });
    expect(precedent?.reason).toBe('Dear … …, the kettle was used for a year (…, …, … See …');
  });

  it.each([
    ['Bo Li', 'Bo was right, as Li said: both lids were off.', '… was right, as … said: both lids were off.'],
    ['王小明', '我们同意王小明的请求。', '我们同意…的请求。'],
    ['Ana d’Ávila (SAC)', 'Ana d’Ávila ligou; a anatomia do d’Ávila.', '… d’… ligou; a anatomia do d’….'],
    ['a.*b+ [c', 'Nothing of a.*b+ [c is a pattern.', 'Nothing of a.*b+ [c is a pattern.'],
  ])('leaves out the name %s, and no other words', (name, reason, left) => {
    const one = case_(reason);
    const customer = { ...one.request.customer, name: { source: 'mail', value: name } as const };
    expect(precedentOf({ ...one, request: { ...one.request, customer } })?.reason).toBe(left);
  });

  it('is cut where the words are long, and on one line', () => {
    const precedent = precedentOf(case_(`Used\n\nfor ${'years and '.repeat(90)}`));
    expect(precedent?.reason).toMatch(/^Used for years .{280,290}…$/);
    expect(precedent?.reason?.length).toBeLessThanOrEqual(300);
  });

  it('is what colleagues were told where it went against the precedents', () => {
    const one = case_('It was used.');
    const decision = {
      outcome: 'declined',
      reason: 'It was used.',
      againstPrecedents: 'The heating coil was cut.',
    } as const;
    const precedent = precedentOf({ ...one, decided: { ...one.decided, decision } });
    expect(precedent?.reason).toBe('The heating coil was cut.');
  });

  it('is nothing for a case of before there were precedents', () => {
    expect(precedentOf(decided('kettle', { outcome: 'declined', reason: 'No.' }))).toBeUndefined();
  });
});
