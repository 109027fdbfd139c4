import { userInfo } from 'node:os';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { checkPolicy } from '../../../functions/policy/check/check.ts';
import { findLive, findPolicy } from './find.ts';
import { readOptions } from './options.ts';

const usage =
  'npm run policy -- publish <file, or number of an old one> [--by ana@example.com] [--replaces 3] [--function <name>]';

/**
 * Puts a policy live, and says what it changes of the one that was. Throws InvalidInput for mistakes in it, PublishRefused where
 * another was published since the one it was compared with: the one of `--replaces`, else the one that is live now.
 */
export async function publish(args: string[]): Promise<void> {
  const { ask, which, by = userInfo().username, replaces } = readOptions(args, usage);
  const [one, ...more] = which;
  if (one === undefined || more.length > 0) throw new InvalidInput(`What is to be published? ${usage}`);
  const found = await findPolicy(ask, one);
  // Before it is sent, so that a mistake is named by the file and the line in it.
  const { warnings } = checkPolicy(found.text, found.title);
  const live = await findLive(ask);
  const given = { text: found.text, by, replaces: replaces ?? live.number };
  const { number, version, changes } = await ask.publish(given);
  if (warnings.length > 0) console.log(['Worth a look:', ...warnings, ''].join('\n'));
  console.log([`What it changes of ${live.title}:`, ...changes.map((one) => `- ${one}`)].join('\n'));
  console.log(
    `Policy ${number} (${version}) is live: what is weighed from now on goes by it, everywhere within a minute. ` +
      `Back to the one before: npm run policy -- publish ${live.number}`,
  );
}
