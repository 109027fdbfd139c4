import { describe, expect, it } from 'vitest';
import { CaseMovedOn, LinkEarly, NotAsked, ObjectionRefused } from '../../../functions/domain/errors.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import { objectUntil } from '../../../functions/domain/objections.ts';
import type { Learned } from '../../../functions/domain/request.ts';
import { decisionBehind } from '../../../functions/domain/settlement.ts';
import { daysAfter, hoursAfter } from '../../../functions/domain/time.ts';
import { numbered } from '../../../functions/runtime/numbered.ts';
import { caseUnder, DECIDED, HEAD, MANAGER } from '../../support/sample-cases.ts';
import {
  declined,
  FULL,
  inFull,
  inPart,
  instead,
  policy,
  Story,
  TOLD,
  told,
  usd,
  waiting,
} from '../../support/settling.ts';

const OBJECTED = daysAfter(TOLD, 1);
/** The end of the thirtieth day of the shop after the decision, which the mails name. */
const LAST_DAY = '2026-12-04T05:00:00.000Z';
const AGAIN = hoursAfter(OBJECTED, 20);

const appealed = (story: Story) => story.objects('decision', OBJECTED).weighed(OBJECTED);
function roundOf({ found }: Story) {
  if (found.status !== 'awaiting-decision') throw new Error(`the case is ${found.status}`);
  return found.round;
}

describe('who may object', () => {
  it.each([
    ['declined', declined],
    ['granted a part', inPart(4_000)],
    ['offered something else', instead('store-credit')],
  ])('a customer whose request was %s, for the days of the policy', (_, decision) => {
    const { found } = told(decision);
    expect(objectUntil(found, 'decision', policy)).toBe(LAST_DAY);
    expect(objectUntil(found, 'fact', policy)).toBe(LAST_DAY);
  });

  it('nobody who got all they asked for', () => {
    expect(objectUntil(told(inFull).found, 'decision', policy)).toBeUndefined();
    expect(() => told(inFull).objects('decision', OBJECTED)).toThrow(ObjectionRefused);
  });

  it('nobody who has chosen an offer: it is settled with that', () => {
    const accepted = told(declined).chooses('store-credit', OBJECTED);
    expect(() => accepted.objects('decision', OBJECTED)).toThrow(ObjectionRefused);
    expect(() => accepted.objects('fact', OBJECTED)).toThrow(ObjectionRefused);
    expect(told(declined).chooses(undefined, OBJECTED).objects('decision', OBJECTED).types).toEqual([
      'objected',
    ]);
  });

  it('until the day is over and not after it', () => {
    expect(told(declined).objects('decision', hoursAfter(LAST_DAY, -0.01)).types).toEqual(['objected']);
    expect(() => told(declined).objects('decision', LAST_DAY)).toThrow(ObjectionRefused);
  });

  it('from when it is recorded that they were told', () => {
    expect(() => waiting().decided(declined).objects('decision', TOLD)).toThrow(LinkEarly);
  });

  it('not to a decision where nobody else is left to decide', () => {
    const [level] = policy.approval.levels;
    if (!level) throw new Error('the policy has a level');
    const alone = {
      ...policy,
      approval: { ...policy.approval, levels: [{ ...level, approvers: [MANAGER] }] },
    };
    const { found } = told(declined);
    expect(objectUntil(found, 'decision', alone)).toBeUndefined();
    expect(objectUntil(found, 'fact', alone)).toBe(LAST_DAY);
  });

  it('not to a decision where whoever is left may not grant as much: that would be no second look', () => {
    const [manager, head] = policy.approval.levels;
    if (!manager || !head) throw new Error('the policy has two levels');
    const limitedTo = (upTo: number) => ({
      ...policy,
      approval: { ...policy.approval, levels: [{ ...manager, upTo }, head] },
    });
    const asked = new Story(caseUnder(limitedTo(50), 'kettle'));
    const { found } = asked.decided(declined, DECIDED, HEAD).told();
    expect(objectUntil(found, 'decision', limitedTo(50))).toBeUndefined();
    expect(objectUntil(found, 'fact', limitedTo(50))).toBe(LAST_DAY);
    expect(objectUntil(found, 'decision', limitedTo(89.9))).toBe(LAST_DAY);
  });

  it('a case that was closed, too', () => {
    const closed = told(declined).chooses(undefined, OBJECTED).followedUp(daysAfter(TOLD, 5));
    expect(closed.found.status).toBe('closed');
    expect(closed.objects('decision', daysAfter(TOLD, 6)).found.status).toBe('received');
  });
});

