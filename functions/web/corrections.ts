import { isSameAddress } from '../domain/address.ts';
import type { Language } from '../domain/language.ts';
import { currencyDigits, formatMoney, type Money, parseMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import { type Fact, type Learned, NamedReason, type Request, unknown } from '../domain/request.ts';
import { type Day, dayAfter, dayOf } from '../domain/time.ts';
import { factsOfOrder } from '../intake/extract.ts';
import { orderOfNumbers } from '../intake/facts/dates.ts';
import { orderNumbers } from '../intake/facts/order-number.ts';
import { readWords } from '../intake/facts/words.ts';
import { findDays } from '../intake/facts/written-days.ts';
import { type CustomerView, customerView } from '../mail/customer-view.ts';
import { formatDay } from '../wording/format.ts';
import { oneLine } from '../wording/plain.ts';
import { pageCatalogue } from './catalogue/index.ts';

/** The facts a customer can correct, in the order of the form. */
export const correctable = [
  'orderNumber',
  'product',
  'amount',
  'purchasedOn',
  'deliveredOn',
  'reason',
] as const;
export type Correctable = (typeof correctable)[number];
type Written = Record<Correctable, string>;
type Errors = Partial<Record<Correctable, string>>;

/** The longest name of a product (characters). */
const MAX_PRODUCT = 200;
/** Shown of what cannot be read (characters). */
const MAX_SHOWN = 60;

interface Reader {
  policy: Policy;
  language: Language;
  today: Day;
  /** What the customer may be told, and so what a correction is compared with. */
  view: CustomerView;
}
type Read<T> = { value: T } | { error: string };

/** What a customer says is right, or what is wrong with it by field, in their language. Empty fields say nothing. */
export async function readCorrections(
  { orders, policy: { policy }, clock }: Needs<'orders' | 'policy' | 'clock'>,
  request: Request,
  written: Written,
): Promise<{ learned: Learned } | { errors: Errors }> {
  const reader: Reader = {
    policy,
    language: request.language,
    today: dayOf(clock.now(), policy.shop.timeZone),
    view: customerView(request),
  };
  const errors: Errors = {};
  const corrected: Learned = {};
  for (const field of correctable) {
    if (written[field] === '') continue;
    const read = readers[field](written[field], reader);
    if ('error' in read) errors[field] = read.error;
    else if (sameAs(reader.view[field], read.value))
      errors[field] = saysOf(reader).same(labelOf(reader, field));
    else Object.assign(corrected, { [field]: stated(read.value, written[field]) });
  }
  if (isBefore(corrected, reader.view)) errors.deliveredOn ??= saysOf(reader).beforeBought;
  if (Object.keys(errors).length > 0) return { errors };
  const number = corrected.orderNumber;
  if (number?.source !== 'mail') return { learned: corrected };
  const order = await orders.get(number.value);
  const isOwn = order && isSameAddress(order.customer.address, request.customer.address);
  const learned = isOwn ? factsOfOrder(order, request) : withoutOrder(request);
  return { learned: { ...learned, ...corrected, ...(isOwn && { orderNumber: learned.orderNumber }) } };
}

const readers: { [F in Correctable]: (text: string, reader: Reader) => Read<unknown> } = {
  orderNumber(text, reader) {
    // Digits alone are a number of the shop's after a word that says so.
    const [found, ...more] = orderNumbers(readWords(`# ${text}`), reader.policy);
    if (!found || more.length > 0) return { error: saysOf(reader).orderNumber(shown(text)) };
    return { value: found.number };
  },
  product(text, reader) {
    const limit = new Intl.NumberFormat(reader.language).format(MAX_PRODUCT);
    return text.length > MAX_PRODUCT ? { error: saysOf(reader).product(limit) } : { value: oneLine(text) };
  },
  amount(text, reader) {
    const { language, policy, view } = reader;
    const currency = view.amount?.currency ?? policy.shop.currency;
    const value = parseMoney(text, currency, language);
    if (value && value.minor > 0) return { value };
    const example = { minor: Math.round(89.9 * 10 ** currencyDigits(currency)), currency };
    return { error: saysOf(reader).amount(shown(text), formatMoney(example, language)) };
  },
  purchasedOn: (text, reader) => readDay('purchasedOn', text, reader),
  deliveredOn: (text, reader) => readDay('deliveredOn', text, reader),
  reason(text, reader) {
    const read = NamedReason.safeParse(text);
    return read.success ? { value: read.data } : { error: saysOf(reader).reason };
  },
};

/** A day that has been, as people write it where the shop is: `2026-03-04`, `March 4, 2026`, `4 de março`, but none that may be two days. */
function readDay(field: 'purchasedOn' | 'deliveredOn', text: string, reader: Reader): Read<Day> {
  const { language, policy, today } = reader;
  const { words } = readWords(text);
  const [found, ...more] = findDays(words, today, orderOfNumbers(language, policy), language);
  if (found && more.length === 0 && found.certainty !== 'guess') return { value: found.day };
  const example = formatDay(dayAfter(today, -30), language);
  return { error: saysOf(reader).day(labelOf(reader, field), shown(text), example) };
}

function stated<T>(value: T, words: string): Fact<T> {
  return { source: 'mail', value, words: words.slice(0, MAX_PRODUCT), certainty: 'stated' };
}

/** What an order that is not the one meant had said holds no longer. */
function withoutOrder(request: Request): Learned {
  const names = ['product', 'category', 'amount', 'purchasedOn', 'deliveredOn'] as const;
  const gone = names.filter((name) => request[name].source === 'order').map((name) => [name, unknown]);
  return { ...Object.fromEntries(gone), finalSale: false };
}

function isBefore(corrected: Learned, view: CustomerView): boolean {
  const day = (name: 'purchasedOn' | 'deliveredOn') => {
    const fact = corrected[name];
    return fact && fact.source !== 'unknown' ? fact.value : view[name];
  };
  const [bought, came] = [day('purchasedOn'), day('deliveredOn')];
  const isNew = corrected.purchasedOn !== undefined || corrected.deliveredOn !== undefined;
  return isNew && bought !== undefined && came !== undefined && came < bought;
}

function sameAs(had: CustomerView[Correctable], value: unknown): boolean {
  if (had === undefined) return false;
  return typeof had === 'string' ? had === value : isSameMoney(had, value as Money);
}

function isSameMoney(one: Money, other: Money): boolean {
  return one.minor === other.minor && one.currency === other.currency;
}

const saysOf = ({ language }: Reader) => pageCatalogue[language].object.errors;
const labelOf = ({ language }: Reader, field: Correctable) => pageCatalogue[language].object[field];
const shown = (text: string) => oneLine(text).slice(0, MAX_SHOWN);
