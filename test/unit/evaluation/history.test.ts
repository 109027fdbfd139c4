import { describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/domain/case.ts';
import type { Decision } from '../../../functions/domain/decision.ts';
import { evaluate } from '../../../functions/domain/evaluation.ts';
import { factsOf, NEVER_DAYS, NOTHING_KNOWN, unknownFacts } from '../../../functions/domain/facts.ts';
import type { Order } from '../../../functions/domain/order.ts';
import { type Request, unknown } from '../../../functions/domain/request.ts';
import { daysAfter } from '../../../functions/domain/time.ts';
import { historyOf } from '../../../functions/evaluate/history.ts';
import { AT, aRequest, given, received } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { HEAD } from '../../support/sample-cases.ts';
import { declined, inPart, TOLD, told } from '../../support/settling.ts';

const { policy } = defaultPolicy;
const approved: Decision = { outcome: 'approved', amount: { minor: 100, currency: 'USD' } };
const order = (number: string): Partial<Request> => ({ orderNumber: { source: 'order', value: number } });

function aCase(changes: Partial<Request>, at: string): Case {
  return given(received(changes, at)).found;
}

/** A case that was decided an hour after it was opened. */
function aDecided(changes: Partial<Request>, at: string, decision: Decision): Case {
  const request = aRequest(changes);
  const later = new Date(Date.parse(at) + 3_600_000).toISOString();
  const evaluation = evaluate(
    defaultPolicy,
    factsOf(request, NOTHING_KNOWN, policy, at),
    unknownFacts(request, policy),
  );
  return given(
    received(changes, at),
    { type: 'evaluated', at, evaluation },
    {
      type: 'round-opened',
      at,
      round: 1,
      level: 0,
      approvers: ['a@shop.example'],
      remindAt: later,
      deadline: later,
    },
    { type: 'decided', at: later, round: 1, by: 'a@shop.example', decision },
  ).found;
}

const now = aCase(order('SH-1'), AT);
const past = '2026-10-08T10:00:00.000Z';
const history = (earlier: Case[], orders: Order[] = []) => historyOf(now, earlier, orders, policy);

describe('what the shop knows of a customer', () => {
  it('is nothing of somebody new', () => {
    expect(history([])).toEqual(NOTHING_KNOWN.customer);
  });

  it('is what was decided before, and when it was asked', () => {
    expect(history([aDecided(order('SH-2'), past, approved)])).toMatchObject({
      earlierRequests: 1,
      earlierExceptions: 1,
      daysSinceLastRequest: 25,
    });
  });

  it('counts what was declined as a request and not as an exception', () => {
    const declined = aDecided(order('SH-2'), past, { outcome: 'declined', reason: 'Worn.' });
    expect(history([declined])).toMatchObject({ earlierRequests: 1, earlierExceptions: 0 });
  });

  it('counts what is looked at again as it was decided last', () => {
    const again = told(inPart(4_000)).objects('decision', daysAfter(TOLD, 1));
    const later = aCase(order('SH-1'), daysAfter(TOLD, 2));
    expect(historyOf(later, [again.found], [], policy)).toMatchObject({
      earlierRequests: 1,
      earlierExceptions: 1,
    });
    const second = again.weighed(daysAfter(TOLD, 1)).decided(declined, daysAfter(TOLD, 3), HEAD);
    expect(historyOf(later, [second.found], [], policy)).toMatchObject({ earlierExceptions: 1 });
    const latest = aCase(order('SH-1'), daysAfter(TOLD, 4));
    expect(historyOf(latest, [second.found], [], policy)).toMatchObject({
      earlierRequests: 1,
      earlierExceptions: 0,
    });
  });

  it('counts what was inside the policy as no exception', () => {
    const inside = { ...order('SH-2'), deliveredOn: { source: 'order', value: '2026-10-01' } } as const;
    expect(history([aDecided(inside, past, approved)])).toMatchObject({
      earlierRequests: 1,
      earlierExceptions: 0,
    });
  });

  it('does not count a request that is only asked again, however often', () => {
    const again = [order('SH-1'), { orderNumber: unknown }, order('SH-1')].map((one) => aCase(one, past));
    expect(history(again)).toMatchObject({ earlierRequests: 0, daysSinceLastRequest: NEVER_DAYS });
  });

  it('counts an open request about another order', () => {
    expect(history([aCase(order('SH-2'), past)])).toMatchObject({ earlierRequests: 1, earlierExceptions: 0 });
  });

  it('does not count what somebody else may have written in their name', () => {
    const forged = [aDecided(order('SH-2'), past, approved), aCase(order('SH-3'), past)].map((one) => ({
      ...one,
      sender: 'failed' as const,
    }));
    expect(history(forged)).toEqual(NOTHING_KNOWN.customer);
  });

  it('does not count an open request about an order of somebody else', () => {
    const others = aCase({ ...order('SH-2'), ordersOwnAddress: false }, past);
    expect(history([others])).toMatchObject({ earlierRequests: 0 });
  });

  it('does not count what was decided after this request was made', () => {
    expect(history([aDecided(order('SH-1'), AT, approved)])).toMatchObject({ earlierRequests: 0 });
  });

  it('adds up the orders, and of the money what is in the shop’s currency', () => {
    const bought = (currency: string, ...minor: number[]): Order => ({
      number: `SH-${minor.join()}`,
      customer: { address: 'maria@example.com', name: 'Maria' },
      purchasedOn: '2026-09-01',
      items: minor.map((one) => ({
        product: 'Cup',
        category: 'kitchen',
        price: { minor: one, currency },
        finalSale: false,
      })),
    });
    expect(history([], [bought('USD', 1999, 501), bought('BRL', 70_000)])).toMatchObject({
      orders: 2,
      spend: 25,
    });
  });
});
