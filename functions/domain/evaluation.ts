import * as z from 'zod';
import { Confidence, confidenceOf, openQuestions } from './confidence.ts';
import { WouldChange, whatWouldChange } from './counterfactuals.ts';
import { type FactName, type Facts, FactValue, factNames, readFact } from './facts.ts';
import { languages } from './language.ts';
import { Route, type Sentence } from './policy.ts';
import { FoundPrecedents } from './precedents.ts';
import { type CompiledPolicy, weighFacts } from './weighing.ts';

/** One consideration of the policy that applied to a case, and the facts its condition asks about. */
const SpokenFactor = z.object({
  id: z.string(),
  weight: z.number(),
  says: z.object({ en: z.string(), 'pt-BR': z.string() }),
  /** What the customer is told of it where it counted against them. */
  tells: z.object({ en: z.string(), 'pt-BR': z.string() }).optional(),
  facts: z.array(z.object({ name: z.string(), value: FactValue })).optional(),
});

/** The recommended route and everything that spoke for or against it. `score` is the sum of the weights. */
export const Evaluation = z.object({
  route: Route,
  score: z.number(),
  factors: z.array(SpokenFactor),
  policyVersion: z.string(),
  /** Of the policy's text: a name may come back with another. Absent in evaluations of before it was recorded. */
  policyFingerprint: z.string().optional(),
  /** What follows is absent in evaluations of before it was found out. */
  /** Every fact that was known, by its name, so that it can be weighed again by another policy. */
  facts: z.record(z.string(), FactValue).optional(),
  confidence: Confidence.optional(),
  /** Unknown facts that could change the route. */
  unknown: z.array(z.string()).optional(),
  wouldChange: z.array(WouldChange).optional(),
  /** Decided cases like this one. Absent in evaluations of before they were looked for. */
  precedents: FoundPrecedents.optional(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/**
 * Weighs the facts by the policy: every factor that applies speaks, and the first route that fits is recommended. `unknown`: the
 * facts that only stand for what nobody knows.
 */
export function evaluate(
  compiled: CompiledPolicy,
  facts: Facts,
  unknown: readonly FactName[] = [],
): Evaluation {
  const { policy, fingerprint, factors } = compiled;
  const weighed = weighFacts(compiled, facts);
  const open = openQuestions(compiled, facts, weighed, unknown);
  return {
    route: weighed.route,
    score: weighed.score,
    factors: factors
      .filter((_, index) => weighed.spoke[index])
      .map(({ id, weight, says, tells, names }) => ({
        id,
        weight,
        says: fillIn(compiled, says, facts),
        ...(tells && { tells: fillIn(compiled, tells, facts) }),
        facts: names.map((name) => ({ name, value: readFact(facts, name) })),
      })),
    policyVersion: policy.version,
    policyFingerprint: fingerprint,
    facts: knownFacts(facts, unknown),
    confidence: confidenceOf(compiled, facts, weighed, open),
    unknown: open,
    wouldChange: whatWouldChange(compiled, facts, weighed, unknown),
  };
}

function knownFacts(facts: Facts, unknown: readonly FactName[]): Record<string, FactValue> {
  const known = factNames.filter((name) => !unknown.includes(name));
  return Object.fromEntries(known.map((name) => [name, readFact(facts, name)]));
}

/** A fact's name in a sentence, which is checked when the policy is loaded: `{order.daysPastWindow}`. */
export const PLACEHOLDER = /\{(\w+)\.(\w+)\}/g;

function fillIn({ inWords }: CompiledPolicy, says: Sentence, facts: Facts): Sentence {
  const filled = languages.map((language) => [
    language,
    says[language].replace(PLACEHOLDER, (placeholder) => {
      const name = placeholder.slice(1, -1) as FactName;
      return inWords(name, readFact(facts, name), language);
    }),
  ]);
  return Object.fromEntries(filled) as Sentence;
}
