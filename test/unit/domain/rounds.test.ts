import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../functions/domain/case.ts';
import { CaseMovedOn, NotAsked, RoundOver } from '../../../functions/domain/errors.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { unknown } from '../../../functions/domain/request.ts';
import { disagrees, nextDeadline, waitsFor } from '../../../functions/domain/round.ts';
import { answerRound } from '../../../functions/domain/rounds.ts';
import { daysAfter, hoursAfter } from '../../../functions/domain/time.ts';
import { AT, given, received } from '../../support/cases.ts';
import {
  begin,
  decisions,
  type Move,
  rulesOf,
  type Says,
  type Step,
  take,
  type World,
} from '../../support/rounds/model.ts';
import { ANA, BEA, CAI, DAN, evaluation, MARIA, shopOf } from '../../support/rounds/shop.ts';

const says = (by: string, what: Says): Move => ({ move: 'answer', by, says: what });
const waits: Move = { move: 'wait' };
const handsOver = (person: string, to: string): Move => ({ move: 'hand-over', person, to });
const names = (person: string): Move => ({ move: 'conflict', person });
const bounces = (to: string): Move => ({ move: 'bounce', to });
const isAway = (person: string, instead?: string): Move => {
  return { move: 'away', person, days: 3, ...(instead && { instead }) };
};
const asks = (by: string): Move => ({ move: 'ask', by });
const writes = (what?: 'withdraw' | 'thanks'): Move => ({ move: 'write', ...(what && { says: what }) });

/** A case of these shops: the first is open, the others may be published. The last of the moves is what is looked at. */
function play(shops: World['policies'], ...moves: Move[]): Step {
  return playFor(shops, {}, ...moves);
}
function playFor(shops: World['policies'], request: Partial<Request>, ...moves: Move[]): Step {
  const start = begin(shops, request);
  return moves.reduce<Step>(({ after }, move) => take(after, move), {
    before: start,
    after: start,
    commands: [],
    events: start.found.history,
  });
}
function roundOf({ after: { found } }: Step) {
  if (found.status !== 'awaiting-decision') throw new Error(`case is ${found.status}`);
  return found.round;
}
const typesOf = ({ events }: Step) => events.map(({ type }) => type);

const one = [shopOf([{ approvers: [ANA, BEA] }, { approvers: [CAI] }])];
const all = [shopOf([{ approvers: [ANA, BEA], answers: 'all' }, { approvers: [CAI] }])];
const two = [shopOf([{ approvers: [ANA, BEA, DAN], answers: 2 }, { approvers: [CAI] }])];
const four = [shopOf([{ approvers: [ANA, BEA] }, { approvers: [CAI, DAN] }], { secondAbove: 50 })];

describe('a level where the first answer decides', () => {
  it('is over with it, and comes too late for the next', () => {
    expect(play(one, says(BEA, 'declined')).events).toEqual([
      { type: 'decided', at: AT, round: 1, by: BEA, decision: decisions.declined },
    ]);
    expect(play(one, says(BEA, 'declined'), says(ANA, 'full')).refused).toBeInstanceOf(RoundOver);
  });

  it('takes none from somebody who is not asked', () => {
    expect(play(one, says(CAI, 'full')).refused).toBeInstanceOf(NotAsked);
  });

  it('takes one from whoever is asked, however their address is written', () => {
    expect(play(one, says('Ana@Shop.Example', 'full')).after.found.status).toBe('decided');
  });
});