describe('a fact that is wrong', () => {
  const learned = { purchasedOn: { source: 'mail', value: '2026-10-20' } } as const;
  const objected = told(declined).when({
    type: 'object',
    at: OBJECTED,
    about: 'fact',
    says: 'I bought it in October.',
    learned,
    policy,
  });

  it('is put right, and the case weighed anew by whoever is asked first', () => {
    expect(objected.found).toMatchObject({
      status: 'received',
      request: learned,
      objection: { about: 'fact', says: 'I bought it in October.' },
      earlier: [{ by: MANAGER, decision: declined }],
    });
    expect(roundOf(objected.weighed(OBJECTED))).toMatchObject({ number: 2, approvers: [MANAGER] });
  });

  it('is weighed once: the same words again, a second evaluation and a second objection change nothing', () => {
    const same = {
      type: 'object',
      at: OBJECTED,
      about: 'fact',
      says: 'I bought it in October.',
      policy,
    } as const;
    expect(objected.when(same).events).toEqual([]);
    const weighed = objected.weighed(OBJECTED);
    expect(weighed.weighed(OBJECTED).events).toEqual([]);
    const second = weighed.decided(declined, AGAIN).told(AGAIN);
    expect(() => second.objects('fact', AGAIN, 'Once more.')).toThrow(ObjectionRefused);
  });

  it('that is the order leaves nothing of what only the former order said', () => {
    const { found } = told(declined);
    const [first, ...others] = found.history;
    if (first?.type !== 'received') throw new Error('a case begins with being received');
    const former = { categories: ['food', 'home'], channel: 'marketplace', ordersOwnAddress: true };
    const history = [{ ...first, request: { ...first.request, ...former } }, ...others];
    const of = (learned: Learned) =>
      new Story(replay(found.id, history)).when({
        type: 'object',
        at: OBJECTED,
        about: 'fact',
        says: '',
        learned,
        policy,
      }).found.request;
    const another = { orderNumber: { source: 'mail', value: 'SH-30003' } } as const;
    for (const name of ['categories', 'channel', 'ordersOwnAddress'])
      expect(of(another)).not.toHaveProperty(name);
    expect(of({ ...another, channel: 'shop', ordersOwnAddress: true })).toMatchObject({ channel: 'shop' });
    expect(of(learned)).toMatchObject(former);
  });

  it('leaves the way to somebody else open afterwards, from the second decision on', () => {
    const second = objected.weighed(OBJECTED).decided(declined, AGAIN).told(AGAIN);
    expect(objectUntil(second.found, 'decision', policy)).toBe('2026-12-05T05:00:00.000Z');
    expect(roundOf(second.objects('decision', AGAIN).weighed(AGAIN)).approvers).toEqual([HEAD]);
  });
});

describe('an appeal', () => {
  it('goes to others than whoever had an opinion before, with a promise and a round of its own', () => {
    const round = appealed(told(declined));
    expect(roundOf(round)).toMatchObject({ number: 2, approvers: [HEAD], answers: [] });
    expect(round.found.promised).toMatchObject({ broken: false });
    expect(() => round.decided(inFull, AGAIN, MANAGER)).toThrow(NotAsked);
  });

  it('stays with others however long nobody answers', () => {
    let story = appealed(told(declined));
    for (let days = 1; days < 10; days++) {
      const at = daysAfter(OBJECTED, days);
      story = story.when({ type: 'pass-deadline', at, round: roundOf(story).number, policy });
      expect(roundOf(story).approvers).toEqual([HEAD]);
    }
  });

  it('is not handed to whoever decided first', () => {
    const story = appealed(told(declined));
    const handed = {
      type: 'leave-round',
      at: AGAIN,
      round: 2,
      person: HEAD,
      why: 'handed-over',
      to: MANAGER,
    } as const;
    expect(() => story.when({ ...handed, policy })).toThrow(CaseMovedOn);
  });

  it('lets who answers in it think again', () => {
    const [first, last] = policy.approval.levels;
    if (!first || !last) throw new Error('the policy has two levels');
    const both = { ...last, approvers: [HEAD, 'second@shop.example'], answers: 'all' as const };
    const two = { ...policy, approval: { ...policy.approval, levels: [first, both] } };
    const story = told(declined).objects('decision', OBJECTED).weighed(OBJECTED, two);
    const answer = (decision: typeof declined) =>
      ({ type: 'decide-round', at: AGAIN, round: 2, by: HEAD, decision, policy: two }) as const;
    const once = story.when(answer(inFull));
    expect(once.types).toEqual(['approver-answered']);
    expect(once.when(answer(declined)).types).toEqual(['approver-answered']);
  });

  it('is one a case', () => {
    const second = appealed(told(declined)).decided(declined, AGAIN, HEAD).told(AGAIN);
    expect(objectUntil(second.found, 'decision', policy)).toBeUndefined();
    expect(() => second.objects('decision', AGAIN, 'Again, please.')).toThrow(ObjectionRefused);
  });

  it('is not heard while the case is being decided anyway', () => {
    expect(() => appealed(told(declined)).objects('fact', AGAIN)).toThrow(ObjectionRefused);
    expect(() => waiting().objects('decision', AGAIN)).toThrow(ObjectionRefused);
  });

  it('puts the offers and the follow-up of the first decision aside, and the next one brings its own', () => {
    const objected = told(declined).objects('decision', OBJECTED);
    expect('offers' in objected.found).toBe(false);
    expect(objected.followedUp(AGAIN).events).toEqual([]);
    const second = objected.weighed(OBJECTED).decided(instead('half'), AGAIN, HEAD).told(AGAIN);
    expect(second.found).toMatchObject({
      status: 'told',
      followUpAt: daysAfter(AGAIN, 5),
      isFollowedUp: false,
      offers: { choices: ['half'], state: 'open' },
    });
  });

  it('has mails of its own for all that is told again', () => {
    expect(numbered(told(declined).found, 'decision')).toBe('decision');
    const second = appealed(told(declined)).decided(declined, AGAIN, HEAD);
    expect(numbered(second.found, 'decision')).toBe('decision.2');
  });

  it('asks anew how it went, whatever the customer said after the first decision', () => {
    const score = (value: number, at: string) =>
      ({ type: 'give-feedback', at, score: value, comment: '' }) as const;
    const angry = told(declined).when(score(1, TOLD));
    const second = appealed(angry).decided(inFull, AGAIN, HEAD).told(AGAIN);
    expect(second.found.feedback).toBeUndefined();
    expect(second.when(score(5, AGAIN)).found.feedback).toMatchObject({ score: 5 });
    expect(appealed(angry).when(score(5, AGAIN)).events).toEqual([]);
  });
});

