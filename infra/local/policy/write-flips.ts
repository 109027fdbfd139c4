import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import type { Flip } from '../../../functions/replay/flip.ts';

/** Flips are written as they are found, so that none is held in memory; the file has its name once it is whole. */
export function writeFlips(path: string): { add(flip: Flip): void; finish(summary: object): Promise<void> } {
  const part = `${path}.part`;
  const file = open(part, path);
  let before = '{"flips":[\n';
  return {
    add(flip) {
      writeSync(file, `${before}${JSON.stringify(flip)}`);
      before = ',\n';
    },
    async finish(summary) {
      if (before.startsWith('{')) writeSync(file, before);
      writeSync(file, `\n],\n"summary":${JSON.stringify(summary, inMajorUnits, 2)}}\n`);
      closeSync(file);
      renameSync(part, path);
    },
  };
}

function open(part: string, path: string): number {
  try {
    return openSync(part, 'w');
  } catch (cause) {
    throw new InvalidInput(`${path} cannot be written: ${cause}`, { cause });
  }
}

/** Money is in thousandths of the currency while it is added up. */
function inMajorUnits(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) / 1_000 : value;
}