describe('a level where all have to agree', () => {
  it('waits for the last of them, and says who agreed', () => {
    expect(typesOf(play(all, says(ANA, 'full')))).toEqual(['approver-answered']);
    expect(play(all, says(ANA, 'full'), says(BEA, 'full')).events).toEqual([
      { type: 'decided', at: AT, round: 1, by: BEA, decision: decisions.full, with: [ANA] },
    ]);
  });

  it('asks the next level at once when they do not, which decides by its own number of answers', () => {
    const disagreed = play(all, says(ANA, 'full'), says(BEA, 'declined'));
    expect(typesOf(disagreed)).toEqual(['approver-answered', 'round-opened']);
    expect(roundOf(disagreed)).toMatchObject({ number: 2, level: 1, approvers: [CAI] });
    expect(take(disagreed.after, says(CAI, 'declined')).events).toMatchObject([
      { type: 'decided', round: 2, by: CAI, with: [BEA] },
    ]);
    const both = { answers: 'all' } as const;
    const strict = [
      shopOf([
        { approvers: [ANA, BEA], ...both },
        { approvers: [CAI, DAN], ...both },
      ]),
    ];
    const above = play(strict, says(ANA, 'full'), says(BEA, 'declined'), says(CAI, 'full'));
    expect(typesOf(above)).toEqual(['approver-answered']);
  });

  it('asks the same people in place of the next, where nobody is there, and counts what they answer then', () => {
    const strict = [
      shopOf([
        { approvers: [ANA, BEA], answers: 'all' },
        { approvers: [CAI], answers: 'all' },
      ]),
    ];
    const again = play(
      strict,
      says(ANA, 'full'),
      { move: 'away', person: CAI, days: 9 },
      says(BEA, 'declined'),
    );
    expect(roundOf(again)).toMatchObject({ number: 2, level: 1, approvers: [ANA, BEA] });
    expect(waitsFor(roundOf(again))).toEqual([ANA, BEA]);
    const same = take(again.after, says(ANA, 'full'));
    expect(typesOf(same)).toEqual(['approver-answered']);
    expect(take(same.after, says(BEA, 'full')).events).toMatchObject([{ type: 'decided', with: [ANA] }]);
  });

  it('lets people think again while it is open', () => {
    const agreed = play(all, says(ANA, 'full'), says(ANA, 'declined'), says(BEA, 'declined'));
    expect(agreed.events).toMatchObject([{ type: 'decided', by: BEA, with: [ANA] }]);
  });

  it('takes a form that is sent twice for one answer', () => {
    expect(play(all, says(ANA, 'full'), says(ANA, 'full')).events).toEqual([]);
  });

  it('counts whoever answered and then left, and nobody whom a colleague replaced', () => {
    const disagreed = play(all, says(ANA, 'full'), isAway(ANA), says(BEA, 'declined'));
    expect(typesOf(disagreed)).toEqual(['approver-answered', 'round-opened']);
    expect(play(all, says(ANA, 'full'), isAway(ANA), says(BEA, 'full')).events).toMatchObject([
      { type: 'decided', with: [ANA] },
    ]);
    const replaced = play(all, says(ANA, 'full'), handsOver(ANA, DAN), says(BEA, 'declined'));
    expect(waitsFor(roundOf(replaced))).toEqual([DAN]);
  });

  it('forgets the answer of somebody who then names a conflict, and asks others in their place', () => {
    const left = play(all, says(ANA, 'full'), names(ANA));
    expect(typesOf(left)).toEqual(['approver-left', 'round-opened']);
    expect(roundOf(left)).toMatchObject({ level: 1, approvers: [CAI], answers: [] });
  });

  it('takes as many as were asked, though some have left: the nearest level below gives the answer that is missing', () => {
    const last = [shopOf([{ approvers: [ANA] }, { approvers: [BEA, CAI], answers: 'all' }])];
    const left = play(last, waits, waits, names(CAI));
    expect(roundOf(left)).toMatchObject({ approvers: [BEA], needed: 2 });
    const asked = take(left.after, says(BEA, 'full'));
    expect(roundOf(asked)).toMatchObject({ number: 3, level: 1, approvers: [ANA], needed: 2 });
    expect(take(asked.after, says(ANA, 'full')).events).toMatchObject([{ type: 'decided', with: [BEA] }]);
  });

  it('raises the alarm where nobody else could give it', () => {
    const last = [shopOf([{ approvers: [ANA, BEA], answers: 'all' }])];
    expect(typesOf(play(last, names(ANA), says(BEA, 'full')))).toEqual(['approver-answered', 'overdue']);
  });

  it('takes as many as its policy said when they were asked', () => {
    const later = shopOf([{ approvers: [ANA, BEA] }, { approvers: [CAI] }]);
    const answered = play([...all, later], { move: 'publish', policy: 1 }, says(ANA, 'full'));
    expect(typesOf(answered)).toEqual(['approver-answered']);
  });

  it('goes on by deadlines where nobody is above, and asks everybody to think again', () => {
    const last = [shopOf([{ approvers: [ANA, BEA], answers: 'all' }])];
    const disagreed = play(last, says(ANA, 'full'), says(BEA, 'declined'));
    expect(disagreed.events).toMatchObject([{ type: 'approver-answered', by: BEA, disagree: true }]);
    expect(waitsFor(roundOf(disagreed))).toEqual([ANA, BEA]);
    expect(disagrees(roundOf(disagreed))).toBe(true);
    expect(roundOf(disagreed)).toMatchObject({ stage: 'asked', askedAgain: 1 });
    expect(disagrees(roundOf(take(disagreed.after, handsOver(ANA, DAN))))).toBe(false);
    const alarmed = [waits, waits].reduce((step, move) => take(step.after, move), disagreed);
    expect(typesOf(alarmed)).toEqual(['overdue']);
    expect(take(alarmed.after, says(ANA, 'declined')).after.found.status).toBe('decided');
  });
});

