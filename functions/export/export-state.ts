import * as z from 'zod';
import type { Log } from '../domain/ports.ts';
import { Day, Instant } from '../domain/time.ts';
import type { ExportFiles } from './export-files.ts';

const PATH = 'export-state.json';

/** How far the export is. Beside the partitions, so that both are lost or kept together. */
const ExportState = z.object({
  /** The columns and the key that partitions are written with. */
  schemaVersion: z.int(),
  key: z.string(),
  /** Changes from before this instant have been looked for. */
  since: Instant,
  /** Days that are still to be written. */
  pending: z.array(Day),
});
export type ExportState = z.infer<typeof ExportState>;

/** What the last run left; undefined before the first, and where it cannot be read: then everything is written. */
export async function readState(
  files: Pick<ExportFiles, 'readText'>,
  log: Log,
): Promise<ExportState | undefined> {
  const text = await files.readText(PATH);
  if (text === undefined) return undefined;
  try {
    return ExportState.parse(JSON.parse(text));
  } catch (error) {
    log.warn(`${PATH} cannot be read: every day is exported again`, { error: `${error}` });
    return undefined;
  }
}

export function writeState(files: ExportFiles, state: ExportState): Promise<void> {
  return files.writeText(PATH, `${JSON.stringify(state)}\n`);
}
