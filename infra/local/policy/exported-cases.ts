import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { physical } from '../../../functions/export/column-chunk.ts';
import { cases } from '../../../functions/export/tables/cases.ts';
import type { Column } from '../../../functions/export/tables/column.ts';
import type { ReplayRow } from '../../../functions/replay/row.ts';
import { isCode } from '../files.ts';

/** The days on which cases were opened, in UTC, both included. */
export interface Days {
  since?: string | undefined;
  until?: string | undefined;
}

const parsers = { timestampFromMilliseconds: (millis: bigint) => new Date(Number(millis)).toISOString() };

/** A day of the export. */
export interface CaseFile {
  day: string;
  path: string;
}

/** The files of an export's cases, day by day. Throws InvalidInput where there are none, and what to run then. */
export async function caseFiles(folder: string, { since, until }: Days): Promise<CaseFile[]> {
  const names = await readdir(join(folder, 'cases')).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw new InvalidInput(`${folder} cannot be read: ${error}`, { cause: error });
  });
  const days = names.flatMap((name) => DAY.exec(name)?.[1] ?? []).toSorted();
  const [first] = days;
  if (!first)
    throw new InvalidInput(
      `There is no export in ${folder}: it would have cases/day=2026-11-02/cases.parquet and so on. ` +
        'Write one with "npm run export", or name the folder of another: --folder <folder>',
    );
  const wanted = days.filter((day) => (!since || day >= since) && (!until || day <= until));
  if (wanted.length > 0)
    return wanted.map((day) => ({ day, path: join(folder, 'cases', `day=${day}`, 'cases.parquet') }));
  const asked = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(' ');
  throw new InvalidInput(
    `No case of the export in ${folder} was opened ${asked}: it has the days from ${first} to ${days.at(-1)}`,
  );
}

const DAY = /^day=(\d{4}-\d{2}-\d{2})$/;

/**
 * These columns of the cases in these files, a group of rows at a time, so that memory is bounded whatever a day holds. A column that an older version
 * did not write is empty. Throws InvalidInput naming the file that is no such table.
 */
export async function* exportedCases(
  files: readonly CaseFile[],
  wanted: readonly string[],
): AsyncGenerator<ReplayRow[]> {
  const columns = cases.columns.filter(({ name }) => wanted.includes(name));
  for (const { path } of files) {
    const handle = await open(path).catch((cause: unknown) => {
      throw new InvalidInput(`${path} cannot be read: ${cause}`, { cause });
    });
    try {
      yield* rowsOf(path, await bufferOf(handle), columns);
    } finally {
      await handle.close();
    }
  }
}

async function* rowsOf(
  path: string,
  file: AsyncBuffer,
  columns: readonly Column[],
): AsyncGenerator<ReplayRow[]> {
  const broken = (cause: unknown): never => {
    throw new InvalidInput(`${path} cannot be read as Parquet: ${cause}. Write the export again`, { cause });
  };
  const metadata = await parquetMetadataAsync(file).catch(broken);
  const there = new Map(metadata.schema.map(({ name, type }) => [name, type]));
  for (const { name, type, nullable } of columns) {
    const written = there.get(name);
    if (written === undefined ? !nullable : written !== physical[type])
      throw new InvalidInput(
        `${path} is no file of cases: ${name} is ${written ?? 'not there'} and has to be ${physical[type]}`,
      );
  }
  const present = columns.filter(({ name }) => there.has(name));
  const absent = columns.filter(({ name }) => !there.has(name)).map(({ name }) => name);
  const decimals = present.filter(({ type }) => type === 'decimal').map(({ name }) => name);
  const names = present.map(({ name }) => name);
  let rowStart = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(rows);
    const read = { file, metadata, columns: names, rowStart, rowEnd, parsers, compressors };
    const found: Record<string, unknown>[] = await parquetReadObjects(read).catch(broken);
    for (const row of found) {
      for (const name of absent) row[name] = null;
      for (const name of decimals) row[name] = thousandths(row[name]);
    }
    yield found as ReplayRow[];
    rowStart = rowEnd;
  }
}

/** The reader gives decimals in major units. */
function thousandths(amount: unknown): bigint | null {
  return typeof amount === 'number' ? BigInt(Math.round(amount * 1_000)) : null;
}

async function bufferOf(handle: Awaited<ReturnType<typeof open>>): Promise<AsyncBuffer> {
  const { size } = await handle.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new ArrayBuffer(end - start);
      await handle.read(new Uint8Array(bytes), 0, end - start, start);
      return bytes;
    },
  };
}
