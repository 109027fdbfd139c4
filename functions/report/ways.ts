import type { Language } from '../domain/language.ts';
import type { Month } from '../domain/time.ts';
import { oneLine } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import type { Words } from './words/en.ts';

/** A day has so many hours; what takes longer than two of them is told in days. */
const DAY = 24;
/** Less than this share of a change is none worth a word. */
const SAME = 0.05;
/** The digits of a pseudonym that tell people apart in a sentence. */
const SHOWN = 10;

/** How numbers, months and names are written in a language. */
export function waysOf(language: Language, words: Words) {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const times = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const tenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const unit = (name: 'hour' | 'day', long: boolean) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: long ? 'long' : 'narrow',
      maximumFractionDigits: 1,
    });
  const [hours, days] = [unit('hour', true), unit('day', true)];
  const monthName = (month: Month, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(month));
  const reasons: Record<string, string> = terms[language].reasons;
  const ways = {
    count: (value: number) => whole.format(value),
    tenth: (value: number) => tenth.format(value),
    /** Never rounded to all or nothing of what is not. */
    share: (hits: number, of: number) =>
      of === 0
        ? words.none
        : percent.format(hits === 0 || hits === of ? hits / of : Math.min(0.99, Math.max(0.01, hits / of))),
    percent: (value: number) => percent.format(value),
    points: (value: number) => points.format(100 * value).replace('-', '−'),
    hours: (value: number | null | undefined) =>
      typeof value !== 'number'
        ? words.none
        : value > 2 * DAY
          ? days.format(value / DAY)
          : hours.format(value),
    /** Along an axis. */
    days: (value: number) => unit('day', false).format(value),
    money: (amount: number, currency: string) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount),
    roundMoney: (amount: number, currency: string) =>
      new Intl.NumberFormat(language, { style: 'currency', currency, notation: 'compact' }).format(amount),
    monthYear: (month: Month) => monthName(month, { month: 'long', year: 'numeric' }),
    month: (month: Month) => monthName(month, { month: 'long' }),
    shortMonth: (month: Month) => monthName(month, { month: 'short' }).replace('.', ''),
    monthInTable: (month: Month) => monthName(month, { month: 'short', year: 'numeric' }),
    list: (parts: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts),
    reason: (reason: string) =>
      reasons[reason] ?? (reason === 'unknown' || reason === '' ? words.unknown : reason),
    /** The shop's own word for it. */
    category: (category: string) => (category === 'unknown' ? words.unknownProduct : oneLine(category)),
    /** What requests are about: their reason, and the category of the product where it is known. */
    about: (reason: string, category: string) =>
      [...(reason ? [ways.reason(reason)] : []), ...(category ? [ways.category(category)] : [])].join(', '),
    person: (pseudonym: string) => oneLine(pseudonym).slice(0, SHOWN),
    /** `, 18% more than in June`; nothing where there was nothing before. */
    compared: (value: number, before: number, month: Month, as: 'many' | 'much') => {
      const says = words.compared;
      const named = ways.month(month);
      if (before <= 0 || value <= 0) return '';
      const ratio = value / before;
      if (Math.abs(ratio - 1) < SAME) return says.same(named, as);
      if (ratio >= 1.9 && ratio <= 2.1) return says.twice(named, as);
      if (ratio > 2.1) return says.times(times.format(ratio), named, as);
      if (ratio >= 0.47 && ratio <= 0.53) return says.half(named, as);
      const change = percent.format(Math.abs(ratio - 1));
      return ratio > 1 ? says.more(change, named) : says.less(change, named, as);
    },
  };
  return ways;
}
export type Ways = ReturnType<typeof waysOf>;
