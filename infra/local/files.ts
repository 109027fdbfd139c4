import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file so that a reader, or a restart after a crash, finds the whole of it or nothing. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await rename(await writeAside(path, content), path);
  await keepNames(dirname(path));
}

/** Writes a file unless it is there; of several writers one wins and none is torn. */
export async function writeOnce(path: string, content: string | Uint8Array): Promise<void> {
  const aside = await writeAside(path, content);
  try {
    await link(aside, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(aside);
  }
  await keepNames(dirname(path));
}

/**
 * Makes a folder, and those above it, where they are not there. Throws at once where that cannot be: Node's recursive mkdir tries
 * for ever in a file system such as /proc, which says that a folder is not there and lets none be made.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isCode(error, 'EEXIST') && (await stat(path)).isDirectory()) return;
    if (!isCode(error, 'ENOENT') || (await isThere(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

/** Removes what writers that were killed left half written, in the folder and in those below it. */
export async function removeParts(folder: string): Promise<void> {
  const left = await readdir(folder, { recursive: true });
  for (const name of left.filter((one) => PART.test(one))) await rm(join(folder, name), { force: true });
}

/** Where there is no such file: under a name that long there cannot be one. */
const isAbsent = (error: unknown) => isCode(error, 'ENOENT') || isCode(error, 'ENAMETOOLONG');

/** The file's content, or undefined where there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

const PART = /\.\d+\.\d+\.part$/;
let written = 0;

/** A new name of a file survives a power cut once its folder is written too. Windows has no such call. */
async function keepNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAside(path: string, content: string | Uint8Array): Promise<string> {
  const made = await mkdir(dirname(path), { recursive: true });
  if (made) await keepNames(dirname(made));
  const aside = `${path}.${process.pid}.${written++}.part`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return aside;
}
