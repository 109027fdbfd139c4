import * as z from 'zod';
import { Language } from './language.ts';
import { Money } from './money.ts';
import { Day } from './time.ts';

/** Why a customer wants their money back. `other` is a reason we read but have no name for. */
export const Reason = z.enum([
  'defective',
  'damaged-in-transit',
  'wrong-item',
  'not-as-described',
  'arrived-late',
  'never-arrived',
  'changed-mind',
  'hardship',
  'charged-twice',
  'subscription-renewed',
  'other',
]);
export type Reason = z.infer<typeof Reason>;

/** The reasons that say something: those a policy can name. */
export const NamedReason = Reason.exclude(['other']);
type NamedReason = z.infer<typeof NamedReason>;

/** What the customer would like to happen. */
export const Wish = z.enum(['refund', 'store-credit', 'exchange', 'repair']);
export type Wish = z.infer<typeof Wish>;

/** How sure a reading of a mail is: said in so many words, most probably meant, or only the best there is to go by. */
export const Certainty = z.enum(['stated', 'likely', 'guess']);
export type Certainty = z.infer<typeof Certainty>;

/** A fact and where it came from: the shop's order record, the customer's mail (with its words), or nowhere. */
function fact<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('source', [
    z.object({ source: z.literal('order'), value }),
    z.object({
      source: z.literal('mail'),
      value,
      words: z.string().optional(),
      certainty: Certainty.optional(),
    }),
    z.object({ source: z.literal('unknown') }),
  ]);
}

export type Fact<T> =
  | { source: 'order'; value: T }
  | { source: 'mail'; value: T; words?: string | undefined; certainty?: Certainty | undefined }
  | { source: 'unknown' };

export const unknown = { source: 'unknown' } as const;

/** The fact's value, or undefined where it is unknown. */
export function known<T>(fact: Fact<T>): T | undefined {
  return fact.source === 'unknown' ? undefined : fact.value;
}

/** What an attachment can show of a case. `other` is everything that shows nothing by being looked at, or that no one should open. */
export const AttachmentKind = z.enum(['photo', 'video', 'document', 'other']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** Something that came with a mail. Cases of before there were kinds have attachments without one. */
export const Attachment = z.object({
  /** A file name that is safe to save under, whatever the mail said. */
  name: z.string(),
  /** What it is by its bytes. */
  type: z.string(),
  /** What the mail calls it, where that is something else. */
  declaredType: z.string().optional(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  kind: AttachmentKind.optional(),
  /** True for a picture the text is laid out with: a logo, an icon, a line. */
  decoration: z.literal(true).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** The longest text of one mail kept inside the case (characters): a table item holds 400 KB, history included. */
export const MAX_TEXT = 20_000;

/** The longest text of a whole mail kept beside the customer's own words (characters); the raw mail has the rest. */
export const MAX_WHOLE_TEXT = 10_000;

/** What the customer asks for and why, as facts. */
export const Request = z.object({
  customer: z.object({
    address: z.string(),
    name: fact(z.string()),
    /** A telephone number and a further mail address, where the mail gives them. */
    phone: fact(z.string()).optional(),
    otherAddress: fact(z.string()).optional(),
  }),
  /** Somebody of the shop who passed the customer's mail on, and what they wrote about it. */
  contact: z.object({ address: z.string(), name: z.string(), note: z.string() }).optional(),
  /** True when the address the mail came from is the one on the order; false when there is an order and it is not. */
  ordersOwnAddress: z.boolean().optional(),
  orderNumber: fact(z.string()),
  product: fact(z.string()),
  category: fact(z.string()),
  /** The categories of an order of several, of which `category` is none: it is unknown then. */
  categories: z.array(z.string()).min(2).optional(),
  finalSale: z.boolean(),
  /** Where the order was placed, as the order's record names it. */
  channel: z.string().optional(),
  /** What was paid. Where no order says so, the sum that the mail is about. */
  amount: fact(Money),
  /** A sum that the mail asks back in so many words; it may be less than was paid. */
  asked: fact(Money).optional(),
  purchasedOn: fact(Day),
  deliveredOn: fact(Day),
  reason: fact(Reason),
  wish: fact(Wish),
  language: Language,
  attachments: z.array(Attachment),
  /** How many more came with the mail than are kept apart; the raw mail has them. */
  attachmentsNotKept: z.int().positive().optional(),
  subject: z.string(),
  /** The customer's own words. */
  text: z.string(),
  /** All of the mail's text, from its beginning, where it holds more than their words: quotes, a signature, a forwarded mail. */
  wholeText: z.string().optional(),
});
export type Request = z.infer<typeof Request>;

/** Facts that a later mail adds to a request. */
export const Learned = Request.pick({
  ordersOwnAddress: true,
  orderNumber: true,
  product: true,
  category: true,
  categories: true,
  finalSale: true,
  channel: true,
  amount: true,
  asked: true,
  purchasedOn: true,
  deliveredOn: true,
  reason: true,
  wish: true,
}).partial();
export type Learned = z.infer<typeof Learned>;

/**
 * A reason that says something. Anger alone is read as `other`, for a person to see; taken for a reason it would be a tone of voice,
 * and whoever keeps calm would be asked for one and heard, and whoever does not would not.
 */
export function namedReason({ reason }: Pick<Request, 'reason'>): NamedReason | undefined {
  const said = known(reason);
  return said === 'other' ? undefined : said;
}

/** What was learned, without what was not: an absent fact leaves what is known as it is. */
export function defined(learned: Learned): Partial<Request> {
  return Object.fromEntries(Object.entries(learned).filter(([, value]) => value !== undefined));
}

/** What the customer asks for: a part of what was paid where they name one, else all of it. */
export function askedAmount({ amount, asked = unknown }: Pick<Request, 'amount' | 'asked'>): Fact<Money> {
  const [paid, part] = [known(amount), known(asked)];
  return paid && part && part.currency === paid.currency && part.minor < paid.minor ? asked : amount;
}

/** Whether the customer asks for less than was paid. */
export function isPartOfPaid(request: Pick<Request, 'amount' | 'asked'>): boolean {
  return askedAmount(request) !== request.amount;
}
