import { describe, expect, it } from 'vitest';
import {
  type Absence,
  absenceOf,
  firstLevelFor,
  levelOf,
  mayDecide,
  type Staffing,
  whoIsAsked,
} from '../../../functions/domain/approvers.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { ANA, BEA, CAI, DAN, MARIA, shopOf } from '../../support/rounds/shop.ts';

const TODAY = '2026-11-03';
const NOON = `${TODAY}T17:00:00.000Z`;

const twoLevels = (approval: Parameters<typeof shopOf>[1] = {}) =>
  shopOf([{ approvers: [ANA, BEA], upTo: 100 }, { approvers: [CAI] }], approval);
const staffed = (policy: Policy, changes: Partial<Staffing> = {}): Staffing => {
  return { policy, absences: [], customer: MARIA, excluded: [], at: NOON, ...changes };
};
const away = (person: string, instead?: string): Absence => {
  return { person, until: TODAY, ...(instead && { instead }) };
};
const planned = (approver: string, from: string, until: string, instead?: string) => {
  return { absences: [{ approver, from, until, ...(instead && { instead }) }] };
};

describe('whom a round asks', () => {
  it('is everybody of the level', () => {
    expect(whoIsAsked(staffed(twoLevels()), 0)).toEqual({
      level: 0,
      limitOf: 0,
      approvers: [ANA, BEA],
      standIns: [],
    });
  });

  it('is each person once, however their address is written', () => {
    const shop = shopOf([{ approvers: [ANA, 'Ana@Shop.example'] }]);
    expect(whoIsAsked(staffed(shop), 0).approvers).toEqual([ANA]);
  });

  it('is the next level where nobody of this one may or can answer', () => {
    const excluded = [ANA, 'BEA@shop.example'];
    expect(whoIsAsked(staffed(twoLevels(), { excluded }), 0)).toMatchObject({ level: 1, approvers: [CAI] });
  });

  it('is the nearest level below, in place of the last and with its own limit, where nobody above is there', () => {
    expect(whoIsAsked(staffed(twoLevels(), { excluded: [CAI] }), 1)).toEqual({
      level: 1,
      limitOf: 0,
      approvers: [ANA, BEA],
      standIns: [
        { person: ANA, for: CAI },
        { person: BEA, for: CAI },
      ],
    });
  });

  it('is nobody below where an amount has to be approved that is above their limit', () => {
    const asked = (minor: number) =>
      whoIsAsked(staffed(twoLevels(), { excluded: [CAI] }), 1, { minor, currency: 'USD' }).approvers;
    expect([asked(10000), asked(10001)]).toEqual([[ANA, BEA], []]);
  });

  it('is nobody, at the last level, where nobody at all may answer', () => {
    const excluded = [ANA, BEA, CAI];
    expect(whoIsAsked(staffed(twoLevels(), { excluded }), 0)).toEqual({
      level: 1,
      limitOf: 1,
      approvers: [],
      standIns: [],
    });
  });
});

describe('who must not decide', () => {
  it('is whoever asks for themselves, however they write their address', () => {
    const customer = 'Ana@Shop.example';
    expect(whoIsAsked(staffed(twoLevels(), { customer }), 0).approvers).toEqual([BEA]);
  });

  it.each([
    ['one customer', MARIA],
    ['everybody of a domain', '*@example.com'],
  ])('is whom the policy keeps from the requests of %s', (_, customers) => {
    const shop = twoLevels({ conflicts: [{ approver: ANA, customers: [customers] }] });
    expect(whoIsAsked(staffed(shop), 0).approvers).toEqual([BEA]);
    expect(whoIsAsked(staffed(shop, { customer: 'joe@other.example' }), 0).approvers).toEqual([ANA, BEA]);
  });

  it('is whoever has left the case, or named this customer as a conflict before', () => {
    const one = staffed(twoLevels(), { excluded: ['Ana@Shop.example'] });
    expect([ANA, BEA].map((person) => mayDecide(one, person))).toEqual([false, true]);
  });

  it('answers for nobody else either', () => {
    const absences = [away(ANA, CAI)];
    const conflicts = [{ approver: CAI, customers: [MARIA] }];
    expect(whoIsAsked(staffed(twoLevels({ conflicts }), { absences }), 0).approvers).toEqual([BEA]);
    const customer = CAI;
    expect(whoIsAsked(staffed(twoLevels(), { absences, customer }), 0).approvers).toEqual([BEA]);
  });
});

