import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { askDesk } from './ask-desk.ts';
import { tellMistake } from './mistake.ts';
import { readSettings } from './settings.ts';

const Answer = z.object({ address: z.string(), why: z.enum(['bounced', 'complained']), since: z.string() });
const BECAUSE = { bounced: 'mails to it came back', complained: 'a mail to it was called spam' };

try {
  const [address, ...more] = process.argv.slice(2);
  if (address === undefined || more.length > 0)
    throw new InvalidInput('Which address? npm run lift -- maria@example.com');
  const { webPort } = readSettings(process.env);
  const was = await askDesk(`http://localhost:${webPort}`, '/lift', { address }, Answer);
  console.log(
    `Mails are sent to ${was.address} again. They were not since ${was.since.slice(0, 10)}, because ${BECAUSE[was.why]}.`,
  );
} catch (error) {
  tellMistake(error);
}
