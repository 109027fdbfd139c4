import type { CompiledPolicy } from '../domain/weighing.ts';
import { parseYaml } from '../policy/read-yaml.ts';

/** Where a policy's factors and routes stand in its file. */
export interface PolicyLines {
  /** The line of a factor, from 1; undefined where the policy has none of that id. */
  factor(id: string): number | undefined;
  route(index: number): number | undefined;
}

export function linesOf(text: string, { factors }: CompiledPolicy): PolicyLines {
  const { remark } = parseYaml(text, '');
  const at = new Map(factors.map(({ id }, index) => [id, remark(['factors', index], '').line]));
  return { factor: (id) => at.get(id), route: (index) => remark(['routes', index], '').line };
}
