import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { isCode, readIfThere, writeWhole } from './files.ts';

/**
 * Keeps a second copy of the product off a folder: two would carry every case on twice. A lock whose process has died, as
 * after a power cut, is taken over at once. Throws InvalidInput when the folder is in use or cannot be written.
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'running.pid');
  const unusable = (error: unknown) =>
    new InvalidInput(`DATA_DIR: nothing can be written into ${dataDir}: ${error}`, { cause: error });
  const held = await readIfThere(file).catch((error: unknown) => {
    throw unusable(error);
  });
  const holder = Number(held?.toString() ?? 0);
  if (holder !== process.pid && isAlive(holder)) {
    throw new InvalidInput(
      `DATA_DIR: Goodwill is running on ${dataDir} already, as process ${holder}. Stop it, or choose another folder. ` +
        `If process ${holder} is something else, delete ${file}`,
    );
  }
  await writeWhole(file, `${process.pid}`).catch((error: unknown) => {
    throw unusable(error);
  });
  return () => rm(file, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too.
    return isCode(error, 'EPERM');
  }
}
