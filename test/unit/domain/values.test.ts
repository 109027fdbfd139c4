import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney, toDecimal, typedDecimal } from '../../../functions/domain/money.ts';
import { findReference, reference } from '../../../functions/domain/reference.ts';
import { dayAfter, dayOf, daysBetween } from '../../../functions/domain/time.ts';

describe('money', () => {
  it.each([
    ['89.90', 8990],
    ['89,90', 8990],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1,234', 123_400],
    ['$ 12.5', 1250],
    ['US$ 89,90', 8990],
    ['usd 89.90', 8990],
    ['1.234', 123_400],
    ['1,234,567.8', 123_456_780],
    ['1234567,8', 123_456_780],
    ['0.05', 5],
    ['0.00', 0],
  ])('reads %s as people write it', (text, minor) => {
    expect(parseMoney(text, 'USD')).toEqual({ minor, currency: 'USD' });
  });

  it.each([
    ...['', 'abc', '-5', '1e9', '12..', '12.', '.5', '9'.repeat(30), '12 34', '<b>5</b>'],
    ...['0.005', '0,005', '1.2345', '1.2.3', '1,2,3', '1.234.56', '1,23,456', '1234,567', '1.234.567.8'],
    ...['1.234,567', '1,234.567', '12,34.5', '0,123.45', '٣'],
  ])('refuses %j, which is no amount or could be two', (text) => {
    expect(parseMoney(text, 'USD')).toBeUndefined();
  });

  it.each([
    ['R$ 89,90', 'USD'],
    ['$ 89.90', 'BRL'],
    ['€5', 'GBP'],
    ['USD 5', 'BRL'],
  ])('refuses %s as an amount in %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeUndefined();
  });

  it.each([
    ['1,500', 1500],
    ['1.500', 1500],
    ['¥1500', 1500],
    ['15.5', undefined],
    ['1,500.00', undefined],
  ])('has no cents in a currency without them: ¥ %s is %s', (text, minor) => {
    expect(parseMoney(text, 'JPY')?.minor).toBe(minor);
    expect(toDecimal({ minor: 1500, currency: 'JPY' })).toBe('1500');
  });

  it.each([
    ['1.5', undefined, 1500],
    ['1,234.567', undefined, 1_234_567],
    ['1.234,567', undefined, 1_234_567],
    ['0.005', undefined, 5],
    ['1.2345', undefined, undefined],
    ['1.250', undefined, undefined],
    ['1.250', 'en', 1250],
    ['1.250', 'pt-BR', 1_250_000],
    ['1,250', 'en', 1_250_000],
    ['1,250', 'pt-BR', 1250],
  ] as const)('has three decimals in a currency with fils: KWD %s (%s) is %s', (text, language, minor) => {
    expect(parseMoney(text, 'KWD', language)?.minor).toBe(minor);
  });

  it('comes back unchanged from the form people type it in, whatever the currency', () => {
    const languages = fc.constantFrom('en' as const, 'pt-BR' as const);
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.constantFrom('BRL', 'USD', 'JPY', 'KWD'),
        languages,
        (minor, currency, language) => {
          const money = { minor, currency };
          expect(parseMoney(typedDecimal(money, language), currency, language)).toEqual(money);
          expect(parseMoney(toDecimal(money), currency, 'en')).toEqual(money);
          const shown = formatMoney(money, language);
          expect(parseMoney(shown, currency, language)).toEqual(money);
        },
      ),
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

describe('days are calendar days of the shop', () => {
  const york = 'America/New_York';
  const paulo = 'America/Sao_Paulo';

  it.each([
    ['2026-03-01', '2026-03-03T23:59:59.000Z', 'UTC', 2],
    ['2026-03-05', '2026-03-03T00:00:00.000Z', 'UTC', -2],
    ['2026-03-01', '2026-03-03T04:59:59.000Z', york, 1],
    ['2026-03-01', '2026-03-03T05:00:00.000Z', york, 2],
    ['2026-03-01', '2026-03-03T02:59:59.000Z', paulo, 1],
    ['2026-03-01', '2026-03-03T03:00:00.000Z', paulo, 2],
    ['2026-03-01', '2026-03-02T15:00:00.000Z', 'Asia/Tokyo', 2],
  ])('from %s to %s in %s (%s) it is %i', (from, to, timeZone, days) => {
    expect(daysBetween(from, to, timeZone)).toBe(days);
  });

  it.each([
    ['into summer time, a day of 23 hours', '2026-03-07', '2026-03-09T04:00:00.000Z', 2],
    ['a minute before', '2026-03-07', '2026-03-09T03:59:00.000Z', 1],
    ['out of it, a day of 25 hours', '2026-10-31', '2026-11-02T05:00:00.000Z', 2],
    ['a minute before', '2026-10-31', '2026-11-02T04:59:00.000Z', 1],
  ])('across the change of clocks, %s', (_, from, to, days) => {
    expect(daysBetween(from, to, york)).toBe(days);
  });

  it('a day after another is the next date, whatever month, year or clock', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2026-10-31', 2)).toBe('2026-11-02');
    expect(dayOf('2026-11-01T03:59:59.000Z', york)).toBe('2026-10-31');
  });
});
