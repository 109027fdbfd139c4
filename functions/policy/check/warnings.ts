import { type FactName, type FactValue, NamedReason } from '../../domain/facts.ts';
import { Wish } from '../../domain/request.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import { contradictions } from './contradictions.ts';
import { fieldWarnings } from './field-warnings.ts';
import type { PolicyTrial } from './try-policy.ts';
import { isOpaque, writtenConditions } from './written.ts';

/** Something that is no mistake and most probably not meant, and where it stands. */
export interface Warning {
  path: PropertyKey[];
  message: string;
}

/** What in a policy has no effect, contradicts itself or is left out, as far as trying it shows. */
export function warningsOf(compiled: CompiledPolicy, trial: PolicyTrial): Warning[] {
  return [
    ...unknownWords(compiled),
    ...idleFactors(compiled, trial),
    ...doubledFactors(compiled, trial),
    ...gaps(compiled, trial),
    ...constantRoutes(compiled, trial),
    ...idleRoutes(compiled, trial),
    ...contradictions(compiled, trial),
    ...fieldWarnings(compiled.policy),
  ];
}

/** A reason or a wish that no request can have: a slip of the pen, most often. */
function unknownWords({ factors, routes }: CompiledPolicy): Warning[] {
  const closed = { 'request.reason': NamedReason.options, 'request.wish': Wish.options } as const;
  const places = [
    ...factors.map(({ compared }, index) => ({ compared, path: ['factors', index, 'when'] })),
    ...routes.map(({ compared }, index) => ({ compared, path: ['routes', index, 'when'] })),
  ];
  return places.flatMap(({ compared, path }) =>
    Object.entries(closed).flatMap(([name, words]) =>
      (compared.get(name as FactName) ?? [])
        .filter((value) => value !== 'unknown' && !words.some((word) => word === value))
        .map((value) => ({
          path,
          message: `"${value}" is no ${name}; there are ${words.join(', ')} and unknown`,
        })),
    ),
  );
}

/** Factors that never speak, or always, or without effect. */
function idleFactors({ policy, factors }: CompiledPolicy, trial: PolicyTrial): Warning[] {
  return factors.flatMap(({ names, weight }, index) => {
    const weightless: Warning[] =
      weight === 0
        ? [{ path: ['factors', index, 'weight'], message: 'weighs 0, so this factor changes no score' }]
        : [];
    return [...weightless, ...idle(index, names)];
  });

  function idle(index: number, names: readonly FactName[]): Warning[] {
    const path = ['factors', index, 'when'];
    const { held, tried, all } = trial.factors[index] ?? { held: 1, tried: 2, all: true };
    if (names.length === 0)
      return [
        { path, message: `asks about no fact and ${held > 0 ? 'always' : 'never'} holds, ${TELLS_NOTHING}` },
      ];
    if (isOpaque(policy.factors[index]?.when ?? '')) return [];
    const among = `${all ? 'all' : 'the'} ${tried} combinations of ${names.join(', ')} that were tried`;
    const so = all ? 'so this factor never speaks' : 'so this factor most probably never speaks';
    if (held === 0) return [{ path, message: `never holds in ${among}, ${so}` }];
    return held < tried ? [] : [{ path, message: `holds in ${among}, ${TELLS_NOTHING}` }];
  }
}

const TELLS_NOTHING = 'so this factor tells no case from another';

/** Factors that speak of the same cases: whoever changes one of them forgets the other. */
function doubledFactors({ policy, factors }: CompiledPolicy, trial: PolicyTrial): Warning[] {
  return factors.flatMap(({ names }, index) => {
    const { held = 0, tried = 0 } = trial.factors[index] ?? {};
    if (names.length === 0 || held === 0 || held === tried) return [];
    const first = factors.findIndex((_, at) => at < index && speaksAlike(at, index));
    if (first < 0) return [];
    const message = `speaks in the same cases as factors[${first}] (${factors[first]?.id}): one factor with both weights says the same`;
    return [{ path: ['factors', index, 'when'], message }];
  });

  function speaksAlike(one: number, other: number): boolean {
    const [first, second] = [trial.factors[one], trial.factors[other]];
    const [when = '', also = ''] = [policy.factors[one]?.when, policy.factors[other]?.when];
    if (when.replace(/\s/g, '') === also.replace(/\s/g, '')) return true;
    const isJudged = first?.all && second?.all && !isOpaque(when) && !isOpaque(also);
    return isJudged === true && first.outcome === second.outcome;
  }
}

