import type { FactName, Facts, FactValue } from './facts.ts';
import type { Language } from './language.ts';
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
  /** The first digits of the SHA-256 of its text, which tell two policies of one name apart. */
  fingerprint: string;
  factors: ReadonlyArray<
    { id: string; weight: number; says: Sentence; tells?: Sentence | undefined } & Condition
  >;
  routes: ReadonlyArray<{ route: Route; scoreAtLeast: number } & Condition>;
  /** A fact's value as people read it; amounts are in the shop's currency. */
  inWords(name: FactName, value: FactValue, language: Language): string;
}

/** What the facts come to: which factors spoke, in the policy's order, the sum of their weights, and the route. */
export interface Weighed {
  spoke: readonly boolean[];
  score: number;
  route: Route;
}

/** Weights have a few decimal places; adding them up as binary fractions must not lose a threshold by a hair. */
const PLACES = 1e6;

/** Weighs facts by the policy. */
export function weighFacts(compiled: CompiledPolicy, facts: Facts): Weighed {
  const spoke: boolean[] = [];
  let sum = 0;
  for (const factor of compiled.factors) {
    const applies = factor.applies(facts);
    spoke.push(applies);
    if (applies) sum += factor.weight;
  }
  const score = withoutDust(sum);
  return { spoke, score, route: routeOf(compiled, facts, score) };
}

/** The sum of the weights of the factors that spoke. */
export function scoreOf(weights: readonly number[]): number {
  return withoutDust(weights.reduce((total, weight) => total + weight, 0));
}

function withoutDust(sum: number): number {
  // A sum of nothing below zero is 0, and not the -0 that rounding leaves.
  return Math.round(sum * PLACES) / PLACES + 0;
}

/** The first route that fits the facts at a score. */
export function routeOf({ routes }: CompiledPolicy, facts: Facts, score: number): Route {
  for (const rule of routes) if (score >= rule.scoreAtLeast && rule.applies(facts)) return rule.route;
  throw new Error('a checked policy ends in a route that catches every case');
}
