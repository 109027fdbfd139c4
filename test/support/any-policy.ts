import fc from 'fast-check';
import { Route } from '../../functions/domain/policy.ts';
import type { CompiledPolicy, Condition } from '../../functions/domain/weighing.ts';
import { ALWAYS, compileCondition } from '../../functions/policy/condition.ts';
import { anyCondition } from './any-condition.ts';
import { defaultPolicy } from './policy.ts';

const compile = (when: string): Condition => {
  const condition = compileCondition(when);
  if (!('applies' in condition)) throw new Error(`${when}: ${condition.mistake}`);
  return condition;
};
const weight = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.1, 0.2, -0.3, 2.5));
const category = fc.record({
  days: fc.option(fc.constantFrom(0, 15, 90), { nil: undefined }),
  returnable: fc.boolean(),
  perishable: fc.boolean(),
  digital: fc.boolean(),
  hygiene: fc.boolean(),
});

/** The default policy with windows, factors and routes of any other. */
export const anyPolicy: fc.Arbitrary<CompiledPolicy> = fc
  .record({
    days: fc.constantFrom(0, 14, 30, 60),
    categories: fc.dictionary(fc.constantFrom('kitchen', 'electronics', 'beauty'), category),
    factors: fc.array(fc.record({ when: anyCondition, weight }), { minLength: 1, maxLength: 8 }),
    routes: fc.array(
      fc.record({
        route: fc.constantFrom(...Route.options),
        when: fc.option(anyCondition, { nil: undefined }),
        scoreAtLeast: fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
    last: fc.constantFrom(...Route.options),
    fingerprint: fc.stringMatching(/^[0-9a-f]{12}$/),
  })
  .map(({ days, categories, factors, routes, last, fingerprint }) => ({
    ...defaultPolicy,
    policy: { ...defaultPolicy.policy, window: { ...defaultPolicy.policy.window, days, categories } },
    fingerprint,
    factors: factors.map(({ when, weight }, index) => ({
      ...compile(when),
      id: `factor-${index}`,
      weight,
      says: { en: 'It is so.', 'pt-BR': 'É assim.' },
    })),
    routes: [
      ...routes.map(({ route, when, scoreAtLeast = Number.NEGATIVE_INFINITY }) => ({
        ...(when === undefined ? ALWAYS : compile(when)),
        route,
        scoreAtLeast,
      })),
      { ...ALWAYS, route: last, scoreAtLeast: Number.NEGATIVE_INFINITY },
    ],
  }));
