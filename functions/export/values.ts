import { currencyDigits, type Money } from '../domain/money.ts';

/** Places of the tables' decimals. */
export const DECIMAL_PLACES = 3;

/** The money of a decimal column and its currency: both, or neither. */
export function thousandths(money: Money | undefined): bigint | null {
  if (!money) return null;
  const shift = DECIMAL_PLACES - currencyDigits(money.currency);
  return BigInt(Math.round(money.minor * 10 ** shift));
}

/** Several words in one column, or null where there are none. */
export function joined(words: readonly string[] | undefined): string | null {
  return words?.join(';') || null;
}
