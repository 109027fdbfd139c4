import * as z from 'zod';
import type { Case } from './case.ts';
import { MAX_REASON } from './decision.ts';
import { currencyDigits, type Money } from './money.ts';
import { known } from './request.ts';
import type { Refund } from './settlement.ts';
import { Instant } from './time.ts';

/** Raised whenever a field changes its meaning; a new field that may be left out is none. */
const schemaVersion = z.literal(1);

/** The longest reference of a payment (characters): those of banks have up to 35. */
export const MAX_REFERENCE = 100;

/**
 * No line breaks, no other controls, and nothing that turns the direction of text: the customer is told the reference, and it stands between
 * other words. Written so that validators of every language read it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$/;

/** What a payment is found by, whoever says it: on the page, or in an event. */
export const PaymentReference = z
  .string()
  .trim()
  .min(1)
  .max(MAX_REFERENCE)
  .regex(ONE_LINE, 'one line, without control characters or characters that turn text round')
  .refine((reference) => /[\p{L}\p{N}]/u.test(reference), 'has letters or digits');

const refundId = z
  .string()
  .regex(
    /^RX-[0-9A-Z]{4}-[0-9A-Z]{4}\.refund\.[1-9]\d{0,3}$/,
    'the refundId of a RefundRequested, such as RX-7K3F-9Q2M.refund.1',
  )
  .describe(
    'Names one refund for good. The same again is the same refund: pay it once, however often it is requested',
  );

/** Money that is due to a customer, for a payment system. It names nobody: whoever paid for the order is paid back. */
export const RefundRequested = z.object({
  schemaVersion,
  refundId,
  caseId: z.string().describe('The reference of the case, which the customer knows'),
  amount: z
    .object({
      minor: z.int().positive().describe('In the minor unit of the currency: cents of USD, yen of JPY'),
      currency: z.string().describe('ISO 4217 code'),
      decimal: z.string().describe('The same amount as people write it, with a point: 89.90'),
    })
    .describe('What is to be paid'),
  way: z
    .string()
    .optional()
    .describe('The id of one of the policy’s other ways to pay; absent for the usual one'),
  dueBy: Instant.describe('Until when the customer was told that they have it'),
  orderNumber: z
    .string()
    .optional()
    .describe('The order as the shop has it; absent where nobody knows it, and a person pays'),
});
export type RefundRequested = z.infer<typeof RefundRequested>;

const confirms = { schemaVersion, refundId };

/** What a payment system says of a refund it was asked for. */
export const RefundConfirmed = z.discriminatedUnion('outcome', [
  z.object({
    ...confirms,
    outcome: z.literal('paid'),
    reference: PaymentReference.describe(
      'What the payment is found by: one line, with letters or digits. The customer is told it. The same again changes nothing, another is refused',
    ),
  }),
  z.object({
    ...confirms,
    outcome: z.literal('failed'),
    why: z.string().trim().min(1).max(MAX_REASON).describe('For whoever decided, who reads it as it is'),
  }),
]);
export type RefundConfirmed = z.infer<typeof RefundConfirmed>;

/** The event that asks for a refund of a case. */
export function refundRequested(
  { id, request }: Case,
  { number, amount, way, dueBy }: Pick<Refund, 'number' | 'amount' | 'way' | 'dueBy'>,
): RefundRequested {
  const order = request.orderNumber.source === 'order' ? known(request.orderNumber) : undefined;
  return {
    schemaVersion: 1,
    refundId: `${id}.refund.${number}`,
    caseId: id,
    amount: { ...amount, decimal: decimalOf(amount) },
    ...(way !== undefined && { way }),
    dueBy,
    ...(order !== undefined && { orderNumber: order }),
  };
}

/** The case and the number of the refund that an id names. */
export function refundOfId(id: string): { caseId: string; refund: number } {
  const [caseId = '', , number] = id.split('.');
  return { caseId, refund: Number(number) };
}

function decimalOf({ minor, currency }: Money): string {
  const digits = currencyDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
