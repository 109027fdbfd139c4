import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { isCode } from '../../../infra/local/files.ts';

/** Tells a made-up year from everything else that a folder may hold. */
const MARK = 'made-up-year.txt';

/**
 * Empties a folder for a made-up year, or makes it. Throws InvalidInput where it holds something else, an export above all: that is
 * not to be lost, nor to be mixed with made-up cases. `isOwn`: nothing else is ever put there.
 */
export function makePlace(folder: string, { isOwn = false } = {}): void {
  const there = entriesOf(folder);
  if (!isOwn && there.length > 0 && !there.includes(MARK))
    throw new InvalidInput(
      `${folder} holds something else (${there[0]}), which stays as it is. Name a folder that is empty or not there yet`,
    );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), 'The cases here are made up: npm run made-up-year\n');
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw new InvalidInput(`${folder} cannot be read as a folder: ${error}`, { cause: error });
  }
}
