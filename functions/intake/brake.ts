import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

/** Enough for somebody who sends twenty photos one by one; a loop is faster. */
const MAX_MAILS_AN_HOUR = 25;
const DAY_MS = 86_400_000;
/**
 * Nobody asks for this many exceptions within this time. A slow loop that opens a case with every mail does, and ends: by the
 * time the oldest of them is out of the count, nothing of ours is left for it to answer.
 */
const MAX_CASES = 20;
const WITHIN_DAYS = 30;

/**
 * What is left of loops between machines ends at these two, however fast or slow it goes round and whatever its mails look
 * like. Each gives the reason why a mail is held back, or undefined.
 */

/** Whether an address has written more than a person does. Running it again for the same mail counts it once. */
export async function writesTooMuch(
  { mails, clock }: Needs<'mails' | 'clock'>,
  address: string,
  mailId: string,
): Promise<string | undefined> {
  if ((await mails.countWithinHour(address, mailId, clock.now())) <= MAX_MAILS_AN_HOUR) return undefined;
  return `too many: more than ${MAX_MAILS_AN_HOUR} mails from ${address} within an hour`;
}

/** Whether an address was given so many cases that it gets no further one; its mail's own does not count. */
export function asksTooMuch(
  cases: readonly Case[],
  now: Instant,
  { id, address }: { id: string; address: string },
): string | undefined {
  const since = Date.parse(now) - WITHIN_DAYS * DAY_MS;
  const given = cases.filter(
    ({ firstMailId, openedAt }) => firstMailId !== id && Date.parse(openedAt) > since,
  ).length;
  if (given < MAX_CASES) return undefined;
  return `too many: ${address} has had ${given} cases within ${WITHIN_DAYS} days, and gets at most ${MAX_CASES}`;
}
