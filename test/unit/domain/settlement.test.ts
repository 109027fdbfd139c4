import { describe, expect, it } from 'vitest';
import { LinkEarly, OffersClosed, RefundSettled } from '../../../functions/domain/errors.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import { nextDeadline } from '../../../functions/domain/round.ts';
import { decisionBehind, nextDue } from '../../../functions/domain/settlement.ts';
import { daysAfter, hoursAfter } from '../../../functions/domain/time.ts';
import { DECIDED, HEAD } from '../../support/sample-cases.ts';
import {
  declined,
  FULL,
  inFull,
  inPart,
  instead,
  policy,
  TOLD,
  told,
  usd,
  waiting,
} from '../../support/settling.ts';

/** Seven days of the shop after the decision, to the end of the day in New York. */
const DUE = '2026-11-11T05:00:00.000Z';
/** The end of the thirtieth day of the shop after the decision, which the mails name. */
const OFFERS_END = '2026-12-04T05:00:00.000Z';
const FOLLOW_UP = daysAfter(TOLD, 5);
const LATER = daysAfter(TOLD, 6);

describe('money that a decision grants', () => {
  it('is asked for when the customer is told, due by the day they are told', () => {
    const [refund] = told(inFull).found.refunds;
    expect(refund).toMatchObject({ number: 1, amount: FULL, state: 'asked', dueBy: DUE, isLate: false });
  });

  it('is asked for before anybody is told, once, and then told without it', () => {
    const asking = { type: 'ask-refund', at: TOLD, policy } as const;
    const asked = waiting().decided(inFull).when(asking);
    expect(asked.types).toEqual(['refund-asked']);
    expect(asked.when(asking).events).toEqual([]);
    const paid = asked.paid(TOLD);
    expect(paid.found).toMatchObject({
      status: 'decided',
      refunds: [{ number: 1, amount: FULL, state: 'paid' }],
    });
    const after = paid.told();
    expect(after.found).toMatchObject({ status: 'told', refunds: [{ state: 'paid' }] });
    expect(after.found.refunds).toHaveLength(1);
    expect(decisionBehind(after.found, 1)?.decision).toEqual(inFull);
    expect(waiting().decided(declined).when(asking).events).toEqual([]);
  });

  it('is due sooner where the way it goes is faster', () => {
    const others = [{ id: 'transfer', method: { en: 'a', 'pt-BR': 'b' }, days: 2, statementDays: 1 }];
    const fast = { ...policy, refund: { ...policy.refund, others } };
    const decision = { outcome: 'approved', amount: FULL, way: 'transfer' } as const;
    const { found } = waiting().decided(decision).when({ type: 'record-told', at: TOLD, policy: fast });
    expect(found.refunds).toMatchObject([{ way: 'transfer', dueBy: '2026-11-06T05:00:00.000Z' }]);
  });

  it.each([
    ['declines', declined],
    ['offers something else', instead('store-credit')],
  ])('is none where it %s', (_, decision) => {
    expect(told(decision).found.refunds).toEqual([]);
  });

  it('is asked for once, however often the step runs', () => {
    expect(told(inFull).told().events).toEqual([]);
  });

  it('is asked for again half way, then when it is late, then every second day', () => {
    const half = told(inFull).time(hoursAfter(DECIDED, 3.5 * 24));
    expect(half.types).toEqual(['refund-reminder-due']);
    expect(half.time(hoursAfter(DECIDED, 3.5 * 24)).events).toEqual([]);
    const late = half.time(DUE);
    expect(late.types).toEqual(['refund-late']);
    expect(late.time(daysAfter(DUE, 1)).events).toEqual([]);
    expect(late.time(daysAfter(DUE, 2)).types).toEqual(['refund-reminder-due']);
    expect(late.time(daysAfter(DUE, 2)).time(daysAfter(DUE, 4)).found.refunds).toMatchObject([
      { askedAgain: 4, isLate: true },
    ]);
  });

  it('is late once: not a moment before the day is over, and for good', () => {
    const before = told(inFull).time(hoursAfter(DUE, -0.01));
    expect(before.types).toEqual(['refund-reminder-due']);
    const late = before.time(DUE);
    expect(late.types).toEqual(['refund-late']);
    expect(late.time(daysAfter(DUE, 30)).types).toEqual(['refund-reminder-due']);
  });

  it('that is paid is neither asked for again nor late', () => {
    expect(told(inFull).paid(daysAfter(TOLD, 1)).time(daysAfter(DUE, 30)).events).toEqual([]);
  });
});

