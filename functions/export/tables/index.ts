import { cases } from './cases.ts';
import type { Table } from './column.ts';
import { events } from './events.ts';
import { factors } from './factors.ts';
import { mails } from './mails.ts';

/**
 * The star that analysts query: `cases` in the middle, the others joined to it by `case_id`. Parquet files, the tables of the data
 * catalogue, CSV files and the documentation are made from this list, so that they cannot differ.
 */
export const tables = { cases, factors, events, mails } as const satisfies Record<string, Table>;
export type TableName = keyof typeof tables;
