import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter } from '../../../functions/domain/counterfactuals.ts';
import { Evaluation, evaluate } from '../../../functions/domain/evaluation.ts';
import {
  type FactName,
  type Facts,
  factNames,
  factTypes,
  readFact,
} from '../../../functions/domain/facts.ts';
import { type Change, otherValues, withChanges } from '../../../functions/domain/other-facts.ts';
import { weighFacts } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { anyFacts, few } from '../../support/any-facts.ts';
import { defaultPolicy, defaultPolicyText } from '../../support/policy.ts';

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
          const made = changes as Change[];
          const found = made.some(({ fact }) => fact === 'order.known');
          expect(made.length).toBeLessThanOrEqual(found ? 3 : 2);
          for (const { fact } of made) {
            // The address is the order's to tell: it is changed only together with finding it.
            if (!found || fact !== 'customer.ordersOwnAddress') expect(fact).toMatch(/^(request|order)\./);
            const inFinding = fact === 'order.known' || fact === 'order.daysPastWindow';
            if (made.length === 1 || (found && inFinding)) continue;
            const others = made.filter((one) => one.fact !== fact);
            const { route } = weighFacts(policy, withChanges(facts, others));
            expect(isBetter(promised, route)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('every better route that one fact more leads to is named', () => {
    fc.assert(
      fc.property(anyFacts, unknownSome, (facts, unknown) => {
        const { route, wouldChange = [] } = evaluate(policy, facts, unknown);
        const more = otherValues(policy, facts, 'request.evidence').filter(
          (value) => Number(value) > facts.request.evidence,
        );
        const tried: Change[] = [
          ...more.map((to): Change => ({ fact: 'request.evidence', to })),
          ...(['request.reason', 'request.wish'] as const).flatMap((fact) =>
            otherValues(policy, facts, fact).map((to): Change => ({ fact, to })),
          ),
        ];
        const better = tried
          .map((change) => weighFacts(policy, withChanges(facts, [change])).route)
          .filter((one) => isBetter(one, route));
        expect(wouldChange.map((one) => one.route)).toEqual(expect.arrayContaining(better));
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
