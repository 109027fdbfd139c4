import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../functions/domain/evaluation.ts';
import { type FactName, type Facts, factsOf, NOTHING_KNOWN } from '../../../functions/domain/facts.ts';
import type { Reason, Request } from '../../../functions/domain/request.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { AT, aRequest } from '../../support/cases.ts';
import { defaultPolicy, defaultPolicyText } from '../../support/policy.ts';

/** The default policy with one more factor for each of these conditions. */
function withFactors(weight: number, ...conditions: string[]) {
  const more = conditions.map(
    (when, index) =>
      `  - id: own-${index}\n    when: ${when}\n    weight: ${weight}\n    says: { en: One., pt-BR: Uma. }\n`,
  );
  return loadPolicy(defaultPolicyText.replace('factors:\n', `factors:\n${more.join('')}`), 'policy.yaml');
}

const factsFor = (changes: Partial<Request> = {}): Facts =>
  factsOf(aRequest(changes), NOTHING_KNOWN, defaultPolicy.policy, AT);
const unknownDays: FactName[] = ['order.daysPastWindow', 'order.daysSinceDelivery'];

describe('how sure a recommendation is', () => {
  // A final sale is never within the policy, so that only days past the last threshold change anything.
  const facts = factsFor({ reason: { source: 'mail', value: 'never-arrived' }, finalSale: true });

  it('is low where the days are not known, however many other days the policy speaks of', () => {
    const policy = withFactors(0.01, 'order.daysPastWindow > 30', 'order.daysPastWindow > 60');
    const evaluation = evaluate(policy, facts, unknownDays);
    const later = { ...facts, order: { ...facts.order, daysPastWindow: 91, daysSinceDelivery: 121 } };
    expect(evaluation.route).toBe('approve-as-goodwill');
    expect(evaluate(policy, later).route).toBe('manager');
    expect(evaluation).toMatchObject({ confidence: 'low', unknown: ['order.daysPastWindow'] });
  });

  it('is low where only an amount between two that are named would change it', () => {
    const policy = withFactors(-5, 'request.amount > 100.0 && request.amount < 100.5');
    const asked = { ...facts, request: { ...facts.request, amount: 0 } };
    expect(evaluate(policy, asked, ['request.amount']).confidence).toBe('low');
  });

  it('is low where only a text that is named nowhere would change it', () => {
    const policy = withFactors(-5, "product.category != 'unknown' && product.category != 'kitchen'");
    const asked = { ...facts, product: { ...facts.product, category: 'unknown' } };
    expect(evaluate(policy, asked, ['product.category']).confidence).toBe('low');
  });
});

describe('an order that nobody found', () => {
  const nothing = { source: 'unknown' } as const;
  const asked = (reason: Reason) =>
    factsFor({
      reason: { source: 'mail', value: reason },
      orderNumber: nothing,
      purchasedOn: nothing,
      deliveredOn: nothing,
      ordersOwnAddress: false,
    });
  const unknown: FactName[] = ['order.known', ...unknownDays, 'customer.ordersOwnAddress'];
  const found = { fact: 'order.known', from: false, to: true };
  const days = (to: number) => ({ fact: 'order.daysPastWindow', from: 'unknown', to });
  const own = { fact: 'customer.ordersOwnAddress', from: 'unknown', to: true };

  it('would have led to each better route by the most lenient of what it might say', () => {
    expect(evaluate(defaultPolicy, asked('hardship'), unknown).wouldChange).toEqual([
      { changes: [found, days(0)], route: 'within-policy' },
      { changes: [found, days(90), own], route: 'approve-as-goodwill' },
      { changes: [found, days(91)], route: 'manager' },
    ]);
  });

  it('would do with more days past the window where it has the address the customer writes from', () => {
    expect(evaluate(defaultPolicy, asked('not-as-described'), unknown).wouldChange).toEqual(
      expect.arrayContaining([
        { changes: [found, days(14)], route: 'approve-as-goodwill' },
        { changes: [found, days(90), own], route: 'approve-as-goodwill' },
        { changes: [found, days(91)], route: 'manager' },
      ]),
    );
  });

  it('promises nothing by its address where the policy does not ask about it', () => {
    const without = loadPolicy(
      defaultPolicyText.replace('when: order.known && !customer.ordersOwnAddress', 'when: sender.verified'),
      'policy.yaml',
    );
    expect(evaluate(without, asked('hardship'), unknown).wouldChange).toEqual([
      { changes: [found, days(0)], route: 'within-policy' },
      { changes: [found, days(90)], route: 'approve-as-goodwill' },
      { changes: [found, days(91)], route: 'manager' },
    ]);
  });

  it('is asked for its address alone where its days are known', () => {
    const { order, ...others } = asked('hardship');
    const dated = { ...others, order: { ...order, daysPastWindow: 40, daysSinceDelivery: 70 } };
    expect(evaluate(defaultPolicy, dated, ['order.known', 'customer.ordersOwnAddress']).wouldChange).toEqual([
      { changes: [found, own], route: 'approve-as-goodwill' },
      { changes: [found], route: 'manager' },
    ]);
  });
});