describe('what whoever pays says', () => {
  it('is recorded with the reference', () => {
    const { found } = told(inFull).paid(LATER, 'TX-7');
    expect(found.refunds).toMatchObject([
      { state: 'paid', paid: { at: LATER, by: 'finance@shop.example', reference: 'TX-7' } },
    ]);
  });

  it('is one payment when it is said twice, and refused when it is said otherwise', () => {
    const paid = told(inFull).paid(LATER, 'TX-7');
    expect(paid.paid(daysAfter(LATER, 1), 'TX-7').events).toEqual([]);
    expect(() => paid.paid(LATER, 'TX-8')).toThrow(RefundSettled);
    expect(() => paid.paid(LATER, 'TX-8')).toThrow('with the reference TX-7');
    expect(() => paid.failed(LATER)).toThrow(RefundSettled);
  });

  it('may be that it failed, first so and then otherwise, and paid after all', () => {
    const failed = told(inFull).failed(LATER);
    expect(failed.found.refunds).toMatchObject([
      { state: 'failed', failure: { why: 'The card was closed.' }, askAgainAt: daysAfter(LATER, 2) },
    ]);
    expect(failed.failed(daysAfter(LATER, 1)).events).toEqual([]);
    expect(failed.failed(LATER, 'The bank refused it.').types).toEqual(['refund-failed']);
    expect(failed.time(daysAfter(LATER, 2)).types).toEqual(['refund-late']);
    expect(failed.paid(LATER).found.refunds).toMatchObject([{ state: 'paid' }]);
  });

  it('counts for a refund that there is', () => {
    expect(() => told(inFull).paid(LATER, 'TX-7', 2)).toThrow('has no refund 2');
    expect(() => told(declined).paid(LATER)).toThrow(RefundSettled);
  });

  it('may be said a moment before it is recorded that it was asked for, and is to be said again then', () => {
    expect(() => waiting().decided(inFull).paid(TOLD)).toThrow(LinkEarly);
    expect(() => waiting().decided(inFull).paid(TOLD, 'TX-7', 2)).toThrow(RefundSettled);
  });

  it('is recorded after the case was closed by nothing else, and while somebody looks at it again', () => {
    const again = told(inPart(4_000)).objects('decision', LATER);
    expect(again.paid(LATER).found).toMatchObject({ status: 'received', refunds: [{ state: 'paid' }] });
    const round = again.weighed(LATER);
    expect(round.paid(LATER).found).toMatchObject({
      status: 'awaiting-decision',
      refunds: [{ state: 'paid' }],
    });
  });
});

describe('offers', () => {
  it('are open from when the customer is told: the one that was decided, or those named when declining', () => {
    expect(told(instead('half')).found).toMatchObject({ offers: { choices: ['half'], state: 'open' } });
    expect(told(declined).found).toMatchObject({ offers: { choices: ['store-credit', 'half'] } });
    expect('offers' in told(inFull).found).toBe(false);
  });

  it('are limited by what the policy lets them stand in for', () => {
    const [credit, half] = policy.offers;
    if (!credit || !half) throw new Error('the policy has two offers');
    const limited = { ...policy, offers: [{ ...credit, upTo: 50 }, half] };
    const { found } = waiting().decided(declined).when({ type: 'record-told', at: TOLD, policy: limited });
    expect(found).toMatchObject({ offers: { choices: ['half'] } });
  });

  it('are reminded of once, and then run out, on their days', () => {
    const reminded = told(declined).time(daysAfter(TOLD, 24));
    expect(reminded.types).toEqual(['offers-reminder-due']);
    expect(reminded.time(daysAfter(TOLD, 29)).events).toEqual([]);
    expect(reminded.chooses('half', hoursAfter(OFFERS_END, -0.01)).types).toEqual(['offer-accepted']);
    expect(reminded.time(hoursAfter(OFFERS_END, -0.01)).events).toEqual([]);
    const expired = reminded.time(OFFERS_END);
    expect(expired.types).toEqual(['offers-expired']);
    expect(() => expired.chooses('half', OFFERS_END)).toThrow(OffersClosed);
  });

  it('run out without a reminder where nobody looked in time', () => {
    expect(told(declined).time(daysAfter(TOLD, 40)).types).toEqual(['offers-expired']);
  });

  it('can be accepted once; the same again changes nothing, another is refused', () => {
    const accepted = told(declined).chooses('store-credit', LATER);
    expect(accepted.events).toEqual([{ type: 'offer-accepted', at: LATER, offer: 'store-credit' }]);
    expect(accepted.chooses('store-credit', daysAfter(LATER, 1)).events).toEqual([]);
    expect(() => accepted.chooses('half', LATER)).toThrow(OffersClosed);
    expect(() => accepted.chooses(undefined, LATER)).toThrow(OffersClosed);
  });

  it('can all be declined, once', () => {
    const none = told(declined).chooses(undefined, LATER);
    expect(none.types).toEqual(['offers-declined']);
    expect(none.chooses(undefined, LATER).events).toEqual([]);
    expect(() => none.chooses('half', LATER)).toThrow(OffersClosed);
  });

  it('are none but those that were made', () => {
    expect(() => told(instead('half')).chooses('store-credit', LATER)).toThrow(OffersClosed);
    expect(() => told(inFull).chooses('half', LATER)).toThrow(OffersClosed);
  });

  it('can be chosen as soon as it is recorded that the customer was told', () => {
    expect(() => waiting().decided(declined).chooses('half', TOLD)).toThrow(LinkEarly);
  });

  it('of a part of the money ask for it: so much of the amount, due the usual days after', () => {
    const { found } = told(declined).chooses('half', LATER);
    expect(found.refunds).toMatchObject([
      { number: 1, amount: usd(4_495), state: 'asked', dueBy: '2026-11-17T05:00:00.000Z' },
    ]);
    expect(decisionBehind(found, 1)?.decision).toEqual(declined);
  });

  it('of a part of the money pay what is not on its way already', () => {
    const again = told(inPart(1_000)).objects('decision', LATER).weighed(LATER);
    const offered = again.decided(instead('half'), LATER, HEAD).told(LATER).chooses('half', LATER);
    expect(offered.found.refunds.map(({ amount }) => amount)).toEqual([usd(1_000), usd(3_495)]);
  });

  it('of a part of an amount nobody knows leave it to a person', () => {
    const { found } = waiting('noOrder').decided(instead('half')).told().chooses('half', LATER);
    expect(found.refunds).toEqual([]);
    expect(found).toMatchObject({ offers: { state: 'accepted' } });
  });
});