describe('somebody who is away', () => {
  it('is not asked, and whoever they named is, on their behalf', () => {
    expect(whoIsAsked(staffed(twoLevels(), { absences: [away(ANA, DAN)] }), 0)).toEqual({
      level: 0,
      limitOf: 0,
      approvers: [DAN, BEA],
      standIns: [{ person: DAN, for: ANA }],
    });
  });

  it('is replaced by nobody where they named nobody, or a colleague who is asked anyhow', () => {
    const alone = { level: 0, limitOf: 0, approvers: [BEA], standIns: [] };
    expect(whoIsAsked(staffed(twoLevels(), { absences: [away(ANA)] }), 0)).toEqual(alone);
    expect(whoIsAsked(staffed(twoLevels(), { absences: [away(ANA, BEA)] }), 0)).toMatchObject({
      approvers: [BEA],
    });
  });

  it('has a stand-in who may be away as well, and have one of their own', () => {
    const absences = [away(ANA, BEA), away(BEA, CAI), away(CAI, DAN)];
    expect(whoIsAsked(staffed(twoLevels(), { absences }), 0)).toEqual({
      level: 0,
      limitOf: 0,
      approvers: [DAN],
      standIns: [{ person: DAN, for: ANA }],
    });
  });

  it('is not waited for where stand-ins name each other in a circle', () => {
    const absences = [away(ANA, BEA), away(BEA, 'Ana@Shop.example')];
    expect(whoIsAsked(staffed(twoLevels(), { absences }), 0)).toMatchObject({ level: 1, approvers: [CAI] });
  });

  it.each([
    ['on the first day', '2026-11-03T05:00:00.000Z', true],
    ['not the minute before, though in London the day has begun', '2026-11-03T04:59:00.000Z', false],
    ['until the last day is over', '2026-11-06T04:59:00.000Z', true],
    ['not after it', '2026-11-06T05:00:00.000Z', false],
  ])('is away in the days of the shop’s own time zone: %s', (_, at, isAway) => {
    const shop = twoLevels(planned(ANA, '2026-11-03', '2026-11-05'));
    expect(absenceOf(staffed(shop, { at }), 'ANA@shop.example') !== undefined).toBe(isAway);
  });

  it('is so by what they said or by what the policy says, whichever covers the day', () => {
    const over = { person: ANA, until: '2026-11-02' };
    const shop = twoLevels(planned(ANA, TODAY, TODAY, DAN));
    expect(whoIsAsked(staffed(shop, { absences: [over] }), 0).approvers).toEqual([DAN, BEA]);
    expect(whoIsAsked(staffed(shop, { absences: [away(ANA, CAI)] }), 0).approvers).toEqual([CAI, BEA]);
  });
});

describe('the level that is asked first', () => {
  const usd = (minor: number) => ({ minor, currency: 'USD' });

  it('is the first whose limit covers the amount', () => {
    expect([10000, 10001].map((minor) => firstLevelFor(staffed(twoLevels()), usd(minor)))).toEqual([0, 1]);
  });

  it.each([
    ['an approver', ANA],
    ['a colleague', 'somebody@shop.example'],
    ['finance', 'finance@shop.example'],
  ])('is the last for what %s asks for themselves', (_, customer) => {
    expect(firstLevelFor(staffed(twoLevels(), { customer }), usd(100))).toBe(1);
  });
});

describe('the level of a round, once the policy has changed', () => {
  const head = { level: 1, levelName: 'Head', limit: undefined };

  it('is found by its name, where another was put before it', () => {
    const shop = shopOf([
      { approvers: [DAN], name: 'Trainee', upTo: 10 },
      { approvers: [ANA], name: 'Head' },
    ]);
    expect(levelOf(shop, { ...head, level: 0 })).toBe(1);
  });

  it('is the first that may approve as much, where the name is gone', () => {
    const shop = shopOf([
      { approvers: [DAN], name: 'Trainee', upTo: 10 },
      { approvers: [ANA], name: 'Clerk', upTo: 200 },
      { approvers: [BEA], name: 'Boss' },
    ]);
    const limit = { minor: 10000, currency: 'USD' };
    expect(levelOf(shop, { level: 0, levelName: 'Manager', limit })).toBe(1);
    expect(levelOf(shop, head)).toBe(2);
  });

  it('is its place for a round of the days before rounds had names, or the last', () => {
    expect(levelOf(twoLevels(), { level: 0 })).toBe(0);
    expect(levelOf(twoLevels(), { level: 5 })).toBe(1);
  });
});
