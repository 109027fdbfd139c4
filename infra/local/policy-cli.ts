import { InvalidInput } from '../../functions/domain/errors.ts';
import { tellMistake } from './mistake.ts';
import { check } from './policy/check.ts';
import { diff } from './policy/diff.ts';
import { draft } from './policy/draft.ts';
import { history } from './policy/history.ts';
import { publish } from './policy/publish.ts';
import { replay } from './policy/replay.ts';
import { schema } from './policy/schema.ts';
import { show } from './policy/show.ts';

/** What `npm run policy -- <command>` can do. A command throws GoodwillError where it cannot, and is then said to have failed. */
const commands: Record<string, { usage: string; run(args: string[]): Promise<void> }> = {
  check: {
    usage: 'check <file>    what is wrong with a policy file, and what in it has no effect',
    run: check,
  },
  publish: {
    usage: 'publish <file>  puts a policy live; an old one by its number: publish 3',
    run: publish,
  },
  history: {
    usage: 'history         which policies were published, when, by whom, and what changed',
    run: history,
  },
  diff: {
    usage: 'diff 3 <file>   what one policy changes of another, in words; each a file, a number or a name',
    run: diff,
  },
  replay: {
    usage: 'replay <file>   what it would change of the decided cases of the export, before it goes live',
    run: replay,
  },
  draft: {
    usage: 'draft           factors for what people decide steadily and the policy does not recommend',
    run: draft,
  },
  show: {
    usage: 'show 3          a policy as it was published; without a number the live one',
    run: show,
  },
  schema: {
    usage: 'schema          writes the JSON Schema that editors check a policy file by',
    run: schema,
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
  tellMistake(error);
}
