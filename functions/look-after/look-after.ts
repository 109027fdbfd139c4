import { LookAfterInput, LookAfterOutput } from '../../statemachine/steps.ts';
import type { Needs } from '../domain/ports.ts';
import { nextDue } from '../domain/settlement.ts';
import { isSilent } from '../follow-through/letters-due.ts';
import { changeCase } from '../runtime/change-case.ts';
import { countLate } from '../runtime/count-late.ts';
import { secondsToWait } from '../runtime/seconds-to-wait.ts';
import type { Step } from '../runtime/step.ts';

/**
 * What time brings about once a decision was told: reminders, offers that run out, money that is late, which raises the alarm. Says
 * how long to wait for what is due next, that nothing is, or that somebody has to look at the case again.
 */
export const lookAfter: Step<
  typeof LookAfterInput,
  typeof LookAfterOutput,
  Needs<'cases' | 'clock' | 'log' | 'policy'>
> = {
  input: LookAfterInput,
  output: LookAfterOutput,
  async run({ cases, clock, log, policy }, { caseId }) {
    const before = await cases.load(caseId);
    const found = await changeCase(cases, caseId, { type: 'pass-time', at: clock.now() });
    countLate({ log }, before, found);
    // The customer objected: this flow goes on with it. A request that is taken up again has a flow of its own.
    if (found.status === 'received' && found.objection) return { next: 'again', waitSeconds: 1 };
    if (found.status === 'closed' && isSilent(found, policy.policy))
      return { next: 'wait', waitSeconds: SOON };
    const due = found.status === 'told' ? nextDue(found) : undefined;
    if (due === undefined) return { next: 'close', waitSeconds: 1 };
    return { next: 'wait', waitSeconds: secondsToWait(due, clock) };
  },
};

/** The step after this one says what is left to say, and is not waited for longer (s). */
const SOON = 60;
