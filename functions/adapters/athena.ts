import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AthenaClient,
  type ColumnInfo,
  type Datum,
  GetQueryExecutionCommand,
  InvalidRequestException,
  paginateGetQueryResults,
  QueryExecutionState,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { QueryFailed } from '../domain/errors.ts';
import { literal, replaceNames } from '../domain/placeholders.ts';
import type { Answer, AnswerRow, Queries } from '../domain/ports.ts';

export interface AthenaPlace {
  database: string;
  /** It says where answers are kept, and what one query may cost. */
  workgroup: string;
}

/** How long until Athena is asked again how far it is (ms): soon at first, since most queries take a second. */
const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 2_000;
/** A query that takes longer is stopped: no question of ours does, and whoever waits has a limit too. */
const LONGEST_QUERY = 10 * 60_000;
/** Of a query that failed, so much is said. */
const SHOWN = 200;

/** The exported tables where Athena reads them: engine 3, which is Trino. */
export function createAthenaQueries(client: AthenaClient, { database, workgroup }: AthenaPlace): Queries {
  return {
    async run(sql, parameters = {}) {
      // Athena's own parameters are SQL as well, so they would have to be quoted just so, and stand in a WHERE only.
      const text = replaceNames(sql, parameters, (name) => literal(parameters[name] ?? ''));
      const id = await start(client, text, { database, workgroup });
      await finished(client, id, text);
      return fetchAll(client, id);
    },
  };
}

async function start(
  client: AthenaClient,
  sql: string,
  { database, workgroup }: AthenaPlace,
): Promise<string> {
  try {
    const { QueryExecutionId } = await client.send(
      new StartQueryExecutionCommand({
        QueryString: sql,
        QueryExecutionContext: { Database: database },
        WorkGroup: workgroup,
      }),
    );
    return QueryExecutionId ?? '';
  } catch (error) {
    if (error instanceof InvalidRequestException) throw failed(sql, error.message, error);
    throw error;
  }
}

async function finished(client: AthenaClient, id: string, sql: string): Promise<void> {
  const end = Date.now() + LONGEST_QUERY;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const { State, StateChangeReason, AthenaError } = QueryExecution?.Status ?? {};
    if (State === QueryExecutionState.SUCCEEDED) return;
    if (State === QueryExecutionState.FAILED || State === QueryExecutionState.CANCELLED)
      throw failed(sql, StateChangeReason ?? AthenaError?.ErrorMessage ?? `Athena says ${State} and not why`);
    if (Date.now() > end) {
      await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
      throw failed(sql, `it took longer than ${LONGEST_QUERY / 60_000} minutes and was stopped`);
    }
    await sleep(pause);
  }
}

function failed(sql: string, reason: string, cause?: unknown): QueryFailed {
  const shown = sql.length > SHOWN ? `${sql.slice(0, SHOWN)} …` : sql;
  return new QueryFailed(`Athena: ${reason}\nThe query: ${shown}`, { cause });
}

async function fetchAll(client: AthenaClient, id: string): Promise<AnswerRow[]> {
  const rows: AnswerRow[] = [];
  let isFirst = true;
  for await (const { ResultSet } of paginateGetQueryResults({ client }, { QueryExecutionId: id })) {
    const columns = ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
    const found = ResultSet?.Rows ?? [];
    // The first row of all has the columns' names.
    for (const { Data = [] } of isFirst ? found.slice(1) : found) rows.push(rowOf(columns, Data));
    isFirst = false;
  }
  return rows;
}

function rowOf(columns: readonly ColumnInfo[], data: readonly Datum[]): AnswerRow {
  return Object.fromEntries(
    columns.map(({ Name = '', Type = '' }, at) => [Name, answerOf(Type, data[at]?.VarCharValue)]),
  );
}

const NUMBERS: ReadonlySet<string> = new Set([
  'tinyint',
  'smallint',
  'integer',
  'bigint',
  'float',
  'real',
  'double',
  'decimal',
]);

/** Athena gives every value as text, and leaves out what is NULL. An instant has no zone there, as in the files: it is UTC. */
function answerOf(type: string, text: string | undefined): Answer {
  if (text === undefined) return null;
  if (NUMBERS.has(type)) return Number(text);
  if (type === 'boolean') return text === 'true';
  if (type.startsWith('timestamp')) return instantOf(text);
  return text;
}

/** `2026-03-03 10:00:00.000`, in UTC; where a type has a zone, it stands behind it. */
function instantOf(text: string): string {
  const [, day = '', time = '', zone = ''] = /^(\S+) ([\d:.]+) ?(\S*)$/.exec(text) ?? [];
  return new Date(`${day}T${time}${zone.startsWith('+') || zone.startsWith('-') ? zone : 'Z'}`).toISOString();
}
