import { Environment } from '@marcbachmann/cel-js';
import { InvalidInput } from '../domain/errors.ts';
import { type CompiledPolicy, PLACEHOLDER } from '../domain/evaluation.ts';
import { type Facts, factTypes } from '../domain/facts.ts';
import { languages } from '../domain/language.ts';
import { Policy } from '../domain/policy.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads, checks and compiles a policy. Conditions are CEL expressions over the facts of domain/facts.ts and nothing else.
 * Throws InvalidInput naming the file, the line, the field and what would be right, for every mistake at once.
 */
export function loadPolicy(text: string, fileName: string): CompiledPolicy {
  const { value: policy, where } = readYaml(text, fileName, Policy);
  const mistakes: string[] = [];
  const compile = (condition: string, path: PropertyKey[]) => {
    const compiled = compileCondition(condition);
    if (typeof compiled === 'function') return compiled;
    mistakes.push(`${where(path)}: ${compiled.mistake}`);
    return () => false;
  };
  const factors = policy.factors.map(({ id, weight, says, when }, index) => {
    for (const language of languages) {
      for (const mistake of unknownFacts(says[language])) {
        mistakes.push(`${where(['factors', index, 'says', language])}: ${mistake}`);
      }
    }
    return { id, weight, says, applies: compile(when, ['factors', index, 'when']) };
  });
  const routes = policy.routes.map(({ route, when, scoreAtLeast }, index) => ({
    route,
    scoreAtLeast: scoreAtLeast ?? Number.NEGATIVE_INFINITY,
    applies: when === undefined ? () => true : compile(when, ['routes', index, 'when']),
  }));
  if (mistakes.length > 0) throw new InvalidInput(mistakes.join('\n'));
  return { policy, factors, routes };
}

const conditions = new Environment();
for (const [name, schema] of Object.entries(factTypes))
  conditions.registerVariable({ name, schema: { ...schema } });

const factNames = Object.entries(factTypes).flatMap(([group, fields]) =>
  Object.keys(fields).map((name) => `${group}.${name}`),
);

function compileCondition(condition: string): ((facts: Facts) => boolean) | { mistake: string } {
  try {
    const expression = conditions.parse(condition);
    const checked = expression.check();
    if (!checked.valid)
      return { mistake: `${firstLine(checked.error?.message)}. Facts: ${factNames.join(', ')}` };
    if (checked.type !== 'bool') {
      return { mistake: `a condition is true or false, but this is a value of type ${checked.type}` };
    }
    return (facts) => expression(toCel(facts)) === true;
  } catch (error) {
    return {
      mistake: `not a CEL condition: ${firstLine(error instanceof Error ? error.message : String(error))}`,
    };
  }
}

/** CEL's int is 64 bits wide, a BigInt here; its double is a number. */
function toCel(facts: Facts): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const [group, fields] of Object.entries(factTypes)) {
    const given: Record<string, unknown> = facts[group as keyof Facts];
    values[group] = Object.fromEntries(
      Object.entries(fields).map(([name, type]) => [
        name,
        type === 'int' ? BigInt(Number(given[name])) : given[name],
      ]),
    );
  }
  return values;
}

function unknownFacts(sentence: string): string[] {
  return [...sentence.matchAll(PLACEHOLDER)]
    .filter(([, group, name]) => !factNames.includes(`${group}.${name}`))
    .map(([written]) => `${written} is no fact. Facts: ${factNames.join(', ')}`);
}

function firstLine(message: string | undefined): string {
  return (message ?? 'it cannot be read').split('\n', 1)[0] ?? '';
}
