import { describe, expect, it } from 'vitest';
import { isSamePerson, mailboxOf } from '../../../functions/domain/address.ts';
import { firstLevelFor, mayDecide, type Staffing, whoIsAsked } from '../../../functions/domain/approvers.ts';
import { mayTakeOver } from '../../../functions/domain/rounds.ts';
import { begin, take } from '../../support/rounds/model.ts';
import { ANA, BEA, CAI, MARIA, shopOf } from '../../support/rounds/shop.ts';

const ANA_TAGGED = 'Ana+private@shop.example';
const AT = '2026-11-03T17:00:00.000Z';
const staffed = (changes: Partial<Staffing> = {}, levels = [{ approvers: [ANA, BEA] }]): Staffing => {
  return { policy: shopOf(levels), absences: [], customer: MARIA, excluded: [], at: AT, ...changes };
};

describe('a person with a tag behind their name', () => {
  it('is the same person', () => {
    expect(isSamePerson(ANA, ANA_TAGGED)).toBe(true);
    expect(isSamePerson('ana+one@shop.example', ANA_TAGGED)).toBe(true);
    expect(isSamePerson('ana@other.example', ANA_TAGGED)).toBe(false);
    expect(['+x@shop.example', 'ana@shop.example'].map(mailboxOf)).toEqual(['+x@shop.example', ANA]);
  });

  it('does not decide on what they ask for themselves, and nobody of their level alone', () => {
    const own = staffed({ customer: ANA_TAGGED }, [{ approvers: [ANA, BEA] }, { approvers: [CAI] }]);
    expect(mayDecide(own, ANA)).toBe(false);
    expect(firstLevelFor(own, undefined)).toBe(1);
  });

  it('does not decide where they, or the policy, named a conflict', () => {
    expect(mayDecide(staffed({ excluded: [ANA] }), ANA_TAGGED)).toBe(false);
    const conflicts = [{ approver: ANA, customers: [MARIA] }];
    const policy = shopOf([{ approvers: [ANA, BEA] }], { conflicts });
    expect(mayDecide(staffed({ policy }), ANA_TAGGED)).toBe(false);
    expect(mayDecide(staffed({ policy, customer: 'maria+2@example.com' }), ANA)).toBe(false);
    expect(mayDecide(staffed({ policy, customer: 'maria+2@example.com' }), BEA)).toBe(true);
  });

  it('is asked once, and is no second person', () => {
    expect(whoIsAsked(staffed({}, [{ approvers: [ANA, ANA_TAGGED] }]), 0).approvers).toEqual([ANA]);
    const world = begin([
      shopOf([{ approvers: [ANA, ANA_TAGGED] }, { approvers: [ANA_TAGGED, CAI] }], { secondAbove: 50 }),
    ]);
    const { after, events } = take(world, { move: 'answer', by: ANA, says: 'full' });
    expect(events).toMatchObject([{ type: 'approver-answered' }, { type: 'round-opened', approvers: [CAI] }]);
    expect(after.found.status).toBe('awaiting-decision');
  });

  it('takes over no case they left', () => {
    const world = begin([shopOf([{ approvers: [ANA, BEA] }])]);
    const { found } = take(world, { move: 'conflict', person: ANA }).after;
    if (found.status !== 'awaiting-decision') throw new Error(`the case is ${found.status}`);
    expect(mayTakeOver(found, ANA_TAGGED, { at: AT, policy: shopOf([{ approvers: [ANA, BEA] }]) })).toBe(
      false,
    );
  });
});
