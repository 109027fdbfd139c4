import fc from 'fast-check';
import { factNames, factTypes, NamedReason } from '../../functions/domain/facts.ts';

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
export const { anyCondition } = fc.letrec<{ anyCondition: string }>((tie) => ({
  anyCondition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fact('bool'),
    literal('bool'),
    tie('anyCondition').map((one) => `!(${one})`),
    fc
      .tuple(tie('anyCondition'), fc.constantFrom('&&', '||'), tie('anyCondition'))
      .map(([one, op, other]) => `(${one}) ${op} ${other}`),
  ),
}));
