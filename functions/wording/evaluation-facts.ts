import type { FactName, FactValue } from '../domain/facts.ts';
import { NEVER_DAYS } from '../domain/facts.ts';
import type { Language } from '../domain/language.ts';
import { formatShare } from './format.ts';
import { oneLine, shorten } from './plain.ts';
import { terms } from './terms.ts';

/** A category or channel is a word; what is longer is cut (characters). */
const MAX_VALUE = 60;

/** A fact's name in words; one that an older version knew, and this one does not, by its own name. */
export function factLabel(name: string, language: Language): string {
  const { facts } = terms[language].evaluation;
  return Object.hasOwn(facts, name) ? facts[name as FactName] : name;
}

/** A fact's value in words; amounts are in the shop's currency. */
export function factText(name: string, value: FactValue, language: Language, currency: string): string {
  const words = terms[language];
  const { no, never } = terms[language].evaluation;
  if (value === 'unknown') return words.unknown;
  if (typeof value === 'boolean') return value ? words.yes : no;
  if (typeof value === 'string') {
    const named: Record<string, string> = name === 'request.reason' ? words.reasons : words.wishes;
    const text = /^request\.(reason|wish)$/.test(name) && Object.hasOwn(named, value) ? named[value] : value;
    return shorten(oneLine(text ?? value), MAX_VALUE);
  }
  switch (name) {
    case 'product.price':
    case 'request.amount':
    case 'customer.spend':
      return numbers(language, currency).format(value);
    case 'precedents.approvedShare':
      return formatShare(value, language);
    case 'customer.daysSinceLastRequest':
      return value >= NEVER_DAYS ? never : formatNumber(value, language);
    default:
      return formatNumber(value, language);
  }
}

function formatNumber(value: number, language: Language): string {
  return numbers(language).format(value).replace('-', '−');
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times as long as using it. Currencies are those of policies: few. */
function numbers(language: Language, currency?: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(language, currency === undefined ? {} : { style: 'currency', currency });
  formats.set(key, made);
  return made;
}
