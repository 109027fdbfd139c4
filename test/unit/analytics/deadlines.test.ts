import { describe, expect, it } from 'vitest';
import { EVER, readQuery } from '../../../functions/analytics/queries.ts';
import type { Case } from '../../../functions/domain/case.ts';
import { type Command, decide } from '../../../functions/domain/decide.ts';
import type { Decision } from '../../../functions/domain/decision.ts';
import { evolve } from '../../../functions/domain/evolve.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { approvalWith } from '../../support/approval.ts';
import { awaiting, caseUnder, DEPUTY, HEAD, inFull, MANAGER, OPENED } from '../../support/sample-cases.ts';
import { openYear } from '../../support/year/queries.ts';

/** What is asked of a case some hours after its mail, by the domain's own rules. */
type Step = (policy: Policy, found: Case) => Command;
const at = (hours: number) => hoursAfter(OPENED, hours);
const answers =
  (hours: number, round: number, by: string, decision: Decision = inFull('kettle')): Step =>
  (policy) => ({ type: 'decide-round', at: at(hours), round, by, decision, policy });
const generously: Decision = { outcome: 'approved', amount: { minor: 12_000, currency: 'USD' } };
const declines =
  (hours: number, round: number, by: string): Step =>
  (policy) => ({
    type: 'decide-round',
    at: at(hours),
    round,
    by,
    decision: { outcome: 'declined', reason: 'It was used.' },
    policy,
  });
const timePasses =
  (hours: number, round: number): Step =>
  (policy) => ({ type: 'pass-deadline', at: at(hours), round, policy });
const handsOver =
  (hours: number): Step =>
  (policy) => ({
    type: 'leave-round',
    at: at(hours),
    round: 1,
    person: MANAGER,
    why: 'handed-over',
    to: HEAD,
    policy,
  });
const writes =
  (hours: number, says?: 'withdraw'): Step =>
  (policy) => ({
    type: 'record-words',
    at: at(hours),
    mailId: `mail-${hours}`,
    from: 'maria@example.com',
    by: 'customer',
    text: '',
    attachments: [],
    says,
    policy,
  });
const weighed =
  (hours: number): Step =>
  (policy) => ({
    type: 'record-evaluation',
    at: at(hours),
    evaluation: awaiting('kettle').evaluation,
    policy,
  });
const told =
  (hours: number): Step =>
  (policy) => ({ type: 'record-told', at: at(hours), policy });
const objects =
  (hours: number): Step =>
  (policy) => ({ type: 'object', at: at(hours), about: 'decision', says: 'Please look again.', policy });

const always = { reminderHours: 24, deadlineHours: 36 };
const plain = approvalWith({ ...always, approvers: [MANAGER] });
const small = approvalWith({ ...always, approvers: [MANAGER], upTo: 100 });
const both = approvalWith({ ...always, answers: 'all' });

/** The deadlines that a case missed, as the query has them; with how many rounds it took. */
async function missedBy(policy: Policy, ...steps: Step[]) {
  const found = steps.reduce<Case>(
    (before, step) => decide(step(policy, before), before).reduce<Case>(evolve, before),
    caseUnder(policy, 'kettle'),
  );
  const star = starOf(found, createPseudonyms('a-key-of-at-least-thirty-two-characters'));
  const queries = await openYear([{ day: OPENED.slice(0, 10), ...star }]);
  const [row] = await queries.run(readQuery('deadlines-missed').sql, EVER);
  queries.close();
  return [star.cases[0]?.rounds, row?.['asked'], row?.['passed_on'], row?.['overdue'], row?.['missed']];
}

describe('a deadline is not missed by an approver', () => {
  it.each<[string, number, Policy, Step[]]>([
    [
      'who recommends in time more than they may approve',
      2,
      small,
      [answers(1, 1, MANAGER, generously), answers(2, 2, HEAD)],
    ],
    [
      'whose colleague answers otherwise in time',
      2,
      both,
      [answers(1, 1, MANAGER), declines(2, 1, DEPUTY), answers(3, 2, HEAD)],
    ],
    ['who hands the case over in time', 2, small, [handsOver(1), answers(2, 2, HEAD)]],
    [
      'whose customer took the request back and up again',
      2,
      plain,
      [writes(1, 'withdraw'), writes(50), weighed(51), answers(52, 2, MANAGER)],
    ],
    [
      'whose decision is looked at again',
      2,
      plain,
      [declines(1, 1, MANAGER), told(2), objects(3), weighed(4), answers(5, 2, HEAD)],
    ],
  ])('%s', async (_, rounds, policy, steps) => {
    expect(await missedBy(policy, ...steps)).toEqual([rounds, 1, 0, 0, 0]);
  });
});

describe('a deadline is missed where it passes', () => {
  it('and the next level is asked', async () => {
    const steps = [timePasses(60, 1), timePasses(100, 1), answers(101, 2, HEAD)];
    expect(await missedBy(plain, ...steps)).toEqual([2, 1, 1, 0, 1]);
  });

  it('also where one of two had answered', async () => {
    const steps = [timePasses(30, 1), answers(31, 1, MANAGER), timePasses(40, 1), answers(41, 2, HEAD)];
    expect(await missedBy(both, ...steps)).toEqual([2, 1, 1, 0, 1]);
  });

  it('and nobody is left to ask', async () => {
    const steps = [timePasses(60, 1), timePasses(100, 1), timePasses(200, 2), timePasses(300, 2)];
    expect((await missedBy(plain, ...steps)).slice(1)).toEqual([1, 1, 1, 1]);
  });
});
