import * as z from 'zod';
import { type Language, languages } from './language.ts';

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

/** How people write amounts: `1,234.56` in English, `1.234,56` in Brazil; without grouping both write `1234` and a mark. */
const grammars = {
  en: /^(\d{1,15}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.(\d{1,4}))?$/,
  'pt-BR': /^(\d{1,15}|[1-9]\d{0,2}(?:\.\d{3}){1,4})(?:,(\d{1,4}))?$/,
} as const satisfies Record<Language, RegExp>;

/**
 * Reads an amount as people write it, in English or as in Brazil: `1,234.56`, `1.234,56`, `1234.5`, `R$ 89,90`. Groups
 * have three digits, decimals no more than the currency has; a code or sign in front has to be the currency's own.
 * Where both ways of writing make sense and differ (`1.250` of a currency with three decimals), the language decides.
 * Returns undefined for anything else: negative amounts, `0.005`, `1.2.3`, and what stays ambiguous.
 */
export function parseMoney(text: string, currency: string, language?: Language): Money | undefined {
  const amount = withoutSign(text.trim(), currency);
  const english = readAs('en', amount, currency);
  const brazilian = readAs('pt-BR', amount, currency);
  const isAmbiguous = english !== undefined && brazilian !== undefined && english !== brazilian;
  if (isAmbiguous && !language) return undefined;
  const minor = isAmbiguous ? (language === 'en' ? english : brazilian) : (english ?? brazilian);
  return minor === undefined ? undefined : { minor, currency };
}

function readAs(language: Language, amount: string, currency: string): number | undefined {
  const read = grammars[language].exec(amount);
  if (!read) return undefined;
  const [, whole = '', decimals = ''] = read;
  const digits = currencyDigits(currency);
  if (decimals.length > digits) return undefined;
  const minor = Number(whole.replace(/\D/g, '') + decimals.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** The text without the currency's code or one of its signs in front (`USD`, `US$` and `$`). */
function withoutSign(text: string, currency: string): string {
  const sign = /^[^\d\s]+/.exec(text)?.[0];
  return sign && signsOf(currency).has(sign.toUpperCase()) ? text.slice(sign.length).trimStart() : text;
}

function signsOf(currency: string): Set<string> {
  const named = languages.flatMap((language) =>
    (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) =>
      new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')
        ?.value.toUpperCase(),
    ),
  );
  return new Set([currency, ...named.filter((sign) => sign !== undefined)]);
}

/** The amount as a decimal string without currency or grouping: `89.90`. For forms, CSV and columns. */
export function toDecimal(money: Money): string {
  const digits = currencyDigits(money.currency);
  return (money.minor / 10 ** digits).toFixed(digits);
}

/** The same as a person types it in their language: `89.90`, `89,90`. parseMoney reads it back. */
export function typedDecimal(money: Money, language: Language): string {
  return language === 'en' ? toDecimal(money) : toDecimal(money).replace('.', ',');
}

/** The amount as a person reads it in their language: `$89.90`, `R$ 89,90`. */
export function formatMoney(money: Money, language: string): string {
  const value = money.minor / 10 ** currencyDigits(money.currency);
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(value);
}