describe('an answer that was given before the customer told more', () => {
  const answered = play(all, says(ANA, 'full'), asks(BEA), writes());
  const toldMore = play(all, says(ANA, 'full'), { move: 'write', tells: true });

  it.each([
    ['by answering a question', answered],
    ['of themselves', toldMore],
  ])('counts no more, stays shown, and its giver is asked again: %s', (_, step) => {
    expect(roundOf(step).answers).toMatchObject([{ by: ANA, decision: decisions.full, outdated: true }]);
    expect(waitsFor(roundOf(step))).toEqual([ANA, BEA]);
    const first = take(step.after, says(BEA, 'full'));
    expect(typesOf(first)).toEqual(['approver-answered']);
    expect(take(first.after, says(ANA, 'full')).events).toMatchObject([{ type: 'decided', with: [BEA] }]);
  });

  it('stands where they wrote something that was known', () => {
    const wrote = play(all, says(ANA, 'full'), writes());
    expect(take(wrote.after, says(BEA, 'full')).events).toMatchObject([{ type: 'decided', with: [ANA] }]);
  });

  it('is no second answer for a large approval either', () => {
    const again = play(four, says(ANA, 'full'), asks(BEA), writes(), says(BEA, 'full'));
    expect(again.events).toMatchObject([{ type: 'approver-answered', second: true }]);
    expect(take(again.after, says(ANA, 'full')).events).toMatchObject([{ type: 'decided', with: [BEA] }]);
  });
});

describe('a level where a number of them have to agree', () => {
  it('is over with that many answers of one kind', () => {
    const disagreed = [says(ANA, 'full'), says(BEA, 'declined')];
    expect(typesOf(play(two, ...disagreed))).toEqual(['approver-answered']);
    expect(play(two, ...disagreed, says(DAN, 'full')).events).toMatchObject([
      { type: 'decided', by: DAN, with: [ANA] },
    ]);
  });

  it('tells amounts apart, and not how a refund is called', () => {
    const open = play(two, says(ANA, 'full'), says(BEA, 'part'));
    expect(open.after.found.status).toBe('awaiting-decision');
    expect(typesOf(take(open.after, says(DAN, 'declined')))).toEqual(['approver-answered', 'round-opened']);
  });

  it('asks the next level where too few of them are there', () => {
    const alone = play(two, isAway(BEA), isAway(DAN));
    expect(typesOf(alone)).toEqual(['approver-left', 'round-opened']);
    expect(roundOf(alone)).toMatchObject({ level: 1, approvers: [CAI] });
  });

  it('asks the nearest level below where too few are there and none is above', () => {
    const last = [shopOf([{ approvers: [ANA] }, { approvers: [BEA, CAI], answers: 2 }])];
    const alone = play(last, waits, waits, isAway(CAI), says(BEA, 'full'));
    expect(roundOf(alone)).toMatchObject({
      level: 1,
      approvers: [ANA],
      standIns: [{ person: ANA, for: BEA }],
    });
    expect(take(alone.after, says(ANA, 'full')).events).toMatchObject([{ type: 'decided', with: [BEA] }]);
  });
});

