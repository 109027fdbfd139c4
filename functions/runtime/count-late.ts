import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';

/** Raises the alarm where money was found late between two looks at a case, and each time finance is asked for it again. */
export function countLate({ log }: Needs<'log'>, before: Case, after: Case): void {
  if (timesLate(after) <= timesLate(before)) return;
  log.error('a refund has not been confirmed by the day the customer was told', { caseId: after.id });
  log.count('RefundLate');
}

/** How often finance was asked for money that was late by then. */
function timesLate({ history }: Case): number {
  const late = new Set(history.flatMap((event) => (event.type === 'refund-late' ? [event.refund] : [])));
  return history.filter(
    (event) =>
      event.type === 'refund-late' || (event.type === 'refund-reminder-due' && late.has(event.refund)),
  ).length;
}
