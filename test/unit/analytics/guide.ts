import { readQuery } from '../../../functions/analytics/queries.ts';
import { readArguments } from '../../../infra/local/analytics/arguments.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { asTable } from '../../../infra/local/analytics/show.ts';

export interface Example {
  /** As it stands in the guide. */
  given: string;
  run(queries: LocalQueries): Promise<string>;
  /** The query itself. */
  sql: string;
  /** The lines that the guide shows of the answer. */
  shown: readonly string[];
}

/** What the guide leaves out of an answer. */
export const CUT = '…';

/** The examples of a guide: queries, and commands that ask one; and what it shows below each. */
export function examplesOf(guide: string): Example[] {
  const examples: Example[] = [];
  for (const [, kind, body = ''] of guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (kind === 'sql') examples.push(example(body.trim(), []));
    if (kind === 'sh')
      examples.push(...commandsOf(body, 'analyze').map((args) => example(args.join(' '), args)));
    const last = examples.at(-1);
    if (kind === 'text' && last && !body.startsWith('select')) last.shown = body.split('\n').slice(0, -1);
  }
  return examples;
}

function example(given: string, args: string[]): Example & { shown: readonly string[] } {
  const { sql, query, period } = args.length > 0 ? readArguments(args) : { ...readArguments([]), sql: given };
  const text = sql ?? (query === undefined ? 'select 1' : readQuery(query).sql);
  return {
    given,
    sql: text,
    run: async (queries) => asTable(await queries.ask(text, period)),
    shown: [],
  };
}

/** The arguments of each `npm run <script> -- ...` in a block of commands. */
export function commandsOf(block: string, script: string): string[][] {
  return block
    .split('\n')
    .filter((line) => line.startsWith(`npm run ${script} -- `))
    .map((line) => {
      const args = line.slice(`npm run ${script} -- `.length).matchAll(/"([^"]*)"|([^\s#]\S*)|#.*/g);
      return [...args].flatMap(([, quoted, plain]) => quoted ?? plain ?? []);
    });
}
