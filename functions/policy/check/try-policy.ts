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
  /** The combinations that were tried, each an option of each aspect; the array is used again for the next. */
  combinations(): Iterable<readonly number[]>;
  /** For each aspect the option that stands for each option: the first of those between which no condition tells a difference. */
  standsFor: ReadonlyArray<readonly number[]>;
  /** What the facts of a combination come to. */
  weigh(chosen: readonly number[]): Outcome;
}

/** What a combination comes to: the factors that spoke, the routes whose condition holds, and the one that is taken, by index. */
export interface Outcome {
  spoke: readonly boolean[];
  score: number;
  holding: readonly boolean[];
  taken: number;
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
  const standsFor = aspects.map(({ options }, index) => alike(options, index, [...factors, ...routes]));
  const distinct = standsFor.map((options) => [...new Set(options)]);
  const sizes = distinct.map((options) => options.length);

  function* combinations() {
    const chosen = aspects.map(() => 0);
    for (const choice of choices(sizes, MOST_OF_POLICY)) {
      for (const [at, option] of choice.entries()) chosen[at] = distinct[at]?.[option] ?? 0;
      yield chosen;
    }
  }
  const weigh = (chosen: readonly number[]): Outcome => {
    const facts = once(() =>
      toFacts(together(aspects.map(({ options }, at) => options[chosen[at] ?? 0] ?? {}))),
    );
    const spoke = factors.map((factor) => factor.holds(chosen, facts));
    const score = scoreOf(compiled.factors.map(({ weight }, index) => (spoke[index] ? weight : 0)));
    const holding = routes.map((route) => route.holds(chosen, facts));
    return { spoke, score, holding, taken: takenAt(compiled, holding, score) };
  };

  let tried = 0;
  for (const chosen of combinations()) {
    tried++;
    const { score, holding, taken } = weigh(chosen);
    for (const [index, trial] of routes.entries()) {
      if (!holding[index]) continue;
      trial.highest = Math.max(trial.highest, score);
      if (index === taken) trial.taken++;
      else if (index > taken && score >= (compiled.routes[index]?.scoreAtLeast ?? 0))
        trial.lostTo.set(taken, (trial.lostTo.get(taken) ?? 0) + 1);
    }
  }
  const all = ways(sizes) <= MOST_OF_POLICY;
  return { aspects, factors, routes, tried, all, combinations, standsFor, weigh };
}

/** The first route whose condition holds and that takes a score, by index. */
export function takenAt({ routes }: CompiledPolicy, holding: readonly boolean[], score: number): number {
  return routes.findIndex(({ scoreAtLeast }, index) => holding[index] && score >= scoreAtLeast);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Options by index, each as the first between which and it no condition tells a difference: what holds of it holds of the others. */
function alike(options: readonly Option[], aspect: number, trials: readonly ConditionTrial[]): number[] {
  const touching = trials.filter(({ over }) => over.includes(aspect));
  if (touching.some(({ all }) => !all)) return [...options.keys()];
  const seen = new Map<string, number>();
  return [...options.keys()].map((option) => {
    const seenAs = touching.map((trial) => trial.with(aspect, option)).join('|');
    const first = seen.get(seenAs) ?? option;
    seen.set(seenAs, first);
    return first;
  });
}
