import { describe, expect, it } from 'vitest';
import type { Absence } from '../../../functions/domain/approvers.ts';
import { rulesNow } from '../../../functions/runtime/rules.ts';
import { AT } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { ANA, BEA, CAI, DAN, shopOf } from '../../support/rounds/shop.ts';

const until = '2026-11-20';

/** What is read of these absences, for a shop in which Ana alone decides. */
async function read(said: readonly Absence[], { others = [], planned = [] }: Asked = {}): Promise<string[]> {
  const policy = { ...defaultPolicy, policy: shopOf([{ approvers: [ANA] }], { absences: planned }) };
  const of = async (people: readonly string[]) => said.filter(({ person }) => people.includes(person));
  const services = {
    policy,
    absences: { of, put: async () => {}, nameConflict: async () => {}, conflictsWith: async () => [] },
    clock: { now: () => AT, secondsUntil: () => 1 },
  };
  const { at, absences = [] } = await rulesNow(services, others);
  expect(at).toBe(AT);
  return absences.map(({ person }) => person);
}
interface Asked {
  others?: string[];
  planned?: Array<{ approver: string; from: string; until: string; instead: string }>;
}

describe('what a round goes by', () => {
  it('is who of the policy’s approvers is away, who stands in for them, and who for those', async () => {
    const chain = [
      { person: ANA, until, instead: BEA },
      { person: BEA, until, instead: CAI },
      { person: CAI, until },
    ];
    expect(await read([...chain, { person: DAN, until }])).toEqual([ANA, BEA, CAI]);
  });

  it('ends where stand-ins name each other', async () => {
    const circle = [
      { person: ANA, until, instead: BEA },
      { person: BEA, until, instead: ANA },
    ];
    expect(await read(circle)).toEqual([ANA, BEA]);
  });

  it('is whether a stand-in of the policy is away, and whoever is to take a case over', async () => {
    const planned = [{ approver: ANA, from: '2026-11-01', until, instead: CAI }];
    const away = [CAI, DAN].map((person) => ({ person, until }));
    expect(await read(away, { planned })).toEqual([CAI]);
    expect(await read(away, { others: [DAN] })).toEqual([DAN]);
  });
});
