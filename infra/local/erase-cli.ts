import { parseArgs } from 'node:util';
import * as z from 'zod';
import { GoodwillError, InvalidInput } from '../../functions/domain/errors.ts';
import { readSettings } from './settings.ts';

const usage = 'npm run erase -- maria@example.com, or with --even-open after the address';
const Answer = z.union([
  z.object({
    cases: z.array(z.string()),
    mails: z.number(),
    orders: z.number(),
    kept: z.array(z.string()),
  }),
  z.object({ error: z.string() }),
]);

/** Asks the running desk: the table is open in one process at a time. */
async function ask(url: string, person: { address: string; evenOpen: boolean }) {
  const response = await fetch(`${url}/erase`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  }).catch((error: unknown) => {
    throw new InvalidInput(
      `Nothing answers at ${url}. Start Goodwill with "npm start", or set WEB_PORT to its port`,
      { cause: error },
    );
  });
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new InvalidInput(`${url} answered ${response.status}; is it Goodwill?`);
  if ('error' in answer.data) throw new InvalidInput(answer.data.error);
  return answer.data;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'even-open': { type: 'boolean', default: false } },
    });
    const [address, ...more] = positionals;
    if (address !== undefined && more.length === 0) return { address, evenOpen: values['even-open'] };
  } catch (error) {
    throw new InvalidInput(`Whose data? ${usage}`, { cause: error });
  }
  throw new InvalidInput(`Whose data? ${usage}`);
}

try {
  const { webPort } = readSettings(process.env);
  const { cases, mails, orders, kept } = await ask(`http://localhost:${webPort}`, readArguments());
  console.log(
    `Erased: ${cases.length} cases (${cases.join(', ') || 'none'}), ${mails} mails, ${orders} orders.`,
  );
  if (kept.length > 0)
    console.log(`Kept, as they opened cases of other customers: mails ${kept.join(', ')}.`);
  console.log('Stop and start Goodwill to clear them from the files of the table as well.');
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
