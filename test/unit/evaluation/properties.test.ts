import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter } from '../../../functions/domain/counterfactuals.ts';
import { Evaluation, evaluate } from '../../../functions/domain/evaluation.ts';
import {
  type FactName,
  type Facts,
  factNames,
  factTypes,
  NamedReason,
  NEVER_DAYS,
  readFact,
} from '../../../functions/domain/facts.ts';
import { type Change, withChanges } from '../../../functions/domain/other-facts.ts';
import { Wish } from '../../../functions/domain/request.ts';
import { weighFacts } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { defaultPolicy, defaultPolicyText } from '../../support/policy.ts';

const few = fc.integer({ min: 0, max: 8 });
const money = fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100);
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    product: fc.record({
      category: fc.constantFrom('kitchen', 'electronics', 'beauty', 'unknown'),
      price: money,
      finalSale: fc.boolean(),
      returnable: fc.boolean(),
      perishable: fc.boolean(),
      digital: fc.boolean(),
      hygiene: fc.boolean(),
    }),
    order: fc.record({
      known: fc.boolean(),
      daysSincePurchase: fc.integer({ min: 0, max: 900 }),
      daysSinceDelivery: fc.integer({ min: 0, max: 800 }),
      windowDays: fc.constantFrom(0, 15, 30),
      daysPastWindow: fc.constant(0),
      channel: fc.constantFrom('unknown', 'web', 'store'),
    }),
    request: fc.record({
      reason: fc.constantFrom('unknown', ...NamedReason.options),
      wish: fc.constantFrom('unknown', ...Wish.options),
      amount: money,
      evidence: few,
    }),
    customer: fc.record({
      ordersOwnAddress: fc.boolean(),
      orders: few,
      spend: money,
      earlierRequests: few,
      earlierExceptions: few,
      daysSinceLastRequest: fc.constantFrom(1, 40, 400, NEVER_DAYS),
    }),
    sender: fc.record({ verified: fc.boolean() }),
    precedents: fc.record({ count: few, approvedShare: fc.constantFrom(0, 0.2, 0.8, 1) }),
  })
  .map(({ order, ...facts }) => ({
    ...facts,
    order: {
      ...order,
      daysPastWindow: order.daysSinceDelivery - order.windowDays,
      daysSincePurchase: Math.max(order.daysSincePurchase, order.daysSinceDelivery),
    },
  }));
const unknownSome = fc.subarray([...factNames]);
const runs = { numRuns: 300 };

/** The default policy, and one that asks about more and weighs in fractions. */
const fractions = loadPolicy(
  defaultPolicyText
    .replaceAll(/weight: (-?\d+)/g, (_, weight) => `weight: ${Number(weight) / 10}`)
    .replaceAll(/scoreAtLeast: (-?\d+)/g, (_, score) => `scoreAtLeast: ${Number(score) / 10}`)
    .replace('request.evidence > 0', 'request.evidence >= 2 && request.wish in ["repair", "exchange"]'),
  'fractions.yaml',
);
const policies = [
  ['the default policy', defaultPolicy],
  ['a policy of fractions', fractions],
] as const;

describe.each(policies)('by %s', (_, policy) => {
  it('the weights add up to the score as they are shown', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, factors } = evaluate(policy, facts);
        const sum = factors.reduce((total, { weight }) => total + weight, 0);
        expect(score).toBe(Number(sum.toFixed(6)) + 0);
      }),
      runs,
    );
  });

  it('every factor names the facts it rests on, with their values', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const factor of evaluate(policy, facts).factors) {
          expect(factor.facts?.length).toBeGreaterThan(0);
          for (const { name, value } of factor.facts ?? []) {
            expect(value).toBe(readFact(facts, name as FactName));
            const { when = '' } = policy.policy.factors.find(({ id }) => id === factor.id) ?? {};
            expect(when).toContain(name);
          }
        }
      }),
      runs,
    );
  });

  it('what would have changed the outcome, fed back, leads to the route it promises, and a better one', () => {
    fc.assert(
      fc.property(anyFacts, unknownSome, (facts, unknown) => {
        const { route, wouldChange = [] } = evaluate(policy, facts, unknown);
        for (const { changes, route: promised } of wouldChange) {
          expect(evaluate(policy, withChanges(facts, changes as Change[])).route).toBe(promised);
          expect(isBetter(promised, route)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('no change can be left out, and none is of who the customer is', () => {
    fc.assert(
      fc.property(anyFacts, unknownSome, (facts, unknown) => {
        for (const { changes, route: promised } of evaluate(policy, facts, unknown).wouldChange ?? []) {
          expect(changes.length).toBeLessThanOrEqual(2);
          for (const { fact } of changes) expect(fact).toMatch(/^(request|order)\./);
          if (changes.length < 2 || changes.some(({ fact }) => fact === 'order.known')) continue;
          for (const one of changes as Change[]) {
            const { route } = weighFacts(policy, withChanges(facts, [one]));
            expect(isBetter(promised, route)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('the same facts lead to the same evaluation, and what is stored reads the same', () => {
    fc.assert(
      fc.property(anyFacts, unknownSome, (facts, unknown) => {
        const once = evaluate(policy, facts, unknown);
        expect(evaluate(policy, structuredClone(facts), unknown)).toEqual(once);
        expect(Evaluation.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
      runs,
    );
  });
});

describe('by the default policy', () => {
  const rank = (facts: Facts) => weighFacts(defaultPolicy, facts);

  it('more days past the window never help', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 300 }), (facts, days) => {
        const to = facts.order.daysPastWindow + days;
        const later = withChanges(facts, [{ fact: 'order.daysPastWindow', to }]);
        expect(isBetter(rank(later).route, rank(facts).route)).toBe(false);
        expect(rank(later).score).toBeLessThanOrEqual(rank(facts).score);
      }),
      runs,
    );
  });

  it('more evidence never hurts', () => {
    fc.assert(
      fc.property(anyFacts, few, (facts, more) => {
        const to = facts.request.evidence + more;
        const shown = withChanges(facts, [{ fact: 'request.evidence', to }]);
        expect(isBetter(rank(facts).route, rank(shown).route)).toBe(false);
        expect(rank(shown).score).toBeGreaterThanOrEqual(rank(facts).score);
      }),
      runs,
    );
  });

  it('more exceptions granted before never help', () => {
    fc.assert(
      fc.property(anyFacts, few, (facts, more) => {
        const to = facts.customer.earlierExceptions + more;
        const known = withChanges(facts, [{ fact: 'customer.earlierExceptions', to }]);
        expect(isBetter(rank(known).route, rank(facts).route)).toBe(false);
      }),
      runs,
    );
  });
});

it('every fact has a type and a name, and none is a person’s', () => {
  expect(factNames).toHaveLength(Object.values(factTypes).flatMap((fields) => Object.keys(fields)).length);
  for (const name of factNames) expect(name).not.toMatch(/name|language|country|text|mails|tone/i);
});
