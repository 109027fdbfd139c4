import { isBetter } from '../../domain/counterfactuals.ts';
import type { FactName } from '../../domain/facts.ts';
import type { Route } from '../../domain/policy.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import type { Aspect, Option } from './possible-facts.ts';
import { type Outcome, type PolicyTrial, takenAt } from './try-policy.ts';
import type { Warning } from './warnings.ts';

/** The comparisons a policy is given; one page has some thousand, and this many take less than a second. */
const MOST_COMPARED = 30_000;

/**
 * More that speaks for a customer must not lead to less: a higher score, more evidence, fewer days. Where a score does, the others
 * follow from it.
 */
export function contradictions(compiled: CompiledPolicy, trial: PolicyTrial): Warning[] {
  const wrongScores = firstOfEach(byScore(compiled, trial));
  if (wrongScores.length > 0) return wrongScores;
  return firstOfEach([MORE_EVIDENCE, MORE_DAYS].flatMap((direction) => along(compiled, trial, direction)));
}

/** The first at each place: the others say the same of other cases. */
function firstOfEach(found: readonly Warning[]): Warning[] {
  const seen = new Set<string>();
  return found.filter(({ path }) => seen.size < seen.add(path.join()).size);
}

/** Asking is no judgement: it may come before and after any. */
function isWorse({ policy }: CompiledPolicy, one: number, other: number): boolean {
  const [worse, better] = [policy.routes[one]?.route, policy.routes[other]?.route];
  if (!worse || !better || [worse, better].includes('ask-customer')) return false;
  return isBetter(better, worse);
}

function byScore(compiled: CompiledPolicy, trial: PolicyTrial): Warning[] {
  const scores = new Map<string, { holding: readonly boolean[]; scores: Set<number> }>();
  for (const chosen of trial.combinations()) {
    const { holding, score } = trial.weigh(chosen);
    const key = holding.map(Number).join('');
    const there = scores.get(key) ?? { holding, scores: new Set() };
    scores.set(key, { holding, scores: there.scores.add(score) });
  }
  return [...scores.values()].flatMap(({ holding, scores }) => {
    const taken = [...scores]
      .toSorted((one, other) => one - other)
      .map((score) => takenAt(compiled, holding, score))
      .filter((index) => routeAt(compiled, index) !== 'ask-customer');
    return taken.slice(1).flatMap((higher, index) => {
      const lower = taken[index] ?? higher;
      if (!isWorse(compiled, higher, lower)) return [];
      const message =
        `a lower score leads to "${routeAt(compiled, lower)}" and a higher one, by routes[${higher}], ` +
        `only to "${routeAt(compiled, higher)}": the two contradict each other`;
      return [{ path: ['routes', lower], message }];
    });
  });
}

function routeAt({ policy }: CompiledPolicy, index: number): Route | undefined {
  return policy.routes[index]?.route;
}

/** A way in which facts can be more, and whether that is to help or to hurt. */
interface Direction {
  names: readonly FactName[];
  says: string;
  helps: boolean;
}

const MORE_EVIDENCE: Direction = {
  names: ['request.evidence'],
  says: 'more evidence leads to less',
  helps: true,
};
const MORE_DAYS: Direction = {
  names: ['order.daysPastWindow', 'order.daysSinceDelivery', 'order.daysSincePurchase'],
  says: 'more days lead to more',
  helps: false,
};

/** Compares what differs in nothing but one direction. */
function along(compiled: CompiledPolicy, trial: PolicyTrial, direction: Direction): Warning[] {
  const aspect = trial.aspects.findIndex(({ names }) => names.some((name) => direction.names.includes(name)));
  const { [aspect]: facts } = trial.aspects;
  if (!facts) return [];
  const steps = stepsOf(facts, trial.standsFor[aspect] ?? [], direction.names);
  const found: Warning[] = [];
  let left = MOST_COMPARED;
  for (const chosen of trial.combinations()) {
    for (const [less, more] of steps.get(chosen[aspect] ?? 0) ?? []) {
      if (left-- === 0) return found;
      const [before, after] = [less, more].map((option) => {
        const all = chosen.with(aspect, option);
        return { all, ...trial.weigh(all) };
      });
      if (!before || !after) continue;
      const [worse, better] = direction.helps ? [after, before] : [before, after];
      if (isWorse(compiled, worse.taken, better.taken))
        found.push(tell(compiled, trial, direction, { aspect, before, after }));
    }
  }
  return found;
}

