import type { Needs } from '../domain/ports.ts';
import { csvHeader, csvLines } from './csv.ts';
import { toParquet } from './parquet.ts';
import { createPseudonyms } from './pseudonym.ts';
import { starOf } from './star.ts';
import type { CaseRow } from './tables/cases.ts';
import { tables } from './tables/index.ts';

/** The files an export consists of, each with its media type. */
export const exportFiles = {
  'cases.parquet': 'application/vnd.apache.parquet',
  'cases.csv': 'text/csv; charset=utf-8',
} as const;
export type ExportFile = keyof typeof exportFiles;

/**
 * Writes every case, oldest first, as one Parquet and one CSV file with the same rows. `write` replaces a file as
 * a whole. `pseudonymKey` (at least 32 random characters) has to stay the same for pseudonyms to stay the same.
 */
export async function exportCases(
  { cases, log }: Needs<'cases' | 'policy' | 'log'>,
  {
    pseudonymKey,
    write,
  }: { pseudonymKey: string; write(name: ExportFile, bytes: Uint8Array): Promise<void> },
): Promise<{ cases: number }> {
  const rows: CaseRow[] = [];
  const pseudonyms = createPseudonyms(pseudonymKey);
  for await (const one of cases.all()) rows.push(...starOf(one, pseudonyms).cases);
  await write('cases.parquet', toParquet(tables.cases, rows));
  const csv = csvHeader(tables.cases) + csvLines(tables.cases, rows);
  await write('cases.csv', new TextEncoder().encode(csv));
  log.info('cases were exported', { cases: rows.length });
  return { cases: rows.length };
}
