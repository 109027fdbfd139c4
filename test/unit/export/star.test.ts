import { describe, expect, test } from 'vitest';
import { CaseEvent } from '../../../functions/domain/case.ts';
import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { daysAfter } from '../../../functions/domain/time.ts';
import { createPseudonyms, keyFingerprint } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { everyEvent, plainWords } from '../../support/every-event.ts';
import { HEAD, MANAGER, OPENED } from '../../support/sample-cases.ts';
import { inFull, inPart, instead, policy, type Story, TOLD, told, waiting } from '../../support/settling.ts';

const KEY = 'a-key-of-at-least-thirty-two-characters';
const pseudonyms = createPseudonyms(KEY);
const star = ({ found }: Pick<Story, 'found'>) => starOf(found, pseudonyms);
const rowOf = (story: Pick<Story, 'found'>) => star(story).cases[0];
/** The kettle’s case, with another request. */
const asking = (changes: Partial<Request>) => {
  const { found } = waiting();
  return rowOf({ found: { ...found, request: { ...found.request, ...changes } } });
};

describe('the row of a case', () => {
  test('tells what was asked, weighed and decided, and how long it took', () => {
    expect(rowOf(told(inPart(4_500)))).toMatchObject({
      case_id: 'RX-7K3F-9Q2M',
      opened_at: OPENED,
      status: 'told',
      customer: pseudonyms.customer('maria@example.com'),
      order_known: true,
      product_category: 'kitchen',
      reason: 'defective',
      wish: 'refund',
      amount: 89_900n,
      currency: 'USD',
      evidence: 2,
      route: 'approve-as-goodwill',
      factors: 'faulty;evidence;first-request',
      outcome: 'part-approved',
      refund_amount: 45_000n,
      refund_currency: 'USD',
      approver: pseudonyms.approver(MANAGER),
      answers: 1,
      decided_level: 1,
      rounds: 1,
      hours_to_decision: 20,
      first_outcome: null,
      fact_order_days_past_window: 28,
      fact_product_price: 89_900n,
    });
  });

  test('is there before anybody has decided, and when the customer took the request back', () => {
    expect(rowOf(waiting())).toMatchObject({
      status: 'awaiting-decision',
      outcome: null,
      decided_level: null,
    });
    const at = daysAfter(OPENED, 1);
    const gone = rowOf(waiting().writes('withdraw', at));
    expect(gone).toMatchObject({ status: 'withdrawn', withdrawn_at: at, outcome: null });
  });

  test('tells what became of the money, of the offers and of an objection', () => {
    const at = daysAfter(TOLD, 3);
    const again = told(inPart(4_000)).paid(at).objects('decision', at).weighed(at);
    const looked = {
      outcome: 'part-approved',
      first_outcome: null,
      paid_amount: 40_000n,
      objections: 'decision',
    };
    expect(rowOf(again)).toMatchObject({ ...looked, status: 'awaiting-decision' });
    const second = again.decided(instead('half'), at, HEAD).told(at).chooses('half', at).paid(at, 'TX-2', 2);
    expect(rowOf(second)).toMatchObject({
      outcome: 'alternative',
      offer: 'half',
      offer_accepted: 'half',
      paid_amount: 44_950n,
      paid_currency: 'USD',
      paid_at: at,
      first_outcome: 'part-approved',
      first_approver: pseudonyms.approver(MANAGER),
      closed_at: null,
    });
    const late = told(inFull)
      .followedUp(daysAfter(TOLD, 5))
      .time(daysAfter(TOLD, 9))
      .paid(daysAfter(TOLD, 10));
    expect(rowOf(late)).toMatchObject({
      refund_late: true,
      status: 'closed',
      closed_at: daysAfter(TOLD, 10),
    });
  });

  test('keeps what the guidelines said when it was first decided, whatever they say after an objection', () => {
    const at = daysAfter(TOLD, 3);
    const seen = {
      first_level: 1,
      first_route: 'approve-as-goodwill',
      first_score: rowOf(waiting())?.score,
      first_policy_version: rowOf(waiting())?.policy_version,
      first_precedents_count: rowOf(waiting())?.['fact_precedents_count'],
    };
    const once = told(inPart(4_000));
    expect(rowOf(once)).toMatchObject(seen);
    const weighed = once.found.history.find((event) => event.type === 'evaluated');
    if (!weighed) throw new Error('the case was weighed');
    const anew: Evaluation = {
      ...weighed.evaluation,
      facts: { ...weighed.evaluation.facts, 'precedents.count': 9, 'precedents.approvedShare': 0.1 },
      route: 'recommend-declining',
      score: -3,
      policyVersion: 'next',
    };
    const again = once
      .objects('fact', at)
      .when({ type: 'record-evaluation', at, evaluation: anew, policy })
      .decided(inFull, at);
    expect(rowOf(again)).toMatchObject({
      ...seen,
      route: 'recommend-declining',
      score: -3,
      policy_version: 'next',
      fact_precedents_count: 9,
      first_approver: pseudonyms.approver(MANAGER),
    });
    expect(rowOf(waiting())).toMatchObject({ first_level: null, first_route: null, first_score: null });
  });

  test('goes by the decision of before where a customer takes an objection back', () => {
    const at = daysAfter(TOLD, 3);
    const stands = told(inPart(4_000))
      .objects('decision', at)
      .weighed(at)
      .writes('withdraw', daysAfter(at, 1));
    expect(rowOf(stands)).toMatchObject({
      outcome: 'part-approved',
      first_outcome: null,
      objections: 'decision',
    });
  });

  test('leaves empty what nobody knows: no zero, and no fact that only stands for another', () => {
    const [received] = everyEvent(plainWords());
    const old = everyEvent(plainWords())[3];
    if (!received || !old) throw new Error('there are such cases');
    const empty = { route: null, score: null, factors: null, fact_order_known: null, evaluated_at: null };
    expect(rowOf({ found: received })).toMatchObject(empty);
    expect(rowOf({ found: old })).toMatchObject({
      confidence: null,
      fact_order_known: null,
      policy_fingerprint: null,
    });
    expect(rowOf({ found: old })?.route).not.toBeNull();
    expect(rowOf(waiting('noOrder'))).toMatchObject({
      amount: null,
      fact_request_amount: null,
      fact_order_days_past_window: null,
    });
  });

  test('keeps amounts exact in currencies of no, two and three decimal places', () => {
    const amountOf = (minor: number, currency: string) =>
      asking({ amount: { source: 'order', value: { minor, currency } } })?.amount;
    expect(amountOf(1500, 'JPY')).toBe(1_500_000n);
    expect(amountOf(1505, 'BRL')).toBe(15_050n);
    expect(amountOf(1505, 'KWD')).toBe(1_505n);
  });

  test('takes no category from the mail, where anyone could write anything into it', () => {
    const row = asking({ category: { source: 'mail', value: 'I am Maria Souza' } });
    expect(row).toMatchObject({ product_category: null, fact_product_category: null });
  });
});

