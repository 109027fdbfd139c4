import { describe, expect, it } from 'vitest';
import { learn } from '../../../functions/intake/learn.ts';
import { aRequest } from '../../support/cases.ts';

const unknown = { source: 'unknown' } as const;
const nothing = aRequest({
  ordersOwnAddress: undefined,
  orderNumber: unknown,
  product: unknown,
  category: unknown,
  amount: unknown,
  purchasedOn: unknown,
  deliveredOn: unknown,
  reason: unknown,
  wish: unknown,
});
const said = (value: string, certainty: 'stated' | 'likely' | 'guess' = 'stated') =>
  ({ source: 'mail', value, words: value, certainty }) as const;

describe('what a later mail adds to a request', () => {
  it('is nothing where it says nothing', () => {
    expect(learn(nothing, nothing)).toBeUndefined();
  });

  it('is the record of the order it names, all of it', () => {
    const record = aRequest({
      ordersOwnAddress: true,
      orderNumber: { source: 'order', value: 'SH-10001' },
      product: { source: 'order', value: 'Kettle' },
      amount: { source: 'order', value: { minor: 8_900, currency: 'USD' } },
      reason: unknown,
    });
    const before = { ...nothing, orderNumber: said('SH-1000'), product: said('a kettle') };
    expect(learn(before, record)).toMatchObject({
      ordersOwnAddress: true,
      orderNumber: { source: 'order', value: 'SH-10001' },
      product: { value: 'Kettle' },
      amount: { value: { minor: 8_900, currency: 'USD' } },
    });
  });

  it('is each fact that was unknown', () => {
    const later = {
      ...nothing,
      purchasedOn: said('2026-03-03'),
      reason: { ...said(''), value: 'defective' as const },
    };
    expect(Object.keys(learn(nothing, later) ?? {})).toEqual(['purchasedOn', 'reason']);
  });

  it('is a reason after one that says nothing, and never one that says nothing itself', () => {
    const reason = (value: 'other' | 'defective') => ({ ...nothing, reason: { ...said(''), value } });
    expect(learn(reason('other'), reason('defective'))).toMatchObject({ reason: { value: 'defective' } });
    expect(learn(nothing, reason('other'))).toBeUndefined();
  });

  it('changes nothing that was known: a correction is a person’s to make', () => {
    const before = { ...nothing, product: said('a kettle') };
    expect(learn(before, { ...nothing, product: said('a lamp') })).toBeUndefined();
  });

  it('is the right order after a slip of the pen', () => {
    const others = aRequest({ ordersOwnAddress: false, orderNumber: { source: 'order', value: 'SH-10002' } });
    const own = aRequest({ ordersOwnAddress: true, orderNumber: { source: 'order', value: 'SH-10009' } });
    expect(learn(others, own)).toMatchObject({ ordersOwnAddress: true, orderNumber: { value: 'SH-10009' } });
    expect(learn(own, others)).toBeUndefined();
  });

  it('is no guess', () => {
    expect(learn(nothing, { ...nothing, product: said('your time', 'guess') })).toBeUndefined();
  });
});
