import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EVER, readQuery } from '../../functions/analytics/queries.ts';
import { QueryFailed } from '../../functions/domain/errors.ts';
import { type Asked, readArguments } from './analytics/arguments.ts';
import { type LocalQueries, openQueries } from './analytics/duckdb.ts';
import { prompt } from './analytics/prompt.ts';
import { type Answered, asCsv, asJson, asTable, MOST_COUNTED, wrapped } from './analytics/show.ts';
import { tellMistake } from './mistake.ts';
import { readSettings } from './settings.ts';

/** An answer is held in memory as a whole before it is written. */
const MOST_WRITTEN = 200_000;

try {
  const asked = readArguments(process.argv.slice(2));
  // A name that is wrong is said before there is anything to query.
  const query = asked.query === undefined ? undefined : readQuery(asked.query);
  const folder = asked.folder ?? join(readSettings(process.env).dataDir, 'export');
  const queries = await openQueries(folder);
  try {
    const sql = asked.sql ?? query?.sql;
    if (sql === undefined) await converse(queries);
    else {
      const isFile = asked.json || asked.csv !== undefined;
      const answered = await queries.ask(sql, asked.period, isFile ? MOST_WRITTEN : MOST_COUNTED);
      if (isFile && !answered.isAll)
        throw new QueryFailed(
          `The answer has more than ${MOST_WRITTEN} rows. Ask for less, or read the files themselves with another tool ` +
            '(docs/analysts.md, "Files for others")',
        );
      await give(answered, asked, query);
    }
  } finally {
    queries.close();
  }
} catch (error) {
  tellMistake(error);
}

async function give(
  answered: Answered,
  { csv, bom, language, json }: Asked,
  query?: ReturnType<typeof readQuery>,
) {
  if (json) return console.log(asJson(answered));
  if (csv !== undefined) {
    await writeFile(csv, asCsv(answered, { bom, language }));
    return console.log(`${csv}: ${answered.rows.length} rows`);
  }
  console.log(withReading(asTable(answered, process.stdout.columns), query));
}

function withReading(table: string, query?: ReturnType<typeof readQuery>): string {
  return query ? `${query.question}\n\n${table}\n\n${wrapped(query.reading)}` : table;
}

function converse(queries: LocalQueries): Promise<void> {
  const width = () => process.stdout.columns;
  return prompt({
    input: process.stdin,
    output: process.stdout,
    isTerminal: process.stdin.isTTY === true,
    ask: async (sql) => asTable(await queries.ask(sql, EVER, MOST_COUNTED), width()),
    async askQuery(name) {
      const query = readQuery(name);
      return withReading(asTable(await queries.ask(query.sql, EVER, MOST_COUNTED), width()), query);
    },
  });
}
