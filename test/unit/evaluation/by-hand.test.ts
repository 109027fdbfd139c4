import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weighFacts } from '../../../functions/domain/weighing.ts';
import { weighByHand } from '../../bench/default-policy-by-hand.ts';
import { anyFacts } from '../../support/any-facts.ts';
import { defaultPolicy } from '../../support/policy.ts';

it('the switch that the benchmark compares with comes to what the default policy does', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { route, score, spoke } = weighFacts(defaultPolicy, facts);
      const ids = defaultPolicy.factors.filter((_, index) => spoke[index]).map(({ id }) => id);
      const byHand = weighByHand(facts);
      expect({ ...byHand, spoke: byHand.spoke.toSorted() }).toEqual({ route, score, spoke: ids.toSorted() });
    }),
    { numRuns: 1_000 },
  );
});
