import type { Case } from '../domain/case.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import { hoursAfter } from '../domain/time.ts';
import { isSilent } from '../follow-through/letters-due.ts';

/** No step that works takes so long to write onto its case what it did (hours). */
const STALE_HOURS = 1;
/** Longer than one look and the next are apart, so that one that was missed is made good (hours). */
const LOOKS_BACK_HOURS = 6;

/**
 * Gives another flow to cases that nothing was written onto for an hour although they wait for nobody: whoever changed them died before they
 * could start it, or it ended in a failure. Starting it at one version is starting it once, so a case that goes no further is no loop.
 * Raises the alarm for each.
 */
export async function takeUp({
  cases,
  clock,
  flow,
  log,
  policy,
}: Needs<'cases' | 'clock' | 'flow' | 'log' | 'policy'>): Promise<void> {
  const now = clock.now();
  const since = hoursAfter(now, -STALE_HOURS - LOOKS_BACK_HOURS);
  for await (const found of cases.lastWritten(since, hoursAfter(now, -STALE_HOURS))) {
    if (!isStuck(found, policy.policy)) continue;
    const { id: caseId, version, status } = found;
    try {
      await flow.startAgain(caseId, version);
      log.warn('a case that nothing moved was taken up', { caseId, version, status });
    } catch (error) {
      // The next look tries it again, and the others are looked at now.
      log.error('a case that nothing moves could not start its flow', { caseId, version, status, error });
    }
    log.count('FlowNotWoken');
  }
}

/** Whether a flow has something to do that waits neither for a person nor for a day. */
function isStuck(found: Case, policy: Policy): boolean {
  switch (found.status) {
    case 'received':
    case 'evaluated':
    case 'decided':
      return true;
    case 'closed':
      return isSilent(found, policy);
    case 'awaiting-decision':
    case 'told':
    case 'withdrawn':
      return false;
    default:
      return found satisfies never;
  }
}