/** Routes whose condition asks about nothing: every case comes to the same. */
function constantRoutes({ policy, routes }: CompiledPolicy, trial: PolicyTrial): Warning[] {
  return routes.flatMap(({ names }, index) => {
    if (policy.routes[index]?.when === undefined || names.length > 0) return [];
    const always = (trial.routes[index]?.held ?? 0) > 0;
    const message = `asks about no fact and ${always ? 'always' : 'never'} holds: leave \`when\` out, or the route`;
    return [{ path: ['routes', index, 'when'], message }];
  });
}

/** Numbers between those that factors speak of: after 14 days, and before more than 90. */
function gaps({ factors }: CompiledPolicy, trial: PolicyTrial): Warning[] {
  const names = new Set(factors.flatMap(({ compared }) => [...compared.keys()]));
  return [...names].flatMap((name) => {
    const speaking = factors.flatMap(({ compared }, index) => {
      const result = trial.factors[index];
      const isNumber = compared.get(name)?.some((value) => typeof value === 'number');
      return isNumber && result
        ? [{ index, values: result.holdsWith.get(name) ?? new Set<FactValue>() }]
        : [];
    });
    if (speaking.length < 2) return [];
    return uncovered(valuesOf(name, trial), speaking).map(({ after, before, by }) => ({
      path: ['factors', by, 'when'],
      message: `no factor speaks of ${name} between ${after} and ${before}: other factors do of ${after} and less, and of ${before} and more`,
    }));
  });
}

type Speaking = { index: number; values: ReadonlySet<FactValue> };

function uncovered(values: readonly number[], speaking: readonly Speaking[]) {
  const found: Array<{ after: number; before: number; by: number }> = [];
  let last: { value: number; by: number; isOpen: boolean } | undefined;
  for (const value of values) {
    const by = speaking.find((one) => one.values.has(value));
    if (!by) {
      if (last) last.isOpen = true;
      continue;
    }
    if (last?.isOpen) found.push({ after: last.value, before: value, by: last.by });
    last = { value, by: by.index, isOpen: false };
  }
  return found;
}

function valuesOf(name: FactName, { aspects }: PolicyTrial): number[] {
  const options = aspects.flatMap((aspect) => (aspect.names.includes(name) ? aspect.options : []));
  const values = new Set(
    options.flatMap((option) => (typeof option[name] === 'number' ? [option[name]] : [])),
  );
  return [...values].toSorted((one, other) => one - other);
}

/** Routes that are never taken, and why. */
function idleRoutes(compiled: CompiledPolicy, trial: PolicyTrial): Warning[] {
  const { policy } = compiled;
  const isJudged = !writtenConditions(compiled).some(({ when }) => isOpaque(when));
  return trial.routes.flatMap((result, index) => {
    if (result.taken > 0) return [];
    const rule = policy.routes[index];
    const path = ['routes', index];
    const never = `"${rule?.route}" is never recommended${trial.all ? '' : ' in what was tried'}`;
    if (isJudged && result.held === 0)
      return [{ path: [...path, 'when'], message: `never holds, so ${never}` }];
    const least = rule?.scoreAtLeast;
    const earlier = policy.routes.findIndex(
      (one, at) => at < index && one.when === undefined && isAtMost(one.scoreAtLeast, least),
    );
    if (earlier >= 0) {
      const taking = policy.routes[earlier];
      const from =
        taking?.scoreAtLeast === undefined ? 'every score' : `every score from ${taking.scoreAtLeast}`;
      const message = `${never}: routes[${earlier}] (${taking?.route}) takes ${from} before; thresholds go from high to low`;
      return [{ path, message }];
    }
    if (!isJudged) return [];
    if (least !== undefined && result.highest < least) {
      const message = `${never}: the highest score that comes up where it could be is ${result.highest}`;
      return [{ path: [...path, 'scoreAtLeast'], message }];
    }
    const taken = [...result.lostTo.keys()].toSorted((one, other) => one - other);
    const by = taken.map((at) => `routes[${at}] (${policy.routes[at]?.route})`).join(', ');
    return [{ path, message: `${never}: wherever it fits, one before it is taken: ${by}` }];
  });
}

function isAtMost(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || (other !== undefined && one <= other);
}
