import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { checkPolicy } from '../../../functions/policy/check/check.ts';

/** `npm run policy -- check <file>`: what is wrong with a policy file, and what has no effect. Throws InvalidInput for mistakes. */
export async function check([file]: string[]): Promise<void> {
  if (!file) throw new InvalidInput('Which file? npm run policy -- check policy.yaml');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidInput(`${file} cannot be read: is the path right?`, { cause });
  });
  const { compiled, warnings, tried } = checkPolicy(text, file);
  const { version } = compiled.policy;
  console.log(`${file}: policy ${version} has no mistakes${warnings.length > 0 ? '. Worth a look:' : '.'}`);
  for (const line of [...warnings, '', ...tried]) console.log(line);
}