describe('a case is closed exactly when nothing is due any more', () => {
  const due = (story: { found: Parameters<typeof nextDue>[0] | object }) =>
    'followUpAt' in story.found ? nextDue(story.found) : undefined;

  it('waits for the follow-up, the money and the offers, whichever is first', () => {
    expect(due(told(inFull))).toBe(hoursAfter(DECIDED, 3.5 * 24));
    expect(due(told(declined))).toBe(FOLLOW_UP);
    expect(due(told(declined).followedUp(FOLLOW_UP))).toBe(daysAfter(TOLD, 24));
  });

  it('is closed by the payment where the follow-up came first, and the other way round', () => {
    const asked = told(inFull).followedUp(FOLLOW_UP);
    expect(asked.found.status).toBe('told');
    expect(asked.paid(LATER).found.status).toBe('closed');
    const paid = told(inFull).paid(daysAfter(TOLD, 1));
    expect(paid.found.status).toBe('told');
    expect(paid.followedUp(FOLLOW_UP).found.status).toBe('closed');
  });

  it('is not closed by a payment that failed', () => {
    expect(told(inFull).followedUp(FOLLOW_UP).failed(LATER).found.status).toBe('told');
  });

  it.each([
    ['accepted', 'store-credit'],
    ['declined', undefined],
  ])('is closed when the last open offer is %s', (_, offer) => {
    const open = told(declined).followedUp(FOLLOW_UP);
    expect(open.found.status).toBe('told');
    expect(open.chooses(offer, LATER).found.status).toBe('closed');
  });

  it('is closed when the offers run out, and stays open for the money of the one that was accepted', () => {
    expect(told(declined).followedUp(FOLLOW_UP).time(OFFERS_END).found.status).toBe('closed');
    const half = told(declined).followedUp(FOLLOW_UP).chooses('half', LATER);
    expect(half.found.status).toBe('told');
    expect(half.paid(daysAfter(LATER, 1)).found.status).toBe('closed');
  });
});

describe('histories of before there were refunds and offers', () => {
  const old = told(inFull).found.history.map((event) => {
    return event.type === 'told' ? { type: event.type, at: event.at, followUpAt: event.followUpAt } : event;
  });

  it('are told with nothing to pay, and closed by their follow-up', () => {
    const found = replay('RX-OLD', old);
    expect(found).toMatchObject({ status: 'told', refunds: [], followUpAt: FOLLOW_UP });
    expect(due(found)).toBe(FOLLOW_UP);
    expect(replay('RX-OLD', [...old, { type: 'followed-up', at: FOLLOW_UP }]).status).toBe('closed');
  });

  const due = (found: object) =>
    'followUpAt' in found ? nextDue(found as Parameters<typeof nextDue>[0]) : undefined;
});

describe('money that is late while somebody looks at the case again', () => {
  const round = told(inPart(4_000)).objects('decision', hoursAfter(DUE, -2)).weighed(hoursAfter(DUE, -2));

  it('moves the round when it is due', () => {
    if (round.found.status !== 'awaiting-decision') throw new Error(`the case is ${round.found.status}`);
    expect(Date.parse(nextDeadline(round.found))).toBeLessThanOrEqual(Date.parse(DUE));
  });

  it('is late all the same, and the round stays as it was', () => {
    const late = round.when({ type: 'pass-deadline', at: DUE, round: 2, policy });
    expect(late.types).toEqual(['refund-late']);
    expect(late.when({ type: 'pass-deadline', at: DUE, round: 2, policy }).events).toEqual([]);
  });
});
