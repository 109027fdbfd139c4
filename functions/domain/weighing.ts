import type { FactName, Facts, FactValue } from './facts.ts';
import type { Policy, Route, Sentence } from './policy.ts';

/** A condition of the policy, type-checked and compiled. */
export interface Condition {
  applies(facts: Facts): boolean;
  /** The facts it asks about. */
  names: readonly FactName[];
  /** The values it compares each of them with. */
  compared: ReadonlyMap<FactName, readonly FactValue[]>;
}

/** A policy whose conditions were type-checked and compiled when it was loaded. */
export interface CompiledPolicy {
  policy: Policy;
  factors: ReadonlyArray<{ id: string; weight: number; says: Sentence } & Condition>;
  routes: ReadonlyArray<{ route: Route; scoreAtLeast: number } & Condition>;
}

/** What the facts come to: which factors spoke, in the policy's order, the sum of their weights, and the route. */
export interface Weighed {
  spoke: readonly boolean[];
  score: number;
  route: Route;
}

/** Weights have a few decimal places; adding them up as binary fractions must not lose a threshold by a hair. */
const PLACES = 1e6;

/**
 * Weighs facts by the policy. `like`: what other facts came to that differ from these in `changed` and nothing else, so that only
 * the factors that ask about those are asked again.
 */
export function weighFacts(
  compiled: CompiledPolicy,
  facts: Facts,
  like?: { weighed: Weighed; changed: ReadonlySet<FactName> },
): Weighed {
  const spoke = compiled.factors.map((factor, index) => {
    const before = like?.weighed.spoke[index];
    const same = before !== undefined && !factor.names.some((name) => like?.changed.has(name));
    return same ? before : factor.applies(facts);
  });
  const score = scoreOf(compiled.factors.map(({ weight }, index) => (spoke[index] ? weight : 0)));
  return { spoke, score, route: routeOf(compiled, facts, score) };
}

/** The sum of the weights of the factors that spoke. */
export function scoreOf(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // A sum of nothing below zero is 0, and not the -0 that rounding leaves.
  return Math.round(sum * PLACES) / PLACES + 0;
}

/** The first route that fits the facts at a score. */
export function routeOf({ routes }: CompiledPolicy, facts: Facts, score: number): Route {
  const chosen = routes.find((rule) => score >= rule.scoreAtLeast && rule.applies(facts));
  if (!chosen) throw new Error('a checked policy ends in a route that catches every case');
  return chosen.route;
}
