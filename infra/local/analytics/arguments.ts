import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { EVER, type Period } from '../../../functions/analytics/queries.ts';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { Language, languages } from '../../../functions/domain/language.ts';
import { Day, dayAfter } from '../../../functions/domain/time.ts';

const USAGE = `How to ask:
  npm run analyze                                     an interactive prompt
  npm run analyze -- "select count(*) from cases"     one query
  npm run analyze -- --query precedent-creep          one of the questions that come with Goodwill; a wrong name lists them
With a query:
  --since 2026-01-01  --until 2026-01-31              cases opened from a day on and to another, both in it, in UTC
  --csv answer.csv [--bom] [--language pt-BR]         the answer as a file for spreadsheets, with semicolons and decimal commas in pt-BR
  --json                                              the answer as JSON
  --folder <folder>                                   where "npm run export" wrote to, if not to the data folder`;

/** What `npm run analyze` was told. */
export interface Asked {
  /** In SQL; undefined for one of the questions, or for the prompt. */
  sql: string | undefined;
  query: string | undefined;
  period: Period;
  csv: string | undefined;
  bom: boolean;
  language: Language | undefined;
  json: boolean;
  folder: string | undefined;
}

/** Throws InvalidInput with what is wrong, and the usage. */
export function readArguments(args: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        query: { type: 'string' },
        since: { type: 'string', default: EVER.since },
        until: { type: 'string' },
        csv: { type: 'string' },
        bom: { type: 'boolean', default: false },
        language: { type: 'string' },
        json: { type: 'boolean', default: false },
        folder: { type: 'string' },
      },
    });
    const { query, csv, bom, json, folder } = values;
    const sql = positionals.length > 0 ? positionals.join(' ') : undefined;
    if (sql !== undefined && query !== undefined) throw new Error('a query in SQL, or --query, not both');
    if (csv === undefined && (bom || values.language !== undefined))
      throw new Error(`${bom ? '--bom' : '--language'} goes with --csv <file>`);
    const language = Language.optional().safeParse(values.language).data;
    if (language !== values.language) throw new Error(`--language is one of ${languages.join(', ')}`);
    if (json && csv !== undefined) throw new Error('--json, or --csv <file>, not both');
    if (sql === undefined && query === undefined && (csv !== undefined || json))
      throw new Error('--csv and --json go with a query');
    // The last day is in it on a command line; in SQL `:until` is the first that is not.
    const until = values.until === undefined ? EVER.until : dayAfter(day('--until', values.until), 1);
    const period = { since: day('--since', values.since), until };
    return { sql, query, period, csv, bom, language, json, folder };
  } catch (error) {
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, { cause: error });
  }
}

function day(option: string, text: string): z.infer<typeof Day> {
  const read = Day.safeParse(text);
  if (!read.success) throw new Error(`${option} ${text}: a day such as 2026-01-31`);
  return read.data;
}
