import { join, resolve } from 'node:path';
import type { Needs } from '../../functions/domain/ports.ts';
import type { CsvForm } from '../../functions/export/csv.ts';
import { type Exported, exportAll } from '../../functions/export/export-days.ts';
import { writeState } from '../../functions/export/export-state.ts';
import { createPseudonyms, keyFingerprint } from '../../functions/export/pseudonym.ts';
import { csvFile, type FileType, wholeParquetFile } from '../../functions/export/table-file.ts';
import type { TableName } from '../../functions/export/tables/index.ts';
import { SCHEMA_VERSION } from '../../functions/export/tables/version.ts';
import { exportFolder } from './export-folder.ts';

/** What one machine exports: partitions into its data folder, and whole tables to whoever asks. */
export interface LocalExport {
  /** Where the partitions are. */
  folder: string;
  /** Writes the partitions of every day; `folder` is where they are. One run at a time. */
  writeAll(): Promise<Exported & { folder: string }>;
  /** A whole table in one file, piece by piece. */
  file(asked: CsvForm & { table: TableName; type: FileType; bom: boolean }): AsyncIterable<Uint8Array>;
}

/** Where the partitions of a data folder are. */
const exportFolderOf = (dataDir: string) => resolve(join(dataDir, 'export'));

export function createLocalExport(
  services: Needs<'cases' | 'caseDays' | 'clock' | 'log'>,
  { dataDir, pseudonymKey }: { dataDir: string; pseudonymKey: string },
): LocalExport {
  const folder = exportFolderOf(dataDir);
  const target = { files: exportFolder(folder), pseudonymKey };
  const pseudonyms = createPseudonyms(pseudonymKey);
  let last: Promise<unknown> = Promise.resolve();
  return {
    folder,

    async writeAll() {
      const run = last.then(async () => {
        // By the key whoever copies them tells this shop from another, whose days must not get between.
        const state = { schemaVersion: SCHEMA_VERSION, key: keyFingerprint(pseudonymKey), pending: [] };
        await writeState(target.files, { ...state, since: services.clock.now() });
        return exportAll(services, target, { startedAt: new Date().toISOString() });
      });
      last = run.catch(() => {});
      return { ...(await run), folder };
    },

    file: ({ table, type, ...form }) =>
      type === 'csv'
        ? csvFile(services.cases.all(), pseudonyms, { table, ...form })
        : wholeParquetFile(services.cases.all(), pseudonyms, { table }),
  };
}
