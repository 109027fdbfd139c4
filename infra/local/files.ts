import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file so that a reader, or a restart after a crash, finds the whole of it or nothing. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await rename(await writeAside(path, content), path);
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

let written = 0;

async function writeAside(path: string, content: string | Uint8Array): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
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
