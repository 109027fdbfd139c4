import * as z from 'zod';

/** The longest text of one field (characters). A longer one is a quote that was never closed, or another file. */
const MAX_FIELD = 200;
/** How much of a wrong value a message repeats (characters). */
const MAX_SHOWN = 40;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A field's value as a message shows it. */
export function shown(value: string): string {
  return JSON.stringify(value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value);
}

/** Says what a field is not, and what would be right. */
function mistake(what: string, right: string) {
  return {
    error: ({ input }: { input?: unknown }) => {
      const value = String(input ?? '');
      return value === '' ? `is empty; ${right}` : `${shown(value)} is not ${what}; ${right}`;
    },
  };
}

/** One line of words. No control characters: they have no place in a name and could break a mail's header. */
function words(right: string) {
  const pattern = new RegExp(`^\\P{Cc}{1,${MAX_FIELD}}$`, 'u');
  return z.string().regex(pattern, mistake(`one line of at most ${MAX_FIELD} characters`, right));
}

const dayRight = 'write year-month-day, such as 2026-03-31';
const optionalDay = z.iso.date(mistake('a day', `${dayRight}, or leave it empty`));

/** One row of an orders file: one item of an order. The keys are the file's columns. */
export const Row = z.object({
  order_number: words('write the number the customer sees, such as SH-10001'),
  customer_email: z
    .string()
    .regex(
      /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u,
      mistake('an email address', 'write one such as ana@example.com'),
    )
    .toLowerCase(),
  customer_name: words('write the name on the order'),
  purchased_on: z.iso.date(mistake('a day', dayRight)),
  delivered_on: z.union([z.literal(''), optionalDay]).optional(),
  product: words('write what was bought, as the customer knows it'),
  category: words('write a category of the policy, such as electronics').toLowerCase(),
  price: z
    .string()
    .regex(/^\d{1,11}(\.\d+)?$/, mistake('a price', 'write digits and a decimal point, such as 1234.50')),
  currency: z
    .string()
    .refine(
      (code) => currencies.has(code),
      mistake('a currency', 'write an ISO 4217 code such as USD or BRL'),
    ),
  final_sale: z
    .literal(['yes', 'no', ''], mistake('an answer', 'write yes or no, or leave it empty for no'))
    .optional(),
  channel: z
    .union([z.literal(''), words('write where it was bought, such as web or store').toLowerCase()])
    .optional(),
});
export type Row = z.infer<typeof Row>;
