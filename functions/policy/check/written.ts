import { type FactName, factTypes } from '../../domain/facts.ts';
import type { CompiledPolicy, Condition } from '../../domain/weighing.ts';

/** A condition, compiled and as it is written. */
export interface WrittenCondition extends Pick<Condition, 'names' | 'compared'> {
  when: string;
}

/** Every condition of a policy that is written: those of the factors, then those of the routes. */
export function writtenConditions({ policy, factors, routes }: CompiledPolicy): WrittenCondition[] {
  const compiled = [...factors, ...routes];
  return [...policy.factors, ...policy.routes].flatMap(({ when }, index) => {
    const { names = [], compared = new Map() } = compiled[index] ?? {};
    return when === undefined ? [] : [{ when, names, compared }];
  });
}

const TEXT = /'([^']*)'|"([^"]*)"/g;
const NUMBER = /(?<![\w.])\d+(?:\.\d+)?/g;

/** The texts in a condition. */
export function textsIn({ when }: WrittenCondition): string[] {
  return [...when.matchAll(TEXT)].map(([, single, double]) => single ?? double ?? '');
}

/**
 * Numbers at which a condition that calculates, or compares facts with each other, may turn: those in it, what two of them come to
 * together, and some of every size. None for a condition that compares each fact with a number of its own.
 */
export function reckonedNumbers(condition: WrittenCondition): number[] {
  const bare = condition.when.replace(TEXT, "''");
  const alone = condition.names.some((name) => isNumber(name) && !hasNumber(condition, name));
  if (!alone && !/[*/%+]|[\w)]\s*-\s*[\w(]/.test(bare)) return [];
  const written = [...new Set((bare.match(NUMBER) ?? []).map(Number))].slice(0, MOST_RECKONED);
  const both = written.flatMap((one) =>
    written.flatMap((other) => [
      one * other,
      one + other,
      Math.abs(one - other),
      other === 0 ? 0 : one / other,
    ]),
  );
  return [1, 10, 100, 1_000_000, ...written, ...both].filter(Number.isFinite);
}

/** A condition that reckons with more numbers than this is no longer read by anybody. */
const MOST_RECKONED = 4;

/** Whether a condition asks what no list of values answers: whether a text fits a pattern, or how long it is. */
export function isOpaque(when: string): boolean {
  const called = when.replace(TEXT, "''").match(/[a-zA-Z]\w*(?=\()/g) ?? [];
  return called.some((name) => !TRANSPARENT.has(name));
}

const TRANSPARENT: ReadonlySet<string> = new Set([
  'startsWith',
  'endsWith',
  'contains',
  'double',
  'int',
  'in',
]);

function isNumber(name: FactName): boolean {
  const [group, field] = name.split('.') as [keyof typeof factTypes, string];
  return ['int', 'double'].includes((factTypes[group] as Record<string, string>)[field] ?? '');
}

function hasNumber({ compared }: WrittenCondition, name: FactName): boolean {
  return compared.get(name)?.some((value) => typeof value === 'number') ?? false;
}
