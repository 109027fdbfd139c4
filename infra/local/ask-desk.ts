import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';

/**
 * Asks the running desk: the table is open in one process at a time. Throws InvalidInput where nobody answers, where it is not Goodwill,
 * and with what the desk refuses.
 */
export async function askDesk<T extends z.ZodType>(
  url: string,
  path: string,
  asked: object,
  answers: T,
): Promise<z.output<T>> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  }).catch((error: unknown) => {
    throw new InvalidInput(
      `Nothing answers at ${url}. Start Goodwill with "npm start", or set WEB_PORT to its port`,
      { cause: error },
    );
  });
  const said: unknown = await response.json().catch(() => undefined);
  const refused = z.object({ error: z.string() }).safeParse(said);
  if (refused.success) throw new InvalidInput(refused.data.error);
  const answer = answers.safeParse(said);
  if (!answer.success) throw new InvalidInput(`${url} answered ${response.status}; is it Goodwill?`);
  return answer.data;
}
