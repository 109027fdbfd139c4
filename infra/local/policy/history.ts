import { InvalidInput } from '../../../functions/domain/errors.ts';
import { readOptions } from './options.ts';

const usage = 'npm run policy -- history [--function <name>]';
const MOST_LISTED = 100;

/**
 * Lists the published policies, newest first: which one is live, who published each and when, and the first it changed; and of names
 * that came back with another text the cases that were weighed by the one before.
 */
export async function history(args: string[]): Promise<void> {
  const { ask, which } = readOptions(args, usage);
  if (which.length > 0) throw new InvalidInput(usage);
  const { live, versions, others } = await ask.list(MOST_LISTED);
  for (const { number, version, fingerprint, by, at, change, changes = 0 } of versions) {
    const mark = number === live ? '* ' : '  ';
    const who = number === 0 ? 'the policy file it was started or deployed with' : `${at}  ${by}`;
    console.log(`${mark}${number}  ${version} (${fingerprint})  ${who}`);
    if (change) console.log(`     ${change}${changes > 1 ? ` And ${changes - 1} more.` : ''}`);
  }
  for (const { version, fingerprint, cases } of others) {
    console.log(
      `  !  ${version} (${fingerprint})  another text of that name, not kept here; cases weighed by it, of the newest 50: ${cases}`,
    );
  }
  console.log(
    '* is live. What changed between two: npm run policy -- diff 0 1. Back to one: npm run policy -- publish 0',
  );
}
