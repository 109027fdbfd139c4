import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { PLACEHOLDER } from '../domain/evaluation.ts';
import { factNames } from '../domain/facts.ts';
import { Policy } from '../domain/policy.ts';
import type { CompiledPolicy, Condition } from '../domain/weighing.ts';
import { ALWAYS, compileCondition } from './condition.ts';
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
    factors: policy.factors.map(({ id, weight, says, when }) => ({ id, weight, says, ...compile(when) })),
    routes: policy.routes.map(({ route, when, scoreAtLeast }) => ({
      route,
      scoreAtLeast: scoreAtLeast ?? Number.NEGATIVE_INFINITY,
      ...compile(when),
    })),
  };
}

/** Where conditions and sentences stand, whatever else is wrong with a file. */
const when = z.string().optional().catch(undefined);
const says = z.record(z.string(), z.unknown()).catch({});
const Written = z
  .object({
    factors: z.array(z.object({ when, says }).catch({ says: {} })).catch([]),
    routes: z.array(z.object({ when }).catch({})).catch([]),
  })
  .catch({ factors: [], routes: [] });

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
  for (const [index, { says }] of written.factors.entries()) {
    for (const [language, sentence] of Object.entries(says)) {
      const wrong = typeof sentence === 'string' ? unknownFacts(sentence) : [];
      mistakes.push(...wrong.map((mistake) => remark(['factors', index, 'says', language], mistake)));
    }
  }
  return { compiled, mistakes };
}

const facts: ReadonlySet<string> = new Set(factNames);

function unknownFacts(sentence: string): string[] {
  return [...sentence.matchAll(PLACEHOLDER)]
    .filter(([, group, name]) => !facts.has(`${group}.${name}`))
    .map(([written]) => `${written} is no fact. Facts: ${factNames.join(', ')}`);
}