describe('an approval of more than one person may decide', () => {
  it('asks the others of the level again, and takes one of them', () => {
    const first = play(four, says(ANA, 'full'));
    expect(first.events).toMatchObject([{ type: 'approver-answered', by: ANA, second: true }]);
    expect(roundOf(first)).toMatchObject({ askedAgain: 1 });
    expect(waitsFor(roundOf(first))).toEqual([BEA]);
    expect(take(first.after, says(BEA, 'full')).events).toMatchObject([{ type: 'decided', with: [ANA] }]);
  });

  it('takes one person where it is less, or nothing', () => {
    for (const what of ['part', 'declined'] as const)
      expect(play(four, says(ANA, what)).after.found.status).toBe('decided');
  });

  it('takes somebody of the next level where no second is there', () => {
    const alone = play(four, isAway(BEA), says(ANA, 'full'));
    expect(roundOf(alone)).toMatchObject({ level: 1, approvers: [CAI, DAN] });
    expect(take(alone.after, says(CAI, 'full')).events).toMatchObject([{ type: 'decided', with: [ANA] }]);
  });

  it('takes somebody of the nearest level below where the last has no second', () => {
    const last = play(four, waits, waits, isAway(CAI), says(DAN, 'full'));
    expect(roundOf(last)).toMatchObject({ approvers: [ANA, BEA], standIns: [{ for: CAI }, { for: CAI }] });
    expect(take(last.after, says(BEA, 'full')).events).toMatchObject([{ type: 'decided', with: [DAN] }]);
  });
});

describe('the limit of a level', () => {
  const limited = shopOf([{ approvers: [ANA, BEA], upTo: 60 }, { approvers: [CAI] }]);
  const anyAmount = { amount: unknown };

  it('is no limit for what is within it', () => {
    const step = playFor([limited], anyAmount, says(ANA, 'part'));
    expect(step.after.found.status).toBe('decided');
  });

  it('makes more than it a recommendation to the next level, which counts for nothing', () => {
    const above = playFor([limited], anyAmount, says(ANA, 'full'));
    expect(typesOf(above)).toEqual(['approver-answered', 'round-opened']);
    expect(roundOf(above)).toMatchObject({ level: 1, limit: undefined, approvers: [CAI] });
    expect(take(above.after, says(CAI, 'full')).events).toEqual([
      { type: 'decided', at: AT, round: 2, by: CAI, decision: decisions.full },
    ]);
  });

  it('is that of their own level for whoever a case is handed over to, from a lower one', () => {
    const handed = playFor([limited], anyAmount, handsOver(ANA, CAI));
    expect(typesOf(handed)).toEqual(['approver-left', 'round-opened']);
    expect(roundOf(handed)).toMatchObject({
      number: 2,
      level: 1,
      limit: undefined,
      approvers: [CAI],
      standIns: [{ person: CAI, for: ANA }],
    });
    expect(take(handed.after, says(CAI, 'full')).after.found.status).toBe('decided');
  });

  it('comes with the number of answers that the level takes', () => {
    const strict = shopOf([
      { approvers: [ANA, BEA], upTo: 60 },
      { approvers: [DAN, CAI], answers: 'all' },
    ]);
    const handed = playFor([strict], anyAmount, handsOver(ANA, CAI));
    expect(roundOf(handed).approvers).toEqual([CAI, DAN]);
    expect(typesOf(take(handed.after, says(CAI, 'full')))).toEqual(['approver-answered']);
  });

  it('stays with whoever a case is handed over to at the same level, or in none', () => {
    expect(roundOf(playFor([limited], anyAmount, handsOver(ANA, DAN)))).toMatchObject({
      number: 1,
      limit: { minor: 6000, currency: 'USD' },
      approvers: [BEA, DAN],
    });
  });

  it('is their own at each level for somebody of two, who is asked again at the higher', () => {
    const twice = shopOf([{ approvers: [ANA], upTo: 60 }, { approvers: [ANA] }]);
    const above = playFor([twice], anyAmount, says(ANA, 'full'));
    expect(roundOf(above)).toMatchObject({ level: 1, limit: undefined, approvers: [ANA] });
    expect(take(above.after, says(ANA, 'full')).after.found.status).toBe('decided');
  });

  it('is never left by standing in for a level above: nobody may decide, which is an alarm, and the case goes on asking', () => {
    const alone = playFor([limited], anyAmount, isAway(CAI), says(ANA, 'full'));
    expect(typesOf(alone)).toEqual(['approver-answered', 'overdue']);
    expect(take(alone.after, says(ANA, 'full')).events).toEqual([]);
    const above = take(alone.after, waits);
    expect(roundOf(above)).toMatchObject({ level: 1, limit: { minor: 6000 }, approvers: [ANA, BEA] });
    expect(typesOf(take(above.after, says(BEA, 'full')))).toEqual(['approver-answered', 'overdue']);
    expect(take(above.after, says(BEA, 'part')).after.found.status).toBe('decided');
  });

  it('is not that of whoever named them to answer instead, for what they recommend themselves', () => {
    const away = { absences: [{ approver: CAI, from: '2026-11-01', until: '2027-11-01', instead: ANA }] };
    const delegated = shopOf([{ approvers: [ANA, BEA], upTo: 60 }, { approvers: [CAI] }], away);
    expect(typesOf(playFor([delegated], anyAmount, says(ANA, 'full')))).toEqual([
      'approver-answered',
      'overdue',
    ]);
  });

  it('stays as it was when they were asked, whatever a policy says later', () => {
    const later = shopOf([{ approvers: [ANA, BEA], upTo: 500 }, { approvers: [CAI] }]);
    const above = playFor([limited, later], anyAmount, { move: 'publish', policy: 1 }, says(ANA, 'full'));
    expect(typesOf(above)).toEqual(['approver-answered', 'round-opened']);
  });
});

