import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { PLACEHOLDER } from '../domain/evaluation.ts';
import { factNames } from '../domain/facts.ts';
import { languages } from '../domain/language.ts';
import { Policy } from '../domain/policy.ts';
import type { CompiledPolicy, Condition } from '../domain/weighing.ts';
import { factText } from '../wording/evaluation-facts.ts';
import { ALWAYS, compileCondition } from './condition.ts';
import { fingerprintOf } from './fingerprint.ts';
import { inOrder, parseYaml, type Remark, readShape, type YamlFile } from './read-yaml.ts';

/**
 * Reads, checks and compiles a policy. Conditions are CEL expressions over the facts of domain/facts.ts and nothing else.
 * Throws InvalidInput naming the file, the line, the field and what would be right, for every mistake at once.
 */
export function loadPolicy(text: string, fileName: string): CompiledPolicy {
  const file = parseYaml(text, fileName);
  const { value: policy, mistakes } = readShape(file, Policy);
  const { compiled, mistakes: more } = readConditions(file);
  if (!policy || more.length > 0) throw new InvalidInput(inOrder([...mistakes, ...more]).join('\n'));
  const compile = (when: string | undefined): Condition => compiled.get(when ?? '') ?? ALWAYS;
  return {
    policy,
    fingerprint: fingerprintOf(text),
    factors: policy.factors.map(({ when, ...factor }) => ({ ...factor, ...compile(when) })),
    routes: policy.routes.map(({ route, when, scoreAtLeast }) => ({
      route,
      scoreAtLeast: scoreAtLeast ?? Number.NEGATIVE_INFINITY,
      ...compile(when),
    })),
    inWords: (name, value, language) => factText(name, value, language, policy.shop.currency),
  };
}

/** Where conditions stand, whatever else is wrong with a file. */
const Conditions = z.array(z.object({ when: z.string().optional().catch(undefined) }).catch({})).catch([]);
const Written = z.object({ factors: Conditions, routes: Conditions }).catch({ factors: [], routes: [] });

/** Every condition by its text, and what is wrong with those that are none, and with sentences that name no fact. */
function readConditions({ content, remark }: YamlFile): {
  compiled: Map<string, Condition>;
  mistakes: Remark[];
} {
  const compiled = new Map<string, Condition>();
  const mistakes: Remark[] = [];
  const written = Written.parse(content);
  for (const list of ['factors', 'routes'] as const) {
    for (const [index, { when }] of written[list].entries()) {
      if (!when) continue;
      const condition = compileCondition(when);
      if ('applies' in condition) compiled.set(when, condition);
      else mistakes.push(remark([list, index, 'when'], condition.mistake));
    }
  }
  return {
    compiled,
    mistakes: [...mistakes, ...unfilled(content, []).map(([path, mistake]) => remark(path, mistake))],
  };
}

/** What stands in braces in any sentence of a file and is not filled in: people would read it as it is written. */
function unfilled(
  content: unknown,
  path: readonly PropertyKey[],
): Array<[path: readonly PropertyKey[], mistake: string]> {
  if (typeof content === 'object' && content !== null)
    return Object.entries(content).flatMap(([key, value]) =>
      unfilled(value, [...path, Array.isArray(content) ? Number(key) : key]),
    );
  const isSentence = typeof content === 'string' && languages.some((language) => language === path.at(-1));
  if (!isSentence) return [];
  const isFactor = path[0] === 'factors' && (path[2] === 'says' || path[2] === 'tells');
  return [...content.matchAll(BRACES)].flatMap(([written]): Array<[readonly PropertyKey[], string]> => {
    if (!isFactor)
      return [[path, `${written} is not filled in here: only the sentences of factors show facts`]];
    const mistake = wrongPlaceholder(written);
    return mistake ? [[path, mistake]] : [];
  });
}

const BRACES = /\{[^{}]*\}?/g;
const facts: ReadonlySet<string> = new Set(factNames);

function wrongPlaceholder(written: string): string | undefined {
  const [placeholder, group, name] = new RegExp(`^${PLACEHOLDER.source}$`).exec(written) ?? [];
  if (placeholder && facts.has(`${group}.${name}`)) return undefined;
  const word = /[\w.]+/.exec(written)?.[0] ?? '';
  const meant = factNames.find((fact) => fact === word || fact.endsWith(`.${word}`));
  return meant
    ? `${written} is not filled in: a fact is written {${meant}}`
    : `${written} is no fact. Facts: ${factNames.join(', ')}`;
}
