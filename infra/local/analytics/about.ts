import { queryNames, readQuery } from '../../../functions/analytics/queries.ts';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { tables } from '../../../functions/export/tables/index.ts';

/** The tables, or the columns of one of them. Throws InvalidInput where there is none of that name. */
export function aboutTables(name: string): string {
  const all = Object.values(tables);
  if (!name) {
    const lines = all.map(
      (table) => `${table.name.padEnd(8)}  ${table.columns.length + 1} columns. ${table.says}`,
    );
    return [...lines, 'The columns of one: .tables cases'].join('\n');
  }
  const found = all.find((table) => table.name === name);
  if (!found)
    throw new InvalidInput(`there is no table ${name}. There are: ${Object.keys(tables).join(', ')}`);
  const columns = [...found.columns, DAY];
  const longest = Math.max(...columns.map((column) => column.name.length));
  return columns
    .map(({ name: column, type, says }) => `${column.padEnd(longest)}  ${type.padEnd(7)}  ${says}`)
    .join('\n');
}

const DAY = {
  name: 'day',
  type: 'day',
  says: 'The UTC day on which the case was opened: the partition, the same in every table.',
};

export function aboutQueries(): string {
  const names = queryNames();
  const longest = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `${name.padEnd(longest)}  ${readQuery(name).question}`);
  return [...lines, `Ask one: .query ${names[0]}`].join('\n');
}

/** What may be completed at the prompt: tables, columns, queries. */
export function knownWords(): string[] {
  const all = Object.values(tables);
  const columns = all.flatMap((table) => table.columns.map(({ name }) => name));
  return [...new Set([...all.map(({ name }) => name), ...columns, 'day', ...queryNames()])];
}
