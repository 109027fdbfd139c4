import { readdirSync, readFileSync } from 'node:fs';
import { InvalidInput } from '../domain/errors.ts';
import { literal, type Parameters, replaceNames } from '../domain/placeholders.ts';
import type { Day } from '../domain/time.ts';

/** One of the questions in the folder `queries`, as its file has it. */
export interface Query {
  /** The file's name: `precedent-creep`. */
  name: string;
  /** The question, in a sentence. */
  question: string;
  columns: ReadonlyArray<{ name: string; says: string }>;
  reading: string;
  /** The query without what stands above it; `:since` and `:until` are days, the first in it and the first after it. */
  sql: string;
}

/** The time that a query looks at: from a day on, up to another that is not in it. By the day, in UTC, on which cases were opened. */
export interface Period extends Parameters {
  since: Day;
  until: Day;
}

/** All there is. */
export const EVER: Period = { since: '2000-01-01', until: '2100-01-01' };

/** Beside this file, and beside a bundle that has the folder. */
const FOLDER = new URL('./queries/', import.meta.url);

/** The names of the questions, in the order of the alphabet. */
export function queryNames(): string[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  return files.map((file) => file.slice(0, -'.sql'.length)).sort();
}

/** Throws InvalidInput with the names there are where there is none such. */
export function readQuery(name: string): Query {
  if (!queryNames().includes(name))
    throw new InvalidInput(`there is no query "${name}". There are: ${queryNames().join(', ')}`);
  return parseQuery(name, readFileSync(new URL(`${name}.sql`, FOLDER), 'utf8'));
}

/** The text of a file in the folder or below it, by its name there: `report/volumes`, which is part of the monthly report. */
export function queryText(file: string): string {
  return readFileSync(new URL(`${file}.sql`, FOLDER), 'utf8');
}

/** The query with its days written out, for where nothing is passed beside it: the console of Athena. */
export function writtenOut({ question, sql }: Query, period: Period = EVER): string {
  const days: Parameters = period;
  return `-- ${question}\n${replaceNames(sql, days, (name) => literal(days[name] ?? ''))}`;
}

/** Reads a query's file. Throws where it does not begin with the question, its columns, and how to read it. */
export function parseQuery(name: string, text: string): Query {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const head = lines.slice(0, end).map((line) => line.slice('-- '.length));
  const [question, columns, reading] = sections(head);
  if (!question || !columns || !reading)
    throw new Error(`${name}.sql does not begin with a question, "Columns" and "How to read it"`);
  return {
    name,
    question: paragraph(question),
    columns: columns.flatMap((line) => {
      const [, column = '', says = ''] = /^ {2}(\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
      return column.split(', ').map((one) => ({ name: one, says }));
    }),
    reading: paragraph(reading),
    sql: lines.slice(end).join('\n').trim(),
  };
}

const HEADINGS = ['Columns', 'How to read it'];

function sections(head: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of head) {
    if (HEADINGS[parts.length - 1] === line) parts.push([]);
    else if (line.trim()) parts.at(-1)?.push(line);
  }
  return parts;
}

const paragraph = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ');
