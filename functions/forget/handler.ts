import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { basics, personalData, records, withPolicy } from '../runtime/services.ts';
import { erasePerson } from './erase-person.ts';
import { forgetOld } from './forget-old.ts';

/** The schedule asks for what is old; an operator asks for one person (docs/runbook.md). */
const Asked = z.discriminatedUnion('what', [
  z.object({ what: z.literal('old') }),
  z.object({
    what: z.literal('person'),
    address: z.email('an email address such as maria@example.com'),
    evenOpen: z.boolean().default(false),
  }),
]);

const services = withPolicy(async () => ({ ...basics(), ...records(), ...personalData() }));

export async function handler(event: unknown) {
  const asked = Asked.safeParse(event);
  if (!asked.success) {
    throw new InvalidInput(`what is to be forgotten is not said right:\n${z.prettifyError(asked.error)}`, {
      cause: asked.error,
    });
  }
  const forgetting = await services();
  return asked.data.what === 'old' ? forgetOld(forgetting) : erasePerson(forgetting, asked.data);
}
