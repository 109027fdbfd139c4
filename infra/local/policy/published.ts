import { GoodwillError } from '../../../functions/domain/errors.ts';
import type { CompiledPolicy } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import type { Ask } from './ask.ts';

/** How many published policies are read, the newest: each is a request of its own. */
const MOST_READ = 200;

/** The policies that cases may have been weighed by. */
interface Known {
  all: CompiledPolicy[];
  weighedBy(version: string, fingerprint: string): CompiledPolicy | undefined;
  /** Why there are none of those published, where nobody answers. */
  noHistory?: string | undefined;
}

/** These policies, and those that were published, where somebody answers. What today's code cannot read is left out. */
export async function knownPolicies(ask: Ask, given: readonly CompiledPolicy[]): Promise<Known> {
  const all = [...given];
  let noHistory: string | undefined;
  try {
    const { versions } = await ask.list(MOST_READ);
    for (const { number } of versions) {
      const { text } = await ask.read(number);
      try {
        all.push(loadPolicy(text, `policy ${number}`));
      } catch (error) {
        if (!(error instanceof GoodwillError)) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof GoodwillError)) throw error;
    noHistory = error.message;
  }
  const known = new Map(all.map((one) => [key(one.policy.version, one.fingerprint), one]));
  return { all, weighedBy: (version, fingerprint) => known.get(key(version, fingerprint)), noHistory };
}

const key = (version: string, fingerprint: string) => `${fingerprint} ${version}`;