describe('somebody who must not decide', () => {
  it('leaves the round, and the others go on', () => {
    expect(play(one, names(ANA)).events).toMatchObject([
      { type: 'approver-left', person: ANA, why: 'conflict' },
    ]);
    expect(roundOf(play(one, names(ANA))).approvers).toEqual([BEA]);
  });

  it('has the next level asked at once where they were alone', () => {
    expect(roundOf(play(one, names(ANA), names(BEA)))).toMatchObject({ number: 2, approvers: [CAI] });
  });

  it('is asked at no other level either', () => {
    const twice = [shopOf([{ approvers: [ANA] }, { approvers: [ANA, CAI] }])];
    expect(roundOf(play(twice, names(ANA))).approvers).toEqual([CAI]);
  });

  it('is not asked where they named the customer in an earlier case', () => {
    const conflicted = [ANA, BEA];
    const after = given(received()).after({
      type: 'record-evaluation',
      evaluation,
      conflicted,
      ...rulesOf(begin(one)),
    });
    expect(after).toMatchObject({ left: conflicted, round: { level: 1, approvers: [CAI] } });
  });

  it('is not asked when the request is taken up again', () => {
    expect(roundOf(play(one, names(ANA), writes('withdraw'), writes()))).toMatchObject({
      number: 2,
      approvers: [BEA],
    });
  });

  it('decides nothing though they were asked, once the policy names the conflict', () => {
    const named = shopOf([{ approvers: [ANA, BEA] }, { approvers: [CAI] }], {
      conflicts: [{ approver: ANA, customers: [MARIA] }],
    });
    const step = play([...one, named], { move: 'publish', policy: 1 }, says(ANA, 'full'));
    expect(step.refused).toBeInstanceOf(NotAsked);
  });
});

