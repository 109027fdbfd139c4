import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../domain/time.ts';
import type { ExportFiles } from './export-files.ts';
import { type ParquetFile, parquetFile } from './parquet.ts';
import type { Star } from './star.ts';
import { type TableName, tables } from './tables/index.ts';

/** Where a partition is: `cases/day=2026-11-02/cases.parquet`. */
export function partitionPath(table: TableName, day: Day): string {
  return `${table}/day=${day}/${table}.parquet`;
}

/** The day that a partition's folder names, or undefined where it is none. */
export function dayOfPartition(folder: string): Day | undefined {
  return /^day=(\d{4}-\d{2}-\d{2})$/.exec(folder)?.[1];
}

/**
 * Writes a day's partition of every table from the rows of its cases, in the order in which they come: the same cases are the same
 * bytes. Rows go to a temporary file as they come, so that memory does not grow with the day; a partition is then replaced as a whole,
 * and one that is the same is left alone. Returns the paths of those that were replaced.
 */
export async function writePartitions(
  files: ExportFiles,
  day: Day,
  stars: AsyncIterable<Star> | Iterable<Star>,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-export-'));
  const drafts = names.map((name) => ({ name, ...openDraft(name, join(folder, name)) }));
  try {
    for await (const star of stars) {
      for (const { name, parquet } of drafts) {
        for (const row of star[name]) parquet.add(row);
      }
    }
    const replaced: string[] = [];
    for (const draft of drafts) {
      const path = partitionPath(draft.name, day);
      const digest = draft.finish();
      if (digest === (await files.digest(path))) continue;
      await files.replace(path, draft.file, digest);
      replaced.push(path);
    }
    return replaced;
  } finally {
    for (const { close } of drafts) close();
    await rm(folder, { recursive: true });
  }
}

const names = Object.keys(tables) as TableName[];

interface Draft {
  file: string;
  parquet: ParquetFile;
  /** Writes what is left; returns the SHA-256 of the file. */
  finish(): string;
  close(): void;
}

function openDraft(name: TableName, file: string): Draft {
  const hash = createHash('sha256');
  const handle = openSync(file, 'w', 0o600);
  const parquet = parquetFile(tables[name], (bytes) => {
    hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  });
  return {
    file,
    parquet,
    finish() {
      parquet.finish();
      return hash.digest('hex');
    },
    close: () => closeSync(handle),
  };
}