describe('the rows beside it', () => {
  const everything = everyEvent(plainWords());

  test('have a kind of event for every one there is', () => {
    const types = everything.flatMap((found) => starOf(found, pseudonyms).events.map(({ type }) => type));
    expect(new Set(types)).toEqual(new Set(CaseEvent.options.map(({ shape }) => shape.type.value)));
  });

  test('tell of every change who made it and what it was about', () => {
    const whole = everything[1];
    if (!whole) throw new Error('there is such a case');
    const rows = starOf(whole, pseudonyms).events;
    const of = (type: string) => rows.filter((row) => row.type === type);
    expect(rows.map(({ position }) => position)).toEqual(whole.history.map((_, index) => index + 1));
    expect(of('decided').map(({ level, outcome, amount, offer }) => [level, outcome, amount, offer])).toEqual(
      [
        [2, 'part-approved', 30_000n, null],
        [2, 'alternative', null, 'half'],
      ],
    );
    expect(of('approver-left').map(({ actor, why }) => [actor, why])).toEqual([
      ['approver', 'handed-over'],
      ['approver', 'away'],
      ['flow', 'unreachable'],
      ['approver', 'conflict'],
    ]);
    expect(of('refund-failed')).toMatchObject([{ actor: 'finance', why: null }]);
    expect(of('refund-paid')).toMatchObject([{ amount: 30_000n, currency: 'USD' }]);
    expect(of('mail-returned')).toMatchObject([{ why: 'bounced', mail_kind: 'decision' }]);
    expect(of('feedback-given')).toMatchObject([{ actor: 'customer', score: 2 }]);
  });

  test('tell of every mail its direction, its kind and the last that is known of it', () => {
    const [, whole] = everything;
    if (!whole) throw new Error('there is such a case');
    const { mails } = starOf(whole, pseudonyms);
    expect(mails[0]).toMatchObject({ direction: 'in', party: 'staff', state: 'received', attachments: 4 });
    expect(mails.filter(({ direction }) => direction === 'in').map(({ party }) => party)).toEqual([
      'staff',
      'customer',
      'stranger',
      'staff',
    ]);
    const states = mails.filter(({ state }) => !['sent', 'received'].includes(state));
    expect(states.map(({ kind, state }) => [kind, state])).toEqual([
      ['decision', 'held'],
      ['decision', 'bounced'],
      ['refund-request', 'uncertain'],
    ]);
  });

  test('have the factors of the evaluation that stands, in their order', () => {
    expect(star(waiting()).factors.map(({ position, factor, weight }) => [position, factor, weight])).toEqual(
      [
        [1, 'faulty', 4],
        [2, 'evidence', 1],
        [3, 'first-request', 1],
      ],
    );
  });
});

describe('a pseudonym', () => {
  const other = createPseudonyms(`${KEY}!`);

  test('is the same for one person however the address is written, and another under another key', () => {
    expect(pseudonyms.customer('Maria@Example.com')).toBe(pseudonyms.customer('maria@example.com'));
    expect(pseudonyms.customer('maria@example.com')).not.toBe(pseudonyms.customer('marta@example.com'));
    expect(pseudonyms.customer('maria@example.com')).not.toBe(other.customer('maria@example.com'));
    expect(keyFingerprint(KEY)).not.toBe(keyFingerprint(`${KEY}!`));
  });

  test('of an approver cannot be brought together with that of the same person as a customer', () => {
    const [asked, decided] = [pseudonyms.customer(MANAGER), pseudonyms.approver(MANAGER)];
    expect(asked.slice(2)).not.toBe(decided.slice(2));
  });

  test('always reads as text: no table tool takes it for a number', () => {
    expect(pseudonyms.customer('maria@example.com')).toMatch(/^c_[0-9a-f]{32}$/);
    expect(pseudonyms.approver('maria@example.com')).toMatch(/^a_[0-9a-f]{32}$/);
  });
});
