import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { type Facts, factsOf, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import type { Reason, Request } from '../../functions/domain/request.ts';
import { weighFacts } from '../../functions/domain/weighing.ts';
import { anyFacts } from '../support/any-facts.ts';
import { AT, aRequest } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';
import { weighByHand } from './default-policy-by-hand.ts';
import { printTable, sideBySide } from './measure.ts';

/** Evaluations a turn: one alone is short against the clock. */
const BATCH = 1_000;

const reason = (value: Reason): Partial<Request> => ({ reason: { source: 'mail', value } });
const factsFor = (changes: Partial<Request>): Facts =>
  factsOf(aRequest(changes), NOTHING_KNOWN, defaultPolicy.policy, AT);
const always = (changes: Partial<Request>) => Array.from({ length: BATCH }, () => factsFor(changes));

const cases: ReadonlyArray<readonly [string, readonly Facts[]]> = [
  ['1,000 sets of facts, each another', fc.sample(anyFacts, { numRuns: BATCH, seed: 4 })],
  ['defective, approved as goodwill', always(reason('defective'))],
  ['changed their mind, for the manager', always(reason('changed-mind'))],
  ['changed their mind, final sale, declined', always({ ...reason('changed-mind'), finalSale: true })],
  [
    'no order, the customer is asked',
    always({ ...reason('defective'), orderNumber: { source: 'unknown' }, ordersOwnAddress: false }),
  ],
];

/**
 * The default policy against a switch that somebody wrote by hand and that shares nothing with it: route, score and who spoke, then
 * the whole evaluation, which a switch has none of. Throws where the two come to something else.
 */
export async function benchEvaluations(): Promise<void> {
  const rows = [];
  for (const [name, all] of cases) {
    for (const facts of all) compare(facts);
    const kept: unknown[] = [];
    const side = (run: (facts: Facts) => unknown) => async () => {
      for (let index = 0; index < all.length; index++) {
        const facts = all[index];
        // What nobody keeps need not be worked out.
        if (facts) kept[index] = run(facts);
      }
    };
    const rates = await sideBySide([
      { name: 'switch', run: side(weighByHand) },
      { name: 'policy', run: side((facts) => weighFacts(defaultPolicy, facts)) },
      { name: 'whole', run: side((facts) => evaluate(defaultPolicy, facts)) },
    ]);
    const rate = (of: string) => (rates.get(of) ?? Number.NaN) * BATCH;
    rows.push({
      case: name,
      'switch/s': Math.round(rate('switch')),
      'policy/s': Math.round(rate('policy')),
      ratio: (rate('policy') / rate('switch')).toFixed(2),
      'at least': '0.10',
      'whole evaluation/s': Math.round(rate('whole')),
    });
  }
  printTable('Evaluations by the policy against a hand-written switch', rows);
}

function compare(facts: Facts): void {
  const { route, score, spoke } = weighFacts(defaultPolicy, facts);
  const ids = defaultPolicy.factors.filter((_, index) => spoke[index]).map(({ id }) => id);
  const byHand = weighByHand(facts);
  const inOrder = { ...byHand, spoke: byHand.spoke.toSorted() };
  if (!isDeepStrictEqual(inOrder, { route, score, spoke: ids.toSorted() })) {
    throw new Error(`the switch says something else than the policy of ${JSON.stringify(facts)}`);
  }
}