/** Two options of an aspect, of which the second is the first with more of a direction, by what stands for the first. */
function stepsOf(
  { names, options }: Aspect,
  standsFor: readonly number[],
  along: readonly FactName[],
): Map<number, Array<[less: number, more: number]>> {
  const moving = along.filter((name) => names.includes(name));
  const [first] = moving;
  const value = (option: number) => (first ? Number(options[option]?.[first]) : 0);
  const lines = Map.groupBy(options.keys(), (option) =>
    JSON.stringify(apartFrom(options[option] ?? {}, moving)),
  );
  const steps = new Map<string, [number, number]>();
  for (const line of lines.values()) {
    const rising = line.toSorted((one, other) => value(one) - value(other));
    for (const [at, less] of rising.entries()) {
      for (const more of rising.slice(at + 1)) {
        const kind = `${standsFor[less]} ${standsFor[more]}`;
        if (standsFor[less] !== standsFor[more] && !steps.has(kind)) steps.set(kind, [less, more]);
      }
    }
  }
  return Map.groupBy(steps.values(), ([less]) => standsFor[less] ?? 0);
}

/** What stays the same in one direction: all other facts, and how far apart the moving ones are. */
function apartFrom(option: Option, moving: readonly FactName[]): unknown[] {
  const [first] = moving;
  const others = Object.entries(option).filter(([name]) => !moving.some((one) => one === name));
  return [...others, ...moving.map((name) => Number(option[name]) - Number(first && option[first]))];
}

interface Compared {
  aspect: number;
  before: Outcome & { all: readonly number[] };
  after: Outcome & { all: readonly number[] };
}

function tell(
  compiled: CompiledPolicy,
  { aspects }: PolicyTrial,
  { names, says, helps }: Direction,
  { before, after, aspect }: Compared,
): Warning {
  const { path, asked } = toBlame(compiled, before, after, helps);
  const values = ({ all }: Compared['before']): Option =>
    Object.assign({}, ...aspects.map(({ options }, at) => options[all[at] ?? 0]));
  const [one, other] = [values(before), values(after)];
  const moved =
    names.find((name) => aspects[aspect]?.names.includes(name) && asked.includes(name)) ??
    names.find((name) => aspects[aspect]?.names.includes(name));
  const where = asked
    .filter((name) => name in one && one[name] === other[name])
    .map((name) => `${name} is ${one[name]}`);
  const leads = (values: Option, { taken }: Outcome) =>
    `${moved} ${moved && values[moved]} leads to "${routeAt(compiled, taken)}"`;
  const message = `${says}: ${leads(one, before)} and ${leads(other, after)}`;
  return { path, message: where.length > 0 ? `${message}, where ${where.join(', ')}` : message };
}

/** The condition that turns the wrong way, and the facts it asks about. */
function toBlame(
  { factors, routes }: CompiledPolicy,
  before: Outcome,
  after: Outcome,
  helps: boolean,
): { path: PropertyKey[]; asked: readonly FactName[] } {
  const factor = factors.findIndex(({ weight }, index) => {
    const change = (Number(after.spoke[index]) - Number(before.spoke[index])) * weight;
    return helps ? change < 0 : change > 0;
  });
  if (factor >= 0) return { path: ['factors', factor, 'when'], asked: factors[factor]?.names ?? [] };
  const route = before.holding[after.taken] ? before.taken : after.taken;
  return { path: ['routes', route], asked: routes[route]?.names ?? [] };
}
