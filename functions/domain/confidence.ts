import * as z from 'zod';
import type { FactName, Facts } from './facts.ts';
import { otherValues, withChanges } from './other-facts.ts';
import { type CompiledPolicy, routeOf, type Weighed, weighFacts } from './weighing.ts';

/**
 * How much a recommendation hangs on little. low: a fact that is not known could change it. medium: one consideration more or less,
 * the lightest of the policy, would change it. high: neither.
 */
export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/**
 * The unknown facts that the policy asks about and that could change the route, whatever else is as it is. Where the customer is to
 * be asked, the route is the answer to what is not known, and there are none.
 */
export function openQuestions(
  compiled: CompiledPolicy,
  facts: Facts,
  weighed: Weighed,
  unknown: readonly FactName[],
): FactName[] {
  if (weighed.route === 'ask-customer' || unknown.length === 0) return [];
  const asked = askedBy(compiled);
  return unknown.filter((fact) => {
    if (!asked.has(fact)) return false;
    const others = otherValues(compiled, facts, fact);
    // Where the policy compares a fact with nothing we can try, nobody knows that it does not matter.
    if (others.length === 0) return true;
    return others.some(
      (to) => weighFacts(compiled, withChanges(facts, [{ fact, to }])).route !== weighed.route,
    );
  });
}

const askedFacts = new WeakMap<CompiledPolicy, ReadonlySet<FactName>>();

/** The facts that any condition of a policy asks about. A policy is loaded once and asked many times. */
function askedBy(compiled: CompiledPolicy): ReadonlySet<FactName> {
  const there = askedFacts.get(compiled);
  if (there) return there;
  const asked = new Set([...compiled.factors, ...compiled.routes].flatMap(({ names }) => names));
  askedFacts.set(compiled, asked);
  return asked;
}

/** The confidence in a route, by the rule above. */
export function confidenceOf(
  compiled: CompiledPolicy,
  facts: Facts,
  { score, route }: Weighed,
  open: readonly FactName[],
): Confidence {
  if (open.length > 0) return 'low';
  const weights = compiled.factors.map(({ weight }) => Math.abs(weight)).filter((weight) => weight > 0);
  const lightest = weights.length > 0 ? Math.min(...weights) : 0;
  const holds = [score - lightest, score + lightest].every(
    (other) => routeOf(compiled, facts, other) === route,
  );
  return holds ? 'high' : 'medium';
}
