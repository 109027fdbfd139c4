import { lastDecided } from '../domain/evolve.ts';
import type { Needs } from '../domain/ports.ts';
import type { Row } from './columns.ts';
import { toCsv } from './csv.ts';
import { toParquet } from './parquet.ts';
import { pseudonym } from './pseudonym.ts';
import { toRow } from './rows.ts';

/** The files an export consists of, each with its media type. */
export const exportFiles = {
  'cases.parquet': 'application/vnd.apache.parquet',
  'cases.csv': 'text/csv; charset=utf-8',
} as const;
export type ExportFile = keyof typeof exportFiles;

/**
 * Writes every decided case, oldest first, as one Parquet and one CSV file with the same rows. `write` replaces a file as
 * a whole. `pseudonymKey` (at least 32 random characters) has to stay the same for pseudonyms to stay the same.
 */
export async function exportCases(
  { cases, policy, log }: Needs<'cases' | 'policy' | 'log'>,
  {
    pseudonymKey,
    write,
  }: { pseudonymKey: string; write(name: ExportFile, bytes: Uint8Array): Promise<void> },
): Promise<{ cases: number }> {
  const rows: Row[] = [];
  for await (const one of cases.all()) {
    const found = lastDecided(one);
    if (!found) continue;
    rows.push(toRow(found, pseudonym(pseudonymKey, found.request.customer.address), policy.policy));
  }
  await write('cases.parquet', toParquet(rows));
  await write('cases.csv', toCsv(rows));
  log.info('decided cases were exported', { cases: rows.length });
  return { cases: rows.length };
}
