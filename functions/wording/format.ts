import type { Language } from '../domain/language.ts';
import type { Day, Instant, Month } from '../domain/time.ts';

/** A day and time with its zone, as a person reads it: `Tuesday, March 3, 2026 at 10:00 AM EST`. */
export function formatInstant(at: Instant, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}

/** The day an instant falls on in a time zone: `Tuesday, March 3, 2026`. */
export function formatDate(at: Instant, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone }).format(new Date(at));
}

/** The same, short enough for a list: `Mar 3, 2026`. */
export function formatShortDate(at: Instant, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(new Date(at));
}

/** A calendar day with its weekday: `Tuesday, March 3, 2026`. */
export function formatFullDay(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));
}

/** A calendar day: `March 3, 2026`. */
export function formatDay(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** A number of days: `7 days`, `1 dia`. */
export function formatDays(days: number, language: Language): string {
  const format = { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, format).format(days);
}

/** A file's size: `482 kB`. */
export function formatBytes(bytes: number, language: Language): string {
  const [unit, size] =
    bytes < 1_000 ? ['byte', 1] : bytes < 1_000_000 ? ['kilobyte', 1_000] : ['megabyte', 1_000_000];
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits });
  return format.format(bytes / size);
}

/** A share of 1 in whole per cent, never rounded up to all of it: `96%`. */
export function formatShare(share: number, language: Language): string {
  const percent = share < 1 ? Math.min(0.99, share) : 1;
  return new Intl.NumberFormat(language, { style: 'percent' }).format(percent);
}

/** A factor's weight with its sign: `+4`, `−2`. */
export function formatWeight(weight: number, language: Language): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 2 })
    .format(weight)
    .replace('-', '−');
}

/** A language's name in another: `português (Brasil)`, `Brazilian Portuguese`. */
export function nameOfLanguage(named: Language, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(named) ?? named;
}

/** A month of the calendar: `March 2026`, `março de 2026`. */
export function formatMonth(month: Month, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(month),
  );
}

/** Which of the forms goes with a number, as the language has it: `1 photo`, `2 photos`. A form it needs and lacks is `other`. */
export function plural(
  language: Language,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
