import { InvalidInput } from '../../../functions/domain/errors.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { differences } from '../../../functions/policy/differences.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { type Found, findLive, findPolicy } from './find.ts';
import { readOptions } from './options.ts';

const usage =
  'npm run policy -- diff [from] <to>, each a file, a number or a name; without "from" the live one';

/** Says in words what one policy changes of another. Throws InvalidInput where there is no such policy. */
export async function diff(args: string[]): Promise<void> {
  const { ask, which } = readOptions(args, usage);
  const [one, other, ...more] = which;
  if (one === undefined || more.length > 0) throw new InvalidInput(usage);
  const after = await findPolicy(ask, other ?? one);
  const before = other === undefined ? await findLive(ask) : await findPolicy(ask, one);
  const changes = differences(read(before), read(after));
  console.log(tellDifferences(before, after, changes));
}

function read({ text, title }: Found): Policy {
  return loadPolicy(text, title).policy;
}

function tellDifferences(before: Found, after: Found, changes: string[]): string {
  if (before.text === after.text) return `${before.title} and ${after.title} are the same.`;
  if (changes.length === 0)
    return `${before.title} and ${after.title} differ in their name, comments or layout only.`;
  return [`What ${after.title} changes of ${before.title}:`, ...changes.map((one) => `- ${one}`)].join('\n');
}