describe('handing over', () => {
  it('asks a colleague instead, in the same round', () => {
    const step = play(one, handsOver(ANA, DAN));
    expect(step.events).toMatchObject([{ type: 'approver-left', why: 'handed-over', person: ANA, to: DAN }]);
    expect(roundOf(step)).toMatchObject({
      number: 1,
      approvers: [BEA, DAN],
      standIns: [{ person: DAN, for: ANA }],
    });
    expect(take(step.after, says(ANA, 'full')).refused).toBeInstanceOf(NotAsked);
    expect(take(step.after, says(DAN, 'full')).after.found.status).toBe('decided');
  });

  it.each([
    ['themselves', ANA, []],
    ['the customer', MARIA, []],
    ['somebody who named a conflict', BEA, [names(BEA)]],
    ['somebody who is away', CAI, [isAway(CAI)]],
    ['somebody who is asked as well', BEA, []],
  ])('is refused to %s', (_, to, before) => {
    const step = play(one, ...before, handsOver(ANA, to));
    expect(step.refused).toBeInstanceOf(CaseMovedOn);
    expect(roundOf(step).approvers).toContain(ANA);
  });

  it('may go on to a third, and back', () => {
    const step = play(one, handsOver(ANA, DAN), handsOver(DAN, CAI), handsOver(CAI, ANA));
    expect(roundOf(step).approvers).toEqual([BEA, ANA]);
  });
});

describe('somebody who is away', () => {
  it('is asked no longer, and whoever they name is', () => {
    expect(roundOf(play(one, isAway(ANA))).approvers).toEqual([BEA]);
    expect(roundOf(play(one, isAway(ANA, DAN)))).toMatchObject({
      approvers: [BEA, DAN],
      standIns: [{ person: DAN, for: ANA }],
    });
  });

  it('is replaced by nobody who must not decide, or is away as well', () => {
    expect(roundOf(play(one, isAway(ANA, MARIA))).approvers).toEqual([BEA]);
    expect(roundOf(play(one, isAway(CAI), isAway(ANA, CAI))).approvers).toEqual([BEA]);
  });

  it('is not asked at the next level either, unless nobody else is there', () => {
    const twice = [shopOf([{ approvers: [ANA] }, { approvers: [ANA, CAI] }])];
    expect(roundOf(play(twice, isAway(ANA))).approvers).toEqual([CAI]);
    const last = play(one, isAway(ANA), isAway(BEA), isAway(CAI));
    expect(last.events).toEqual([]);
    expect(roundOf(last).approvers).toEqual([CAI]);
  });
});

describe('a mail to an approver that came back', () => {
  it('has the others go on, or the next level asked at once', () => {
    expect(roundOf(play(one, bounces(ANA))).approvers).toEqual([BEA]);
    expect(roundOf(play(one, bounces(ANA), bounces(BEA)))).toMatchObject({ number: 2, approvers: [CAI] });
  });

  it('moves nothing where they are not asked', () => {
    expect(typesOf(play(one, bounces(CAI)))).toEqual(['mail-returned']);
  });
});

