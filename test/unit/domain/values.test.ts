import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney, toDecimal, typedDecimal } from '../../../functions/domain/money.ts';
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

it('counts whole days, whatever the time of day', () => {
  expect(daysBetween('2026-03-01', '2026-03-03T23:59:59.000Z')).toBe(2);
  expect(daysBetween('2026-03-05', '2026-03-03T00:00:00.000Z')).toBe(-2);
});
