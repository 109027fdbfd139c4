import { resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { InvalidInput, NothingExported, QueryFailed } from '../../../functions/domain/errors.ts';
import { literal, type Parameters, replaceNames } from '../../../functions/domain/placeholders.ts';
import type { AnswerRow, Queries } from '../../../functions/domain/ports.ts';
import { answer } from './answer.ts';
import { createViews } from './views.ts';

/** More is put aside on disk, so that an analyst's machine stays usable. */
const MEMORY = '1GB';

export interface LocalQueries extends Queries {
  /**
   * The same, with the names of the columns, which an answer without rows has too. It stops at some more than `most` rows, and says
   * whether those are all.
   */
  ask(
    sql: string,
    parameters?: Parameters,
    most?: number,
  ): Promise<{ columns: string[]; rows: AnswerRow[]; isAll: boolean }>;
  close(): void;
}

/**
 * The exported tables in a folder, read with DuckDB. It reads the files below the folder and nothing else: no other file, no network,
 * and it writes nothing. Throws NothingExported where the folder has no cases, and InvalidInput naming a file that is no whole one.
 */
export async function openQueries(folder: string): Promise<LocalQueries> {
  const root = resolve(folder);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run("set TimeZone = 'UTC'");
    await connection.run('set parquet_metadata_cache = true');
    const files = await createViews(connection, root).catch((cause: unknown) => {
      throw new InvalidInput(BROKEN(folder, cause), { cause });
    });
    if (!files.get('cases')) throw new NothingExported(NOTHING(folder));
    await connection.run(`set allowed_directories = [${literal(root)}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
  } catch (error) {
    close();
    throw error;
  }
  const ask: LocalQueries['ask'] = async (sql, parameters = {}, most = Number.POSITIVE_INFINITY) => {
    try {
      return await read(
        connection,
        replaceNames(sql, parameters, (name) => `$${name}`),
        parameters,
        most,
      );
    } catch (error) {
      if (error instanceof QueryFailed) throw error;
      throw new QueryFailed(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
  return { ask, run: async (sql, parameters) => (await ask(sql, parameters)).rows, close };
}

const NOTHING = (folder: string) =>
  `Nothing was exported to ${folder} yet. Start Goodwill (npm start) and write the tables with "npm run export". ` +
  'While npm run demo runs, which keeps its data elsewhere, "npm run export" says where: name that folder with --folder';

/** DuckDB names the file. */
const BROKEN = (folder: string, cause: unknown) =>
  `The export in ${folder} cannot be read: ${cause instanceof Error ? cause.message : cause}. ` +
  'A file may be half written or copied: remove it, and write the export again with "npm run export"';

const READING: ReadonlySet<StatementType> = new Set([StatementType.SELECT, StatementType.EXPLAIN]);

async function read(connection: DuckDBConnection, sql: string, parameters: Parameters, most: number) {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1)
    throw new QueryFailed(
      `one query at a time, and this is ${statements.count}: leave out what follows the semicolon`,
    );
  const prepared = await statements.prepare(0);
  try {
    if (!READING.has(prepared.statementType)) throw new QueryFailed(ONLY_READS);
    for (let index = 1; index <= prepared.parameterCount; index++) {
      const name = prepared.parameterName(index);
      const value = parameters[name];
      if (value === undefined)
        throw new QueryFailed(`the query has a parameter ${name}, for which no value was given`);
      if (typeof value === 'string') prepared.bindVarchar(index, value);
      else prepared.bindDouble(index, value);
    }
    const result = Number.isFinite(most)
      ? await prepared.streamAndReadUntil(most)
      : await prepared.runAndReadAll();
    const columns = result.deduplicatedColumnNames();
    const rows = result.getRows().map((row) => row.map(answer));
    return {
      columns,
      isAll: result.done,
      rows: rows.map(
        (row): AnswerRow => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])),
      ),
    };
  } finally {
    prepared.destroySync();
  }
}

const ONLY_READS =
  'the files are only read here: begin with select, with, from, describe, summarize or explain. For a file of the answer: --csv <file>';
