import { type CompiledPolicy, scoreOf } from '../../domain/weighing.ts';
import { choices, ways } from './choices.ts';
import { type Aspect, type Option, possibleFacts } from './possible-facts.ts';
import { type ConditionTrial, toFacts, together, tryCondition } from './try-condition.ts';

/** The combinations a whole policy is tried on: one page has some thousand, and this many take a second. */
const MOST_OF_POLICY = 20_000;

/** How a route fared: how often it was taken, and how often it fitted while an earlier one (by its index) was taken. */
interface RouteTrial {
  taken: number;
  lostTo: Map<number, number>;
  /** The highest score with which its condition held. */
  highest: number;
}

/** What a policy's conditions and routes come to on possible facts. */
export interface PolicyTrial {
  aspects: readonly Aspect[];
  factors: readonly ConditionTrial[];
  routes: ReadonlyArray<ConditionTrial & RouteTrial>;
  tried: number;
  /** False where there are more combinations than were tried. */
  all: boolean;
}

/** Tries a policy on every possible combination of the facts it asks about, or on a fixed part of them where they are too many. */
export function tryPolicy(compiled: CompiledPolicy): PolicyTrial {
  const aspects = possibleFacts(compiled);
  const factors = compiled.factors.map((factor) => tryCondition(factor, aspects));
  const routes = compiled.routes.map((route) => ({
    ...tryCondition(route, aspects),
    taken: 0,
    lostTo: new Map<number, number>(),
    highest: Number.NEGATIVE_INFINITY,
  }));
  const distinct = aspects.map(({ options }, index) => unlike(options, index, [...factors, ...routes]));
  const sizes = distinct.map((options) => options.length);
  const chosen = aspects.map(() => 0);
  let tried = 0;
  for (const choice of choices(sizes, MOST_OF_POLICY)) {
    for (const [at, option] of choice.entries()) chosen[at] = distinct[at]?.[option] ?? 0;
    tried++;
    const facts = once(() =>
      toFacts(together(aspects.map(({ options }, at) => options[chosen[at] ?? 0] ?? {}))),
    );
    const spoke = compiled.factors.filter((_, index) => factors[index]?.holds(chosen, facts));
    const score = scoreOf(spoke.map(({ weight }) => weight));
    let taken: number | undefined;
    for (const [index, trial] of routes.entries()) {
      if (!trial.holds(chosen, facts)) continue;
      trial.highest = Math.max(trial.highest, score);
      if (score < (compiled.routes[index]?.scoreAtLeast ?? 0)) continue;
      if (taken === undefined) trial.taken++;
      else trial.lostTo.set(taken, (trial.lostTo.get(taken) ?? 0) + 1);
      taken ??= index;
    }
  }
  return { aspects, factors, routes, tried, all: ways(sizes) <= MOST_OF_POLICY };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One of all options between which no condition tells a difference, by index: what holds of it holds of the others. */
function unlike(options: readonly Option[], aspect: number, trials: readonly ConditionTrial[]): number[] {
  const touching = trials.filter(({ over }) => over.includes(aspect));
  if (touching.some(({ all }) => !all)) return [...options.keys()];
  const seen = new Map<string, number>();
  for (const option of options.keys()) {
    const seenAs = touching.map((trial) => trial.with(aspect, option)).join('|');
    if (!seen.has(seenAs)) seen.set(seenAs, option);
  }
  return [...seen.values()];
}
