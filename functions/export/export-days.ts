import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { type Day, hoursAfter, type Instant } from '../domain/time.ts';
import type { ExportFiles } from './export-files.ts';
import { readState, writeState } from './export-state.ts';
import { writePartitions } from './partition.ts';
import { createPseudonyms, keyFingerprint, type Pseudonyms } from './pseudonym.ts';
import { type Star, starOf } from './star.ts';
import { SCHEMA_VERSION } from './tables/version.ts';

/**
 * A change is found this long after it was written, whatever the clocks of two machines say and however long a run takes that began
 * before it: no function runs for more than a quarter of an hour.
 */
const OVERLAP_HOURS = 0.5;

type Parts = Needs<'cases' | 'caseDays' | 'log'>;

export interface Exporting {
  files: ExportFiles;
  /** At least 32 random characters. With another key every pseudonym is another, and everything is written again. */
  pseudonymKey: string;
}

export interface Exported {
  days: number;
  files: number;
  /** Days that are left for the next run. */
  left: number;
}

/**
 * Writes the days of which a case has changed since the last run, all of them at the first, and with new columns or another key. A run
 * that was killed, or stops because `isOver` says so, leaves a list of what is still to do. Two at once write the same: whichever
 * is overtaken, its changes are young enough to be found by the next. `startedAt`: the machine's clock.
 */
export async function exportChanged(
  parts: Parts,
  target: Exporting,
  { startedAt, isOver }: { startedAt: Instant; isOver(): boolean },
): Promise<Exported> {
  const { files } = target;
  const before = await readState(files, parts.log);
  const state = { schemaVersion: SCHEMA_VERSION, key: keyFingerprint(target.pseudonymKey), since: startedAt };
  const isSame = before?.key === state.key && before.schemaVersion === state.schemaVersion;
  const changed = before ? await parts.caseDays.changedSince(hoursAfter(before.since, -OVERLAP_HOURS)) : [];
  const all = isSame ? [] : await everyDay(parts, files);
  const pending = inOrder([...(before?.pending ?? []), ...changed, ...all]);
  const keep = (left: Day[]) => writeState(files, { ...state, pending: left });
  await keep(pending);
  const exported = await writeDays(parts, target, pending, { isOver, keep });
  if (exported.left > 0) parts.log.count('ExportBehind');
  return exported;
}

/** Writes every day there is: of a table that only this process has, where it costs little to look at everything. */
export async function exportAll(
  parts: Parts,
  target: Exporting,
  { startedAt }: { startedAt: Instant },
): Promise<Exported> {
  const exported = await writeDays(parts, target, await everyDay(parts, target.files));
  const key = keyFingerprint(target.pseudonymKey);
  await writeState(target.files, { schemaVersion: SCHEMA_VERSION, key, since: startedAt, pending: [] });
  return exported;
}

async function writeDays(
  { cases, log }: Parts,
  { files, pseudonymKey }: Exporting,
  days: readonly Day[],
  { isOver, keep }: { isOver?(): boolean; keep?(left: Day[]): Promise<void> } = {},
): Promise<Exported> {
  const pseudonyms = createPseudonyms(pseudonymKey);
  const exported = { days: 0, files: 0 };
  for (const day of days) {
    if (isOver?.()) break;
    const replaced = await writePartitions(files, day, stars(cases.openedOn(day), pseudonyms));
    exported.days += 1;
    exported.files += replaced.length;
    await keep?.(days.slice(exported.days));
  }
  const left = days.length - exported.days;
  log.info('cases were exported', { ...exported, left });
  return { ...exported, left };
}

async function* stars(cases: AsyncIterable<Case>, pseudonyms: Pseudonyms): AsyncGenerator<Star> {
  for await (const found of cases) yield starOf(found, pseudonyms);
}

/** The days that have cases, and those that had some when they were last written. */
async function everyDay({ caseDays }: Parts, files: ExportFiles): Promise<Day[]> {
  return inOrder([...(await Array.fromAsync(caseDays.all())), ...(await files.days())]);
}

function inOrder(days: readonly Day[]): Day[] {
  return [...new Set(days)].sort();
}
