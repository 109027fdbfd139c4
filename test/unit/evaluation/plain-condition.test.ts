import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../functions/policy/condition.ts';
import { plainCondition } from '../../../functions/policy/plain-condition.ts';
import { anyCondition } from '../../support/any-condition.ts';
import { anyFacts } from '../../support/any-facts.ts';
import { defaultPolicy } from '../../support/policy.ts';

/** What the engine says of it: a choice is no plain condition. */
const inTheEngine = (written: string) => `true ? (${written}) : false`;

function compiled(written: string) {
  const found = compileCondition(written);
  if (!('applies' in found)) throw new Error(`${written}: ${found.mistake}`);
  return found;
}

const isPlain = (written: string) => plainCondition(new Environment().parse(written).ast) !== undefined;

describe('a plain condition', () => {
  it('comes to what the engine says, whatever the facts', () => {
    fc.assert(
      fc.property(anyCondition, fc.array(anyFacts, { minLength: 1, maxLength: 8 }), (written, all) => {
        expect(isPlain(written)).toBe(true);
        expect(isPlain(inTheEngine(written))).toBe(false);
        const [plain, engine] = [compiled(written), compiled(inTheEngine(written))];
        for (const facts of all) expect(plain.applies(facts)).toBe(engine.applies(facts));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is every condition of the default policy', () => {
    const { factors, routes } = defaultPolicy.policy;
    const written = [...factors, ...routes].flatMap(({ when }) => when ?? []);
    expect(written.filter((one) => !isPlain(one))).toEqual([]);
  });

  it.each([
    "request.reason.startsWith('d')",
    'order.daysSinceDelivery - order.windowDays > 3',
    'order.daysPastWindow / customer.orders > 2',
    'order.daysPastWindow > 9007199254740993',
    "request.reason < 'm'",
    "order['known']",
    'has(order.known)',
    'order.known ? product.finalSale : false',
    '[1, 2].exists(one, one == order.windowDays)',
  ])('is not %s, which is the engine’s', (written) => {
    expect(isPlain(written)).toBe(false);
    expect(() => compiled(written)).not.toThrow();
  });

  it('fails nowhere, where the engine would not either', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { applies } = compiled('order.known && order.daysPastWindow <= 0 || !product.returnable');
        expect(typeof applies(facts)).toBe('boolean');
      }),
    );
  });
});
