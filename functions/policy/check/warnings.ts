import { isBetter } from '../../domain/counterfactuals.ts';
import { type FactName, type FactValue, NamedReason } from '../../domain/facts.ts';
import type { Policy } from '../../domain/policy.ts';
import { Wish } from '../../domain/request.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import type { ConditionTrial } from './try-condition.ts';
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
    ...gaps(compiled, trial),
    ...idleRoutes(compiled, trial),
    ...contradictions(compiled.policy),
    ...promises(compiled.policy),
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

/** Factors that never speak, or always. */
function idleFactors({ policy, factors }: CompiledPolicy, trial: PolicyTrial): Warning[] {
  return factors.flatMap(({ names }, index) => {
    if (isOpaque(policy.factors[index]?.when ?? '')) return [];
    const { held, tried, all } = trial.factors[index] ?? { held: 1, tried: 2, all: true };
    const path = ['factors', index, 'when'];
    const among = `${all ? 'all' : 'the'} ${tried} combinations of ${names.join(', ')} that were tried`;
    const so = all ? 'so this factor never speaks' : 'so this factor most probably never speaks';
    if (held === 0) return [{ path, message: `never holds in ${among}, ${so}` }];
    if (held < tried) return [];
    const where = names.length > 0 ? `holds in ${among}` : 'asks about nothing and always holds';
    return [{ path, message: `${where}, so this factor tells no case from another` }];
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

/** More that speaks for a customer must not lead to less. */
function contradictions({ routes }: Policy): Warning[] {
  return routes.flatMap(({ route, when }, index) => {
    if (when !== undefined || route === 'ask-customer') return [];
    const worse = routes.findIndex(
      (one, at) =>
        at < index && one.when === undefined && one.route !== 'ask-customer' && isBetter(route, one.route),
    );
    const before = routes[worse];
    if (!before) return [];
    const message = `a lower score leads to "${route}" and a higher one, by routes[${worse}], only to "${before.route}": the two contradict each other`;
    return [{ path: ['routes', index], message }];
  });
}

/** The levels' deadlines, one after the other, are within what the customer is promised. */
function promises({ approval }: Policy): Warning[] {
  const hours = approval.levels.reduce((sum, { deadlineHours }) => sum + deadlineHours, 0);
  if (hours <= approval.answerWithinHours) return [];
  const message = `the customer is promised an answer within ${approval.answerWithinHours} hours, and the levels have ${hours} together`;
  return [{ path: ['approval', 'answerWithinHours'], message }];
}

/** Conditions that cannot be worked out on facts a case can have: evaluating it would stop there. */
export function failures(trial: PolicyTrial): Warning[] {
  const told =
    (list: 'factors' | 'routes') =>
    ({ failed }: ConditionTrial, index: number): Warning[] => {
      if (!failed) return [];
      const facts = Object.entries(failed.facts)
        .map(([name, value]) => `${name} is ${value}`)
        .join(', ');
      const message = `cannot be worked out where ${facts}: ${failed.why}. Rule that out before it, with &&`;
      return [{ path: [list, index, 'when'], message }];
    };
  return [...trial.factors.flatMap(told('factors')), ...trial.routes.flatMap(told('routes'))];
}
