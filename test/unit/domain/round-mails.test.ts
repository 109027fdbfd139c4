import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../functions/domain/case.ts';
import { evaluate } from '../../../functions/domain/evaluation.ts';
import { factsOf, NOTHING_KNOWN } from '../../../functions/domain/facts.ts';
import { AT, aRequest, given, received } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const rules = { at: AT, policy };
const MANAGER = 'manager@shop.example';
const HEAD = 'head@shop.example';

const evaluated: CaseEvent = {
  type: 'evaluated',
  at: AT,
  evaluation: evaluate(defaultPolicy, factsOf(aRequest(), NOTHING_KNOWN, policy, AT)),
};
const asked = (approvers: string[], level = 0): CaseEvent => ({
  type: 'round-opened',
  at: AT,
  round: level + 1,
  level,
  approvers,
  remindAt: AT,
  deadline: AT,
});
const left = (person: string): CaseEvent => ({
  type: 'approver-left',
  at: AT,
  round: 1,
  person,
  why: 'away',
});
const bounced = (to: string) =>
  ({
    type: 'record-return',
    ...rules,
    mailId: 'report',
    about: 'RX-TEST-0001.approval-request',
    to,
    why: 'bounced',
    believed: true,
  }) as const;
const types = (events: CaseEvent[]) => events.map(({ type }) => type);

describe('a mail to an approver that came back', () => {
  const one = given(received(), evaluated, asked([MANAGER]));

  it('has the next level asked', () => {
    expect(types(one.when(bounced(MANAGER)))).toEqual(['mail-returned', 'approver-left', 'round-opened']);
  });

  it('is noted and moves nothing where anybody can have written the report', () => {
    const [event, ...more] = one.when({ ...bounced(MANAGER), believed: undefined });
    expect(event).toEqual({
      type: 'mail-returned',
      at: AT,
      mailId: 'report',
      about: 'RX-TEST-0001.approval-request',
      to: MANAGER,
      why: 'bounced',
    });
    expect(more).toEqual([]);
  });

  it('moves the round even after such a report, and is noted no more than twice', () => {
    const noted = one.when({ ...bounced(MANAGER), mailId: 'forged', believed: undefined });
    const again = given(received(), evaluated, asked([MANAGER]), ...noted);
    expect(again.when({ ...bounced(MANAGER), mailId: 'forged again', believed: undefined })).toEqual([]);
    const believed = again.when(bounced(MANAGER));
    expect(types(believed)).toEqual(['mail-returned', 'approver-left', 'round-opened']);
    const after = given(received(), evaluated, asked([MANAGER]), ...noted, ...believed);
    expect(after.when({ ...bounced(MANAGER), mailId: 'once more' })).toEqual([]);
  });
});

describe('the last person there is to ask', () => {
  const last = given(received(), evaluated, asked([MANAGER]), left(MANAGER), asked([HEAD], 1));
  const leaves = (why: 'away' | 'conflict') =>
    last.when({ type: 'leave-round', ...rules, round: 2, person: HEAD, why });

  it('stays asked while they are away, or cannot be reached', () => {
    expect(leaves('away')).toEqual([]);
    expect(types(last.when(bounced(HEAD)))).toEqual(['mail-returned']);
  });

  it('is not asked where they must not decide', () => {
    expect(types(leaves('conflict'))).toEqual(['approver-left']);
  });
});
