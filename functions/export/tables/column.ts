/**
 * How a value is kept. `decimal` has three places, enough for every currency that is paid in; `instant` is UTC, in milliseconds;
 * `text` of a closed set is an enumeration, as its word.
 */
export type ColumnType = 'text' | 'boolean' | 'integer' | 'number' | 'decimal' | 'instant';

export interface Column {
  name: string;
  type: ColumnType;
  /** Whether a row may have no value here. */
  nullable: boolean;
  /** What it means to an analyst. */
  says: string;
}

/** One table of the star: its columns in their order. */
export interface Table {
  name: string;
  /** What one row is. */
  says: string;
  columns: readonly Column[];
}

interface Values {
  text: string;
  boolean: boolean;
  integer: number;
  number: number;
  /** In thousandths. */
  decimal: bigint;
  instant: string;
}

/** A value of a row; null where there is none. */
export type Cell = Values[ColumnType] | null;

/** A row of any table: its cells by the names of the columns. */
export type Row = Readonly<Record<string, Cell>>;

type ValueOf<C extends Column> = Values[C['type']] | (C['nullable'] extends true ? null : never);

/** A row of a table with these columns. */
export type RowOf<T extends { columns: readonly Column[] }> = {
  [C in T['columns'][number] as C['name']]: ValueOf<C>;
};

/** A column that may be empty; `must` makes one that may not. */
export function may<N extends string, T extends ColumnType>(name: N, type: T, says: string) {
  return { name, type, nullable: true, says } as const;
}

export function must<N extends string, T extends ColumnType>(name: N, type: T, says: string) {
  return { name, type, nullable: false, says } as const;
}
