import * as z from 'zod';
import { Language, languages } from './language.ts';
import { MAX_WAIT_DAYS } from './time.ts';

/** Fields by name and no others. A name that is none is answered with the names there are. */
export function fields<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, onlyThese(Object.keys(shape)));
}

function onlyThese(names: readonly string[]) {
  return {
    error: ({ code }: { code?: string }) =>
      code === 'unrecognized_keys' ? `is no field here. Fields: ${names.join(', ')}` : undefined,
  };
}

/** A sentence as it is written: in the languages of the shop. */
const WrittenSentence = z
  .partialRecord(Language, z.string().min(1), onlyThese(languages))
  .refine((says) => Object.keys(says).length > 0, `a sentence in ${languages.join(' or ')}`);

/**
 * A sentence in every language the product speaks; in one that the file does not give it is empty until the policy fills it
 * in. `{order.daysPastWindow}` stands for that fact's value.
 */
export const Sentence = WrittenSentence.transform((says): Record<Language, string> => {
  return { en: says.en ?? '', 'pt-BR': says['pt-BR'] ?? '' };
}).describe('A sentence in every language of the shop');
export type Sentence = z.infer<typeof Sentence>;

export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, such as store-credit');
export const Address = z.email({
  error: ({ code }) =>
    code === 'invalid_format' ? 'an email address such as manager@shop.example' : undefined,
});
export const Condition = z
  .string()
  .min(1)
  .describe(
    "A condition in CEL over the facts, such as request.reason == 'defective' && request.evidence > 0",
  );

/** In the shop's currency: 89.9 is 89.90. */
export const Amount = z.number().positive().max(1e9);

export const WaitHours = z
  .number()
  .positive()
  .max(MAX_WAIT_DAYS * 24);

/** Feedback links and late replies find their case for some weeks; a hundred years is a slip of the pen. */
export const KeptDays = z.int().min(30).max(36_500);

export const TimeZone = z.string().refine(isTimeZone, 'an IANA time zone such as America/Sao_Paulo');
export const Currency = z.string().refine(isCurrency, 'an ISO 4217 currency such as USD or BRL');
export const Pattern = z.string().refine(isPattern, 'a regular expression such as SH-\\d{5}');

const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d';
const Opening = z
  .string()
  .regex(new RegExp(`^${CLOCK}-(${CLOCK}|24:00)$`), 'from and to on a 24-hour clock, such as 09:00-17:30')
  .refine((span) => span.slice(0, 5) < span.slice(6), 'the first time has to be before the second');

/** The days of the week from Monday on, as the file names them. */
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When people are there to decide, by day of the week; a day that is not named is off. */
export const BusinessHours = z
  .partialRecord(z.enum(weekDays), Opening, onlyThese(weekDays))
  .refine((hours) => Object.keys(hours).length > 0, 'at least one day, such as mon: 09:00-17:00')
  .describe('When people are there to decide, in the time zone of the shop. Left out: round the clock');
export type BusinessHours = z.infer<typeof BusinessHours>;

/** How many hours a week has. */
export function weeklyHours(hours: BusinessHours): number {
  const minutes = (time = '') => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const spans = Object.values(hours).map((span) => minutes(span.slice(6)) - minutes(span.slice(0, 5)));
  return spans.reduce((sum, span) => sum + span, 0) / 60;
}

/** A day on which nobody decides: one, or the same every year. */
export const Holiday = z.string().refine(isHoliday, 'a day such as 2026-11-26, or 12-25 for every year');

function isHoliday(text: string): boolean {
  const day = text.length === 5 ? `2028-${text}` : text;
  return z.iso.date().safeParse(day).success;
}

function isTimeZone(text: string): boolean {
  return succeeds(() => new Intl.DateTimeFormat('en', { timeZone: text }));
}

function isCurrency(text: string): boolean {
  return (
    /^[A-Z]{3}$/.test(text) &&
    succeeds(() => new Intl.NumberFormat('en', { style: 'currency', currency: text }))
  );
}

function isPattern(text: string): boolean {
  return succeeds(() => new RegExp(text, 'iu'));
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
