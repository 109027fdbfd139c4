import * as z from 'zod';
import { InvalidInput, ReviewRefused } from '../domain/errors.ts';
import { replies, takingIn, withPolicy } from '../runtime/services.ts';
import { dismiss, entryOf, release } from './review.ts';

/** How many mails a list has at most, newest first: a Lambda function answers with 6 MB at most. */
const MOST_LISTED = 1_000;

const id = z.string().min(1, 'the id of a mail in the list');
const by = z.string().trim().min(1, 'who decides: a name or an address');
const Request = z.discriminatedUnion('action', [
  z.object({ action: z.literal('list') }),
  z.object({ action: z.literal('release'), id, by }),
  z.object({ action: z.literal('dismiss'), id, by }),
]);

const parts = withPolicy(takingIn, replies);

/**
 * What an operator does with mails in quarantine (docs/runbook.md). A request that cannot be done is answered with `refused`
 * and why; a fault fails the call.
 */
export async function handler(event: unknown): Promise<object> {
  try {
    const request = read(event);
    const services = await parts();
    if (request.action === 'list')
      return { mails: (await services.mails.quarantined(MOST_LISTED)).map(entryOf) };
    const { action, ...verdict } = request;
    return { mail: await (action === 'release' ? release : dismiss)(services, verdict) };
  } catch (error) {
    if (error instanceof InvalidInput || error instanceof ReviewRefused) return { refused: error.message };
    throw error;
  }
}

function read(event: unknown): z.infer<typeof Request> {
  const request = Request.safeParse(event);
  if (request.success) return request.data;
  throw new InvalidInput(
    `Ask with {"action":"list"}, {"action":"release","id":"…","by":"…"} or {"action":"dismiss","id":"…","by":"…"}: ${z.prettifyError(request.error)}`,
    { cause: request.error },
  );
}
