import * as z from 'zod';
import { FollowThroughInput } from '../../statemachine/steps.ts';
import type { ToldCase } from '../domain/case.ts';
import { MailInFlight, MailRejected } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import { nextDue } from '../domain/settlement.ts';
import { announceRefunds } from '../notify/announce-refunds.ts';
import type { Sending } from '../notify/send-once.ts';
import { sendOrPassOn } from '../notify/send-or-pass-on.ts';
import { changeCase } from '../runtime/change-case.ts';
import { isSooner, secondsToWait } from '../runtime/seconds-to-wait.ts';
import type { Step } from '../runtime/step.ts';
import { wakeToken } from '../runtime/wake-flow.ts';
import { lettersDue } from './letters-due.ts';

const FollowThroughOutput = z.strictObject({});
type Services = Sending & Needs<'tokens' | 'flow' | 'links' | 'refundEvents'>;

/**
 * Keeps the flow's waiting place and tells everybody what they have to hear by now: finance, the customer, whoever decided. Wakes the
 * flow at once where the case has to move sooner than the flow was told to wait, or not at all.
 */
export const followThrough: Step<typeof FollowThroughInput, typeof FollowThroughOutput, Services> = {
  input: FollowThroughInput,
  output: FollowThroughOutput,
  async run(services, { caseId, taskToken, enteredAt, attempt, waitSeconds }) {
    const { cases, clock, tokens } = services;
    await tokens.put(caseId, taskToken, Date.parse(enteredAt) + attempt);
    let found = await cases.load(caseId);
    if (found.status === 'told' || found.status === 'closed') {
      // What an accepted offer pays is asked for here first. A bus that takes no events keeps no letter back, and is tried again.
      const failures: unknown[] = [];
      await announceRefunds(services, found).catch((error: unknown) => failures.push(error));
      await sendAll(services, found);
      if (isFollowUpDue(found, clock.now()))
        found = await changeCase(cases, caseId, { type: 'record-follow-up', at: clock.now() });
      if (failures.length > 0) throw failures[0];
    }
    const due = found.status === 'told' ? nextDue(found) : undefined;
    if (due === undefined || isSooner(secondsToWait(due, clock), waitSeconds))
      await wakeToken(services, taskToken);
    return {};
  },
};

function isFollowUpDue({ followUpAt, isFollowedUp }: ToldCase, now: string): boolean {
  return !isFollowedUp && Date.parse(now) >= Date.parse(followUpAt);
}

/** One letter that cannot be sent keeps no other back; what may still work is tried again. */
async function sendAll(services: Services, found: ToldCase): Promise<void> {
  const failures: unknown[] = [];
  for (const letter of await lettersDue(services, found)) {
    await sendOrPassOn(services, found, letter).catch((error: unknown) => failures.push(error));
  }
  const retried = failures.filter(
    (error) => error instanceof MailInFlight || !(error instanceof MailRejected),
  );
  if (retried.length > 0) throw retried[0];
}