describe('a question to the customer', () => {
  const asked = play(one, asks(ANA));

  it('waits for them as long as the policy says, and reminds nobody meanwhile', () => {
    expect(asked.events).toEqual([
      {
        type: 'question-asked',
        at: AT,
        round: 1,
        by: ANA,
        text: 'Which colour was it?',
        until: daysAfter(AT, 7),
      },
    ]);
    expect(take(asked.after, { move: 'look', hours: 7 * 24 - 1 }).events).toEqual([]);
    expect(take(asked.after, waits).after.at).toBe(daysAfter(AT, 7));
  });

  it('is asked once at a time', () => {
    expect(take(asked.after, asks(BEA)).events).toEqual([]);
  });

  it.each([
    ['whoever asked it is away', one, [asks(ANA), isAway(ANA), isAway(BEA)]],
    ['the answers differ', all, [asks(ANA), says(ANA, 'full'), says(BEA, 'declined')]],
    [
      'somebody approves more than they may',
      [shopOf([{ approvers: [ANA, BEA], upTo: 60 }, { approvers: [CAI] }])],
      [asks(ANA), says(ANA, 'full')],
    ],
  ])(
    'goes on where the next level is asked because %s, and its deadlines begin when it is over',
    (_, shop, moves) => {
      const passedOn = playFor(shop, { amount: unknown }, ...moves);
      expect(roundOf(passedOn)).toMatchObject({
        number: 2,
        approvers: [CAI],
        question: { by: ANA, until: daysAfter(AT, 7) },
      });
      expect(take(passedOn.after, { move: 'look', hours: 7 * 24 - 1 }).events).toEqual([]);
      const later = take(passedOn.after, { move: 'look', hours: 50 });
      expect(take(later.after, writes()).events).toMatchObject([
        { type: 'customer-wrote' },
        { type: 'round-resumed', round: 2, why: 'answered', deadline: hoursAfter(AT, 50 + 36) },
      ]);
    },
  );

  it('is over with their next mail: everybody is asked anew, and they are promised an answer anew', () => {
    const later = take(asked.after, { move: 'look', hours: 50 });
    const answered = take(later.after, writes());
    const at = hoursAfter(AT, 50);
    expect(answered.events).toMatchObject([
      { type: 'customer-wrote' },
      {
        type: 'round-resumed',
        why: 'answered',
        remindAt: hoursAfter(at, 24),
        deadline: hoursAfter(at, 36),
        promised: { by: hoursAfter(at, 72) },
      },
    ]);
    expect(roundOf(answered)).toMatchObject({ number: 1, stage: 'asked', askedAgain: 1 });
    expect(roundOf(answered).question).toBeUndefined();
  });

  it('goes on where they only thank for it', () => {
    expect(typesOf(take(asked.after, writes('thanks')))).toEqual(['customer-wrote']);
    expect(roundOf(take(asked.after, writes('thanks'))).question).toBeDefined();
  });

  it('is over when nobody answers, and they are told if that breaks the promise', () => {
    const unanswered = take(asked.after, waits);
    expect(unanswered.events).toMatchObject([
      { type: 'promise-broken' },
      { type: 'round-resumed', why: 'unanswered', deadline: hoursAfter(daysAfter(AT, 7), 36) },
    ]);
  });

  it('is over when it cannot reach them', () => {
    expect(take(asked.after, bounces(MARIA)).events).toMatchObject([
      { type: 'mail-returned' },
      { type: 'round-resumed', why: 'unreachable' },
    ]);
    expect(typesOf(play(one, bounces(MARIA)))).toEqual(['mail-returned']);
  });

  it('is over when they take the request back', () => {
    const gone = take(asked.after, writes('withdraw'));
    expect(typesOf(gone)).toEqual(['customer-wrote', 'withdrawn']);
    expect(take(gone.after, waits).events).toEqual([]);
    expect(take(gone.after, says(ANA, 'full')).refused).toBeInstanceOf(RoundOver);
  });

  it('keeps nobody from deciding', () => {
    expect(take(asked.after, says(BEA, 'full')).after.found.status).toBe('decided');
  });
});

describe('the promise to the customer', () => {
  const slow = [shopOf([{ approvers: [ANA], reminderHours: 100, deadlineHours: 200 }])];

  it('is said to be broken once, shortly before it is', () => {
    const warned = play(slow, waits);
    expect(warned.after.at).toBe(hoursAfter(AT, 66));
    expect(warned.events).toEqual([
      { type: 'promise-broken', at: hoursAfter(AT, 66), promised: hoursAfter(AT, 72) },
    ]);
    expect(typesOf(take(warned.after, waits))).toEqual(['reminder-due']);
  });

  it.each([
    ['answered', writes(), 66],
    ['did not answer in time', waits, 66 + 7 * 24],
  ])(
    'is one of its own after the customer %s, and is broken only where they were told it',
    (_, move, since) => {
      const resumed = [asks(ANA), move].reduce((step, next) => take(step.after, next), play(slow, waits));
      expect(typesOf(take(resumed.after, waits))).not.toContain('promise-broken');
      const { found } = resumed.after;
      const mail = { mailId: 'promised', kind: 'new-promise', to: MARIA } as const;
      const told = evolve(found, { type: 'mail-sent', at: resumed.after.at, ...mail });
      expect(take({ ...resumed.after, found: told }, waits).events).toMatchObject([
        { type: 'promise-broken', promised: hoursAfter(AT, since + 72) },
      ]);
    },
  );

  it('is not broken where the mail that tells it was refused', () => {
    const [shop] = slow;
    const mail = { mailId: 'ack', kind: 'acknowledgement', to: MARIA } as const;
    const failed: CaseEvent = { type: 'mail-failed', at: AT, ...mail, error: 'no such mailbox' };
    const { found: before, ...world } = begin(slow);
    const evaluated = {
      type: 'record-evaluation',
      evaluation,
      at: AT,
      policy: shop ?? world.policy,
    } as const;
    const refused = given(...before.history.slice(0, 1), failed).after(evaluated);
    expect(typesOf(take({ ...world, found: refused }, waits))).toEqual(['reminder-due']);
    const told = evolve(refused, { type: 'mail-sent', at: AT, ...mail });
    expect(typesOf(take({ ...world, found: told }, waits))).toEqual(['promise-broken']);
  });

  it('is not broken by a question that waits', () => {
    expect(play(one, asks(ANA), { move: 'look', hours: 80 }).events).toEqual([]);
  });
});

