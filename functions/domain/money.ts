import { z } from 'zod';

/** An amount in the currency's minor unit (cents for USD, none for JPY), so that sums are exact. */
export const Money = z.object({
  minor: z.int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD or BRL'),
});
export type Money = z.infer<typeof Money>;

/** Decimal places of an ISO 4217 currency, from the CLDR data the runtime carries. */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}
/** Making a format takes longer than reading a mail; there are some 300 currencies. */
const digitsOf = new Map<string, number>();

/**
 * Reads an amount as people and spreadsheets write it: `1,234.56`, `1.234,56`, `1234.5`, `R$ 89,90`.
 * The last separator followed by one or two digits is the decimal one; three digits make it a thousands separator.
 * Returns undefined for anything else, including negative amounts.
 */
export function parseMoney(text: string, currency: string): Money | undefined {
  const plain = text.replace(/^\s*(?:[A-Z]{3}|[A-Z]{0,2}\$|€|£)\s*/u, '').trim();
  if (!/^\d[\d.,]{0,17}$/.test(plain)) return undefined;
  const decimal = /[.,](\d{1,2})$/.exec(plain);
  const whole = (decimal ? plain.slice(0, decimal.index) : plain).replace(/[.,]/g, '');
  const digits = currencyDigits(currency);
  const fraction = (decimal?.[1] ?? '').padEnd(2, '0');
  const minor = Number(whole) * 10 ** digits + Math.round(Number(`0.${fraction}`) * 10 ** digits);
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}

/** The amount as a decimal string without currency or grouping: `89.90`. For forms, CSV and columns. */
export function toDecimal(money: Money): string {
  const digits = currencyDigits(money.currency);
  return (money.minor / 10 ** digits).toFixed(digits);
}

/** The amount as a person reads it in their language: `$89.90`, `R$ 89,90`. */
export function formatMoney(money: Money, language: string): string {
  const value = money.minor / 10 ** currencyDigits(money.currency);
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(value);
}
