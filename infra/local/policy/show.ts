import { InvalidInput } from '../../../functions/domain/errors.ts';
import { findLive, findPolicy } from './find.ts';
import { readOptions } from './options.ts';

const usage = 'npm run --silent policy -- show [number or name] [--function <name>] > policy.yaml';

/** Prints a policy as it was published, comments and all: the live one, to begin a change with, or an old one. */
export async function show(args: string[]): Promise<void> {
  const { ask, which } = readOptions(args, usage);
  const [one, ...more] = which;
  if (more.length > 0) throw new InvalidInput(usage);
  const { text } = one === undefined ? await findLive(ask) : await findPolicy(ask, one);
  process.stdout.write(text);
}
