import { InvalidInput } from '../../domain/errors.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import { loadPolicy } from '../load.ts';
import { inOrder, parseYaml } from '../read-yaml.ts';
import { mistakesOf } from './mistakes.ts';
import { type PolicyTrial, tryPolicy } from './try-policy.ts';
import { type Warning, warningsOf } from './warnings.ts';
import { isOpaque, writtenConditions } from './written.ts';

/** What became of checking a policy that can be used. */
export interface Checked {
  compiled: CompiledPolicy;
  /** What is most probably not meant, each with its line. */
  warnings: string[];
  /** What was tried to find that out. */
  tried: string[];
}

/**
 * Checks a policy file as it is checked when it is loaded, and tries it on every combination of facts at which its conditions can
 * turn. Throws InvalidInput with every mistake, conditions and patterns included that a case could stop at: whatever goes live has
 * to pass. What is live already is only loaded.
 */
export function checkPolicy(text: string, fileName: string): Checked {
  const compiled = loadPolicy(text, fileName);
  const { remark } = parseYaml(text, fileName);
  const lines = (warnings: Warning[]) => inOrder(warnings.map(({ path, message }) => remark(path, message)));
  const trial = tryPolicy(compiled);
  const mistakes = lines(mistakesOf(compiled.policy, trial));
  if (mistakes.length > 0) throw new InvalidInput(mistakes.join('\n'));
  return { compiled, warnings: lines(warningsOf(compiled, trial)), tried: describe(compiled, trial) };
}

function describe(compiled: CompiledPolicy, { aspects, tried, all }: PolicyTrial): string[] {
  const count = new Intl.NumberFormat('en').format(tried);
  const facts = aspects.flatMap(({ names, options }) =>
    names.map((name) => {
      const values = [...new Set(options.map((option) => option[name]))];
      return `  ${name}: ${values.map(String).join(', ')}`;
    }),
  );
  const those = all
    ? 'all that the conditions tell apart'
    : 'a fixed, even part of those that the conditions tell apart';
  const opaque = writtenConditions(compiled).filter(({ when }) => isOpaque(when));
  const notJudged = opaque.map(
    ({ when }) => `Not judged, because it asks for more than a list of values: ${when}`,
  );
  return [...notJudged, `Tried on ${count} combinations of these values, ${those}:`, ...facts];
}
