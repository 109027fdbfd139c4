import { isUndecided } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';

/** Enough for somebody who sends twenty photos one by one; a loop is faster. */
const MAX_MAILS_AN_HOUR = 25;
/** Nobody waits for this many answers at once; a slow loop that opens a case with every mail does. */
const MAX_OPEN_CASES = 20;

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

/** Whether an address waits for so many answers that it is given no further case; its mail's own does not count. */
export async function asksTooMuch(
  { cases }: Needs<'cases'>,
  address: string,
  mailId: string,
): Promise<string | undefined> {
  const others = (await cases.byCustomer(address)).filter(({ firstMailId }) => firstMailId !== mailId);
  const open = others.filter(isUndecided).length;
  if (open < MAX_OPEN_CASES) return undefined;
  return `too many: ${address} has ${open} open cases, and at most ${MAX_OPEN_CASES} are opened`;
}
