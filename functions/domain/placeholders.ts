/** What may stand for a name in a query's text: `:since`. */
export type Parameters = Readonly<Record<string, string | number>>;

/** Texts, quoted names, comments and casts (`::date`), in which nothing is a name; then a name. */
const PIECES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|::|:([a-z_]\w*)/gi;

/** The query with `write` in place of each `:name` that a parameter was given for, in the order in which they stand. */
export function replaceNames(sql: string, parameters: Parameters, write: (name: string) => string): string {
  return sql.replace(PIECES, (piece: string, name: string | undefined) =>
    name !== undefined && Object.hasOwn(parameters, name) ? write(name) : piece,
  );
}

/** A value as SQL writes it: a text in quotes, with those in it doubled. Throws RangeError for a number that SQL has no word for. */
export function literal(value: string | number): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that a query can have`);
  return String(value);
}
