import { describe, expect, it } from 'vitest';
import { unknown } from '../../../functions/domain/request.ts';
import { explore } from '../../support/rounds/explore.ts';
import { begin, type Move } from '../../support/rounds/model.ts';
import { ANA, BEA, CAI, DAN, MARIA, shopOf } from '../../support/rounds/shop.ts';

const PEOPLE = [ANA, BEA, CAI];

/** Everything that people, mails and time can do with two levels of three people. */
const moves: Move[] = [
  { move: 'wait' },
  ...PEOPLE.flatMap((by): Move[] => [
    { move: 'answer', by, says: 'full' },
    { move: 'answer', by, says: 'declined' },
    { move: 'ask', by },
    { move: 'conflict', person: by },
    { move: 'bounce', to: by },
  ]),
  { move: 'answer', by: ANA, says: 'part' },
  { move: 'answer', by: ANA, says: 'full', round: 'first' },
  { move: 'hand-over', person: ANA, to: BEA },
  { move: 'hand-over', person: ANA, to: CAI },
  { move: 'hand-over', person: ANA, to: DAN },
  { move: 'hand-over', person: CAI, to: ANA },
  { move: 'away', person: BEA, days: 2 },
  { move: 'away', person: ANA, days: 2, instead: CAI },
  { move: 'write' },
  { move: 'write', says: 'withdraw' },
  { move: 'write', says: 'thanks' },
  { move: 'bounce', to: MARIA },
  { move: 'publish', policy: 1 },
];

describe('every way in which a round can go, with two levels of three people', () => {
  const head = { approvers: [CAI] };
  it.each([
    ['where the first answer decides', shopOf([{ approvers: [ANA, BEA] }, head])],
    [
      'where all of each level have to agree',
      shopOf([
        { approvers: [ANA, BEA], answers: 'all' },
        { approvers: [BEA, CAI], answers: 'all' },
      ]),
    ],
    [
      'where two of the last level have to agree',
      shopOf([{ approvers: [ANA] }, { approvers: [BEA, CAI], answers: 2 }]),
    ],
    [
      'where much takes a second approver',
      shopOf([{ approvers: [ANA, BEA] }, { approvers: [BEA, CAI] }], { secondAbove: 50 }),
    ],
    ['where the first level has a limit', shopOf([{ approvers: [ANA, BEA], upTo: 60 }, head])],
  ])('%s', (_, policy) => {
    const other = shopOf([{ approvers: [BEA] }, { approvers: [ANA, CAI] }]);
    const explored = explore(begin([policy, other], { amount: unknown }), moves, 4);
    // Nine people and outcomes decide at most; a model in which nobody can is none.
    expect(explored.decided).toBeGreaterThan(3);
    expect(explored.worlds).toBeGreaterThan(500);
  });
});