describe('time that passes', () => {
  it('reminds, asks the next level, then raises the alarm again and again', () => {
    const shop = [shopOf([{ approvers: [ANA] }, { approvers: [CAI] }], { answerWithinHours: 500 })];
    let step = play(shop);
    const types = Array.from({ length: 6 }, () => {
      step = take(step.after, waits);
      return typesOf(step);
    });
    expect(types.flat()).toEqual([
      'reminder-due',
      'round-opened',
      'reminder-due',
      'overdue',
      'overdue',
      'overdue',
    ]);
  });

  it('reminds nobody of what is over: after a week in which nothing ran the next level is asked', () => {
    const step = play(one, { move: 'look', hours: 200 });
    expect(typesOf(step)).toEqual(['promise-broken', 'round-opened']);
    expect(take(step.after, { move: 'look', hours: 0 }).events).toEqual([]);
  });
});

describe('a case with nobody to ask', () => {
  const nobody = shopOf([{ approvers: [ANA] }], { conflicts: [{ approver: ANA, customers: [MARIA] }] });
  const hired = shopOf([{ approvers: [BEA] }]);

  it('has a round and deadlines all the same, each of which is an alarm', () => {
    const step = play([nobody]);
    expect(roundOf(step)).toMatchObject({ approvers: [], deadline: hoursAfter(AT, 36) });
    expect(typesOf(play([nobody], waits))).toEqual(['overdue']);
    expect(typesOf(play([nobody], waits, waits))).toContain('overdue');
  });

  it('asks people at its next deadline after a policy names some', () => {
    const step = play([nobody, hired], { move: 'publish', policy: 1 }, waits);
    expect(typesOf(step)).toEqual(['round-opened']);
    expect(roundOf(step).approvers).toEqual([BEA]);
  });
});

describe('what a colleague asks for themselves', () => {
  it('starts at the last level, and never with themselves', () => {
    const request = (address: string) => ({ customer: { address, name: unknown } });
    expect(roundOf(playFor(one, request('clerk@shop.example')))).toMatchObject({
      level: 1,
      approvers: [CAI],
    });
    expect(roundOf(playFor(one, request(CAI)))).toMatchObject({ level: 1, approvers: [ANA, BEA] });
  });
});

describe('a history of the first days', () => {
  const history: CaseEvent[] = [
    received(),
    { type: 'evaluated', at: AT, evaluation },
    {
      type: 'round-opened',
      at: AT,
      round: 1,
      level: 0,
      approvers: [ANA],
      remindAt: hoursAfter(AT, 24),
      deadline: hoursAfter(AT, 36),
    },
  ];

  it('still reads, and goes on by the rules of today', () => {
    const found = replay('RX-OLD-00001', history);
    if (found.status !== 'awaiting-decision') throw new Error(found.status);
    expect(found.round).toMatchObject({ standIns: [], answers: [], askedAgain: 0 });
    expect(nextDeadline(found)).toBe(hoursAfter(AT, 24));
    const rules = { at: AT, policy: two[0] ?? shopOf([{ approvers: [ANA] }]) };
    const answer = { round: 1, by: ANA, decision: decisions.full, news: 0 };
    expect(answerRound(found, answer, rules).map(({ type }) => type)).toEqual([
      'approver-answered',
      'round-opened',
    ]);
    const decided: CaseEvent = { type: 'decided', at: AT, round: 1, by: ANA, decision: decisions.full };
    expect(replay('RX-OLD-00001', [...history, decided]).status).toBe('decided');
  });
});
