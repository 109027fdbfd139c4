import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factNames, factTypes, NamedReason } from '../../../functions/domain/facts.ts';
import { compileCondition } from '../../../functions/policy/condition.ts';
import { plainCondition } from '../../../functions/policy/plain-condition.ts';
import { anyFacts } from '../../support/any-facts.ts';
import { defaultPolicy } from '../../support/policy.ts';

const typeOf = (name: string): string => {
  const [group = '', field = ''] = name.split('.');
  return (factTypes as Record<string, Record<string, string>>)[group]?.[field] ?? '';
};
const factsOfType = (type: string) => factNames.filter((name) => typeOf(name) === type);

const texts = ['unknown', 'kitchen', 'web', 'store', 'refund', "it\\'s", '', ...NamedReason.options];
const literals: Record<string, fc.Arbitrary<string>> = {
  string: fc.constantFrom(...texts).map((text) => `'${text}'`),
  bool: fc.constantFrom('true', 'false'),
  int: fc
    .oneof(fc.integer({ min: -40, max: 100 }), fc.constantFrom(36_500, 9_007_199_254_740_991))
    .map(String),
  double: fc.integer({ min: -500, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)),
};
const literal = (type: string) => literals[type] ?? fc.constant('');
const fact = (type: string) => fc.constantFrom(...factsOfType(type));

const comparison = fc.constantFrom('string', 'bool', 'int', 'double').chain((type) => {
  const side = fc.oneof({ weight: 3, arbitrary: fact(type) }, literal(type));
  const ops = type === 'int' || type === 'double' ? ['==', '!=', '<', '<=', '>', '>='] : ['==', '!='];
  return fc.oneof(
    fc.tuple(side, fc.constantFrom(...ops), side).map((parts) => parts.join(' ')),
    fc
      .tuple(fact(type), fc.array(literal(type), { maxLength: 5 }))
      .map(([name, list]) => `${name} in [${list.join(', ')}]`),
  );
});
/** A condition of facts and literals as the guide describes them. */
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fact('bool'),
    literal('bool'),
    tie('condition').map((one) => `!(${one})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([one, op, other]) => `(${one}) ${op} ${other}`),
  ),
}));

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
      fc.property(condition, fc.array(anyFacts, { minLength: 1, maxLength: 8 }), (written, all) => {
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
