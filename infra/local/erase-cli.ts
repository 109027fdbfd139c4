import { parseArgs } from 'node:util';
import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { askDesk } from './ask-desk.ts';
import { tellMistake } from './mistake.ts';
import { readSettings } from './settings.ts';

const usage = 'npm run erase -- maria@example.com, or with --even-open after the address';
const Answer = z.object({
  cases: z.array(z.string()),
  mails: z.number(),
  orders: z.number(),
  kept: z.array(z.string()),
});

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
  const { cases, mails, orders, kept } = await askDesk(
    `http://localhost:${webPort}`,
    '/erase',
    readArguments(),
    Answer,
  );
  console.log(
    `Erased: ${cases.length} cases (${cases.join(', ') || 'none'}), ${mails} mails, ${orders} orders.`,
  );
  if (kept.length > 0)
    console.log(`Kept, as they opened cases of other customers: mails ${kept.join(', ')}.`);
  console.log('Stop and start Goodwill to clear them from the files of the table as well.');
} catch (error) {
  tellMistake(error);
}
