import { TrinoSQL } from 'dt-sql-parser';

const trino = new TrinoSQL();

/** What Trino's grammar finds wrong in a query: Athena's engine 3 is Trino. */
export function trinoMistakes(sql: string): string[] {
  return trino.validate(sql).map(({ startLine, message }) => `line ${startLine}: ${message}`);
}
