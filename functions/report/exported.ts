import { ExportIncomplete } from '../domain/errors.ts';
import type { Log } from '../domain/ports.ts';
import type { Instant, Month } from '../domain/time.ts';
import type { ExportFiles } from '../export/export-files.ts';
import { readState } from '../export/export-state.ts';
import { monthAfter } from './months.ts';

/**
 * Until when the exported tables have what happened, as the export itself says. Throws ExportIncomplete where that is before the month
 * was over, or a day up to its end is still to be written: a report of it would tell of a month that nobody had.
 */
export async function exportedUntil(
  files: Pick<ExportFiles, 'readText'>,
  month: Month,
  log: Log,
): Promise<Instant> {
  const state = await readState(files, log);
  if (!state) throw new ExportIncomplete(`nothing says how far the export is, so ${month} is not told of`);
  const end = `${monthAfter(month, 1)}-01`;
  const pending = state.pending.filter((day) => day < end);
  if (state.since < end)
    throw new ExportIncomplete(`the export reaches until ${state.since}, which is before ${month} was over`);
  if (pending.length > 0)
    throw new ExportIncomplete(`the export has still to write ${pending.slice(0, 5).join(', ')}`);
  return state.since;
}
