import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';

/** `npm run policy -- check <file>`: says what is wrong with a policy file. Throws InvalidInput for what makes it unusable. */
export async function check([file]: string[]): Promise<void> {
  if (!file) throw new InvalidInput('Which file? npm run policy -- check policy.yaml');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidInput(`${file} cannot be read: is the path right?`, { cause });
  });
  const { policy } = loadPolicy(text, file);
  console.log(`${file}: policy ${policy.version} has no mistakes.`);
}
