import { InvalidInput } from '../domain/errors.ts';
import { PLACEHOLDER } from '../domain/evaluation.ts';
import { factNames } from '../domain/facts.ts';
import { languages } from '../domain/language.ts';
import { Policy } from '../domain/policy.ts';
import type { CompiledPolicy, Condition } from '../domain/weighing.ts';
import { ALWAYS, compileCondition } from './condition.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads, checks and compiles a policy. Conditions are CEL expressions over the facts of domain/facts.ts and nothing else.
 * Throws InvalidInput naming the file, the line, the field and what would be right, for every mistake at once.
 */
export function loadPolicy(text: string, fileName: string): CompiledPolicy {
  const { value: policy, where } = readYaml(text, fileName, Policy);
  const mistakes: string[] = [];
  const compile = (condition: string, path: PropertyKey[]): Condition => {
    const compiled = compileCondition(condition);
    if ('applies' in compiled) return compiled;
    mistakes.push(`${where(path)}: ${compiled.mistake}`);
    return ALWAYS;
  };
  const factors = policy.factors.map(({ id, weight, says, when }, index) => {
    for (const language of languages) {
      for (const mistake of unknownFacts(says[language])) {
        mistakes.push(`${where(['factors', index, 'says', language])}: ${mistake}`);
      }
    }
    return { id, weight, says, ...compile(when, ['factors', index, 'when']) };
  });
  const routes = policy.routes.map(({ route, when, scoreAtLeast }, index) => ({
    route,
    scoreAtLeast: scoreAtLeast ?? Number.NEGATIVE_INFINITY,
    ...(when === undefined ? ALWAYS : compile(when, ['routes', index, 'when'])),
  }));
  if (mistakes.length > 0) throw new InvalidInput(mistakes.join('\n'));
  return { policy, factors, routes };
}

const facts: ReadonlySet<string> = new Set(factNames);

function unknownFacts(sentence: string): string[] {
  return [...sentence.matchAll(PLACEHOLDER)]
    .filter(([, group, name]) => !facts.has(`${group}.${name}`))
    .map(([written]) => `${written} is no fact. Facts: ${factNames.join(', ')}`);
}
