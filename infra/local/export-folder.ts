import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExportFiles } from '../../functions/export/export-files.ts';
import { dayOfPartition } from '../../functions/export/partition.ts';
import { isCode, readIfThere, writeWhole } from './files.ts';

let written = 0;

/** A folder of exported files. */
export function exportFolder(folder: string): ExportFiles {
  return {
    async days() {
      const names = await readdir(join(folder, 'cases')).catch((error: unknown) => {
        if (isCode(error, 'ENOENT')) return [];
        throw error;
      });
      return names.flatMap((name) => dayOfPartition(name) ?? []);
    },

    async digest(path) {
      const hash = createHash('sha256');
      try {
        await pipeline(createReadStream(join(folder, path)), hash);
      } catch (error) {
        if (isCode(error, 'ENOENT')) return undefined;
        throw error;
      }
      return hash.digest('hex');
    },

    async replace(path, file) {
      const place = join(folder, path);
      await mkdir(dirname(place), { recursive: true });
      // Beside its place: what is renamed has to be on the same disk, and the name is one that a start removes.
      const aside = `${place}.${process.pid}.${written++}.part`;
      await copyFile(file, aside);
      const handle = await open(aside, 'r+');
      await handle.sync();
      await handle.close();
      await rename(aside, place);
    },

    readText: async (path) => (await readIfThere(join(folder, path)))?.toString(),
    writeText: (path, text) => writeWhole(join(folder, path), text),
  };
}
