import { InvalidInput } from '../../../functions/domain/errors.ts';
import { readOptions } from './options.ts';

const usage = 'npm run policy -- history [--function <name>]';
const MOST_LISTED = 100;

/** Lists the published policies, newest first: which one is live, who published each and when, and the first it changed. */
export async function history(args: string[]): Promise<void> {
  const { ask, which } = readOptions(args, usage);
  if (which.length > 0) throw new InvalidInput(usage);
  const { live, versions } = await ask.list(MOST_LISTED);
  for (const { number, version, by, at, change, changes = 0 } of versions) {
    const mark = number === live ? '* ' : '  ';
    const who = number === 0 ? 'the policy file it was started or deployed with' : `${at}  ${by}`;
    console.log(`${mark}${number}  ${version}  ${who}`);
    if (change) console.log(`     ${change}${changes > 1 ? ` And ${changes - 1} more.` : ''}`);
  }
  console.log(
    '* is live. What changed between two: npm run policy -- diff 0 1. Back to one: npm run policy -- publish 0',
  );
}
