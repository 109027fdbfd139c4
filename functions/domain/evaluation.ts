import * as z from 'zod';
import type { Facts } from './facts.ts';
import { languages } from './language.ts';
import { type Policy, Route, type Sentence } from './policy.ts';

/** One consideration of the policy that applied to a case. */
const SpokenFactor = z.object({
  id: z.string(),
  weight: z.number(),
  says: z.object({ en: z.string(), 'pt-BR': z.string() }),
});

/** The recommended route and everything that spoke for or against it. `score` is the sum of the weights. */
export const Evaluation = z.object({
  route: Route,
  score: z.number(),
  factors: z.array(SpokenFactor),
  policyVersion: z.string(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** A policy whose conditions were type-checked and compiled when it was loaded. */
export interface CompiledPolicy {
  policy: Policy;
  factors: ReadonlyArray<{ id: string; weight: number; says: Sentence; applies(facts: Facts): boolean }>;
  routes: ReadonlyArray<{ route: Route; scoreAtLeast: number; applies(facts: Facts): boolean }>;
}

/** Weighs the facts by the policy: every factor that applies speaks, and the first route that fits is recommended. */
export function evaluate({ policy, factors, routes }: CompiledPolicy, facts: Facts): Evaluation {
  const spoken = factors.filter((factor) => factor.applies(facts));
  const score = spoken.reduce((sum, factor) => sum + factor.weight, 0);
  const chosen = routes.find((rule) => score >= rule.scoreAtLeast && rule.applies(facts));
  if (!chosen) throw new Error('a checked policy ends in a route that catches every case');
  return {
    route: chosen.route,
    score,
    factors: spoken.map(({ id, weight, says }) => ({ id, weight, says: fillIn(says, facts) })),
    policyVersion: policy.version,
  };
}

/** A fact's name in a sentence: `{order.daysPastWindow}`. */
export const PLACEHOLDER = /\{(\w+)\.(\w+)\}/g;

function fillIn(says: Sentence, facts: Facts): Sentence {
  const groups: Record<string, Record<string, unknown>> = facts;
  const filled = languages.map((language) => [
    language,
    says[language].replace(PLACEHOLDER, (_, group: string, name: string) => String(groups[group]?.[name])),
  ]);
  return Object.fromEntries(filled) as Sentence;
}
