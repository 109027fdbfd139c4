import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { GoodwillError } from '../../../functions/domain/errors.ts';
import { aboutQueries, aboutTables, knownWords } from './about.ts';

const HELP = `A query ends with a semicolon and may have several lines. Arrow keys bring earlier lines back, the tab key completes names.
  .tables [cases]     the tables, or the columns of one
  .queries            the questions that come with Goodwill
  .query <name>       asks one of them
  .help               this
  .quit               ends (Ctrl+D)`;

export interface Prompt {
  input: Readable;
  output: Writable;
  /** Whether somebody sits there, to be shown where to type. */
  isTerminal: boolean;
  /** The answer to a query, as text. */
  ask(sql: string): Promise<string>;
  askQuery(name: string): Promise<string>;
}

/** Reads queries and commands until there are no more. What is wrong with one is said, and the next is read. */
export async function prompt({ input, output, isTerminal, ask, askQuery }: Prompt): Promise<void> {
  const lines = createInterface({ input, output, terminal: isTerminal, completer: complete, prompt: FIRST });
  const say = (text: string) => output.write(`${text}\n`);
  if (isTerminal)
    say('Ask in SQL. ".help" says what else there is, ".queries" which questions come with Goodwill.');
  let typed = '';
  const show = () => {
    lines.setPrompt(typed ? NEXT : FIRST);
    if (isTerminal) lines.prompt();
  };
  // Ctrl+C drops what is typed, as in a shell: to the end of the line, and all of it away.
  lines.on('SIGINT', () => {
    if (!typed && !lines.line) return lines.close();
    typed = '';
    for (const name of ['e', 'u']) lines.write(null, { ctrl: true, name });
    output.write('\n');
    show();
  });
  show();
  for await (const line of lines) {
    const isCommand = !typed && line.startsWith('.');
    if (isCommand && /^\.(quit|exit)\b/.test(line)) break;
    if (isCommand) await answer(() => command(line, askQuery), say);
    else {
      typed = `${typed}${typed ? '\n' : ''}${line}`.trimStart();
      if (typed.trimEnd().endsWith(';')) {
        const sql = typed;
        typed = '';
        await answer(() => ask(sql), say);
      }
    }
    show();
  }
  if (typed.trim()) await answer(() => ask(typed), say);
  lines.close();
}

const FIRST = 'goodwill> ';
const NEXT = '      ...> ';

async function answer(run: () => Promise<string>, say: (text: string) => void): Promise<void> {
  try {
    say(await run());
  } catch (error) {
    if (!(error instanceof GoodwillError)) throw error;
    say(error.message);
  }
}

async function command(line: string, askQuery: Prompt['askQuery']): Promise<string> {
  const [name = '', argument = ''] = line.trim().split(/\s+/);
  switch (name) {
    case '.tables':
      return aboutTables(argument);
    case '.queries':
      return aboutQueries();
    case '.query':
      return askQuery(argument);
    case '.help':
      return HELP;
    default:
      return `There is no ${name}.\n${HELP}`;
  }
}

const COMMANDS = ['.tables', '.queries', '.query', '.help', '.quit'];

function complete(line: string): [string[], string] {
  const begun = /[.\w-]*$/.exec(line)?.[0] ?? '';
  return [[...COMMANDS, ...knownWords()].filter((word) => begun && word.startsWith(begun)), begun];
}