describe('money, once a case was decided again', () => {
  it('is the difference to what is on its way already', () => {
    const second = appealed(told(inPart(4_000)))
      .decided(inFull, AGAIN, HEAD)
      .told(AGAIN);
    expect(second.found.refunds).toMatchObject([
      { number: 1, amount: usd(4_000), state: 'asked' },
      { number: 2, amount: usd(4_990), state: 'asked' },
    ]);
    expect(decisionBehind(second.found, 1)).toMatchObject({ by: MANAGER });
    expect(decisionBehind(second.found, 2)).toMatchObject({ by: HEAD });
  });

  it('is the difference to what was paid, too', () => {
    const paid = told(inPart(4_000)).paid(OBJECTED);
    const second = appealed(paid).decided(inFull, AGAIN, HEAD).told(AGAIN);
    expect(second.found.refunds.map(({ state }) => state)).toEqual(['paid', 'asked']);
    expect(second.paid(AGAIN, 'TX-2', 2).found.refunds.map(({ state }) => state)).toEqual(['paid', 'paid']);
  });

  it.each([
    ['as much', inPart(4_000)],
    ['less', inPart(1_000)],
    ['nothing', declined],
  ])('stays where the second decision grants %s', (_, decision) => {
    const second = appealed(told(inPart(4_000)))
      .decided(decision, AGAIN, HEAD)
      .told(AGAIN);
    expect(second.found.refunds).toMatchObject([{ number: 1, amount: usd(4_000), state: 'asked' }]);
    expect(second.events).not.toContainEqual(expect.objectContaining({ refund: expect.anything() }));
  });

  it('is all of it where nothing was granted before', () => {
    const second = appealed(told(declined)).decided(inFull, AGAIN, HEAD).told(AGAIN);
    expect(second.found.refunds).toMatchObject([{ number: 1, amount: FULL }]);
  });
});

describe('an objection that is taken back', () => {
  const objected = told(inPart(4_000)).objects('decision', OBJECTED);

  it.each([
    ['before anybody was asked', objected],
    ['while somebody looks at it', objected.weighed(OBJECTED)],
  ])('%s leaves what was decided before as it was', (_, story) => {
    const back = story.writes('withdraw', AGAIN);
    expect(back.types).toEqual(['customer-wrote', 'withdrawn']);
    expect(back.found).toMatchObject({
      status: 'told',
      decided: { by: MANAGER, decision: inPart(4_000) },
      earlier: [],
      refunds: [{ number: 1, state: 'asked' }],
      followUpAt: daysAfter(TOLD, 5),
    });
    expect(back.told(AGAIN).events).toEqual([]);
    expect(numbered(back.found, 'decision')).toBe('decision');
  });

  it('keeps the money that was paid meanwhile, and the days of the offers', () => {
    expect(objected.paid(AGAIN).writes('withdraw', AGAIN).found.refunds).toMatchObject([{ state: 'paid' }]);
    const offers = told(declined).objects('decision', OBJECTED).writes('withdraw', AGAIN);
    expect(offers.found).toMatchObject({ offers: { state: 'open', expiresAt: LAST_DAY } });
    expect(offers.chooses('half', AGAIN).found.refunds).toHaveLength(1);
  });

  it('was the one appeal there is', () => {
    expect(() => objected.writes('withdraw', AGAIN).objects('decision', AGAIN)).toThrow(ObjectionRefused);
  });
});
