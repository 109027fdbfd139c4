import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import { daysAfter, type Instant } from '../domain/time.ts';
import { type Forgetting, forgetCases, forgetMail } from './forget-cases.ts';

/** Whether nothing is to come of a case. An open one is never forgotten by itself, but for money that nobody ever confirmed. */
export function isOver({ status }: Case): boolean {
  return status === 'closed' || status === 'withdrawn';
}

/**
 * Since when nothing has come of a case: its last event where it is over, the day the money was due where a refund that nobody has
 * confirmed is all it waits for, since reminders of it would keep it for ever. Undefined while it is open.
 */
function overSince(found: Case): Instant | undefined {
  if (isOver(found)) return found.updatedAt;
  if (found.status !== 'told' || !found.isFollowedUp || found.offers?.state === 'open') return undefined;
  return found.refunds
    .map(({ dueBy }) => dueBy)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}

/**
 * Deletes what the policy's retention has run out for: cases that are over, counted from the last that happened to them, and
 * mails that became no part of a case, counted from when they came. Running it again changes nothing.
 */
export async function forgetOld(
  services: Forgetting & Needs<'policy'>,
): Promise<{ cases: number; mails: number }> {
  const { cases, records, clock, log } = services;
  const { closedCaseDays, quarantineDays } = services.policy.policy.retention;
  const now = clock.now();

  const before = Date.parse(daysAfter(now, -closedCaseDays));
  const old: Case[] = [];
  // Oldest first: what was opened since cannot have been over for so long.
  for await (const found of cases.all()) {
    if (Date.parse(found.openedAt) > before) break;
    const since = overSince(found);
    if (since !== undefined && Date.parse(since) <= before) old.push(found);
  }
  await forgetCases(services, old);

  let mails = 0;
  for await (const { id } of records.mailsWithoutCase(daysAfter(now, -quarantineDays))) {
    await forgetMail(services, id);
    mails++;
  }
  log.info('what was kept long enough is gone', { cases: old.length, mails });
  return { cases: old.length, mails };
}
