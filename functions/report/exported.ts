import { ExportIncomplete } from '../domain/errors.ts';
import type { Log } from '../domain/ports.ts';
import type { Instant, Month } from '../domain/time.ts';
import type { ExportFiles } from '../export/export-files.ts';
import { type ExportState, readState } from '../export/export-state.ts';
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
  const lacks = lackingOf(state, month);
  if (lacks) throw new ExportIncomplete(lacks);
  return state.since;
}

/** What an export lacks of a month, as a sentence without a full stop; undefined where it has all of it. */
export function lackingOf({ since, pending }: ExportState, month: Month): string | undefined {
  const end = `${monthAfter(month, 1)}-01`;
  if (since < end) return `the export reaches until ${since}, which is before ${month} was over`;
  const left = pending.filter((day) => day < end);
  return left.length > 0 ? `the export has still to write ${left.slice(0, 5).join(', ')}` : undefined;
}
