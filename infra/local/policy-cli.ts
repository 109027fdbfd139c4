import { GoodwillError, InvalidInput } from '../../functions/domain/errors.ts';
import { check } from './policy/check.ts';

/** What `npm run policy -- <command>` can do. A command throws GoodwillError where it cannot, and is then said to have failed. */
const commands: Record<string, { usage: string; run(args: string[]): Promise<void> }> = {
  check: {
    usage: 'check <file>    what is wrong with a policy file, and what in it has no effect',
    run: check,
  },
};

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const usages = Object.values(commands).map(({ usage }) => `  npm run policy -- ${usage}`);
    throw new InvalidInput(['What to do with the policy:', ...usages].join('\n'));
  }
  await command.run(args);
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
