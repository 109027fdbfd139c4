import { join } from 'node:path';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { readState, writeState } from '../../functions/export/export-state.ts';
import { partitionPath } from '../../functions/export/partition.ts';
import { type TableName, tables } from '../../functions/export/tables/index.ts';
import { exportFolder } from './export-folder.ts';
import { createTerminalLog } from './log.ts';

/**
 * Copies the partitions of one folder into another, each as a whole: a reader finds the old one or the new one. Throws InvalidInput
 * where the other holds days of another shop, or of nobody knows which, before anything is written: those that are the same day would
 * be lost, and all others would count as this shop's.
 */
export async function copyExport(from: string, to: string): Promise<void> {
  const [source, target] = [exportFolder(from), exportFolder(to)];
  const log = createTerminalLog();
  const state = await readState(source, log);
  if (!state) throw new InvalidInput(`${from} does not say whose export it is. Run "npm run export" again`);
  const there = await readState(target, log);
  const isOther = there ? there.key !== state.key : (await target.days()).length > 0;
  if (isOther)
    throw new InvalidInput(
      `${to} holds the export of another shop, or of this one with another key, and the two must not be mixed. ` +
        'Name a folder of its own, or remove what is in that one',
    );
  await writeState(target, state);
  for (const day of await source.days()) {
    for (const name of Object.keys(tables) as TableName[]) {
      const path = partitionPath(name, day);
      const digest = await source.digest(path);
      if (digest !== undefined && digest !== (await target.digest(path)))
        await target.replace(path, join(from, path), digest);
    }
  }
}
