import { isSameAddress } from '../domain/address.ts';
import type { ParsedMail } from '../domain/mail.ts';
import { type Order, orderTotal } from '../domain/order.ts';
import type { Policy } from '../domain/policy.ts';
import { type Fact, type Learned, MAX_TEXT, type Request, unknown } from '../domain/request.ts';
import type { Day } from '../domain/time.ts';
import { findAmount, findAsked } from './facts/amount.ts';
import { dayOfHeader } from './facts/calendar.ts';
import { findOtherAddress, findPhone } from './facts/contact.ts';
import { findDates } from './facts/dates.ts';
import { detectLanguage } from './facts/language.ts';
import { orderNumbers } from './facts/order-number.ts';
import { guessProduct, itemsNamed } from './facts/product.ts';
import { findReason } from './facts/reason.ts';
import { fromMail } from './facts/said.ts';
import { findWish } from './facts/wish.ts';
import { type Read, readWords } from './facts/words.ts';

/** The longest subject kept and searched (characters); RFC 5322 allows lines of 998. */
const MAX_SUBJECT = 500;

/** Every order number a mail names, as the shop writes them: the first that is on record is the one meant. */
export function findOrderNumbers(mail: ParsedMail, policy: Policy): string[] {
  return orderNumbers(read(mail), policy).map(({ number }) => number);
}

/** The first order number a mail names, as the shop writes it. */
export function findOrderNumber(mail: ParsedMail, policy: Policy): string | undefined {
  return findOrderNumbers(mail, policy)[0];
}

/** What a mail asks for, as facts. What the order record knows goes before what the mail says. */
export function extractRequest(
  mail: ParsedMail,
  sender: { address: string; name: string },
  order: Order | undefined,
  policy: Policy,
): Request {
  const words = read(mail);
  const language = detectLanguage(words, policy.shop.language);
  const own = order && isSameAddress(order.customer.address, sender.address);
  const { refunds, finance } = policy.shop;
  const phone = findPhone(words);
  const asked = findAsked(words, policy.shop.currency);
  const otherAddress = findOtherAddress(words, [sender.address, refunds, finance]);
  return {
    customer: {
      address: sender.address,
      name: nameOf(sender.name, own ? order : undefined),
      ...(phone.source === 'mail' && { phone }),
      ...(otherAddress.source === 'mail' && { otherAddress }),
    },
    ...(order && { ordersOwnAddress: own === true }),
    orderNumber: order ? fromOrder(order.number) : numberFromMail(words, policy),
    ...(order ? orderFacts(order, words) : mailFacts(words, policy)),
    ...(asked.source === 'mail' && { asked }),
    ...dates(mail, words, order, language, policy),
    reason: findReason(words),
    wish: findWish(words),
    language: policy.shop.languages.includes(language) ? language : policy.shop.language,
    attachments: mail.attachments,
    ...(mail.attachmentsNotKept && { attachmentsNotKept: mail.attachmentsNotKept }),
    subject: mail.subject.slice(0, MAX_SUBJECT),
    text: mail.text.slice(0, MAX_TEXT),
  };
}

/** What an order's record says of a request that turns out to be about it: of several items, those that the customer names. */
export function factsOfOrder(order: Order, { subject, text, deliveredOn }: Request): Learned {
  return {
    ordersOwnAddress: true,
    orderNumber: fromOrder(order.number),
    ...orderFacts(order, readWords(text, subject)),
    purchasedOn: fromOrder(order.purchasedOn),
    deliveredOn:
      order.deliveredOn !== undefined
        ? fromOrder(order.deliveredOn)
        : deliveredOn.source === 'mail'
          ? deliveredOn
          : unknown,
  };
}

function orderFacts(order: Order, words: Read) {
  const named = itemsNamed(order.items, words);
  const items = named.length > 0 ? named : order.items;
  const categories = new Set(items.map(({ category }) => category));
  const [category] = categories;
  return {
    product: fromOrder(items.map(({ product }) => product).join(', ')),
    category: category !== undefined && categories.size === 1 ? fromOrder(category) : unknown,
    ...(categories.size > 1 && { categories: [...categories] }),
    finalSale: items.some(({ finalSale }) => finalSale),
    ...(order.channel !== undefined && { channel: order.channel }),
    amount: fromOrder(orderTotal({ ...order, items })),
  };
}

function mailFacts(words: Read, policy: Policy) {
  return {
    product: guessProduct(words),
    category: unknown,
    finalSale: false,
    amount: findAmount(words, policy.shop.currency),
  };
}

function dates(
  mail: ParsedMail,
  words: Read,
  order: Order | undefined,
  language: Request['language'],
  policy: Policy,
): { purchasedOn: Fact<Day>; deliveredOn: Fact<Day> } {
  if (order?.deliveredOn !== undefined) {
    return { purchasedOn: fromOrder(order.purchasedOn), deliveredOn: fromOrder(order.deliveredOn) };
  }
  const said = findDates(words, writtenOn(mail), language, policy);
  return order ? { ...said, purchasedOn: fromOrder(order.purchasedOn) } : said;
}

/** The day the mail was written, where its sender was; failing that the day the first server took it. */
function writtenOn({ headers }: ParsedMail): Day | undefined {
  return dayOfHeader(headers.get('date')) ?? dayOfHeader(headers.get('received'));
}

function numberFromMail(words: Read, policy: Policy): Fact<string> {
  const [first] = orderNumbers(words, policy);
  return first ? fromMail(first.number, first.words, first.whole ? 'stated' : 'likely') : unknown;
}

function nameOf(written: string, order: Order | undefined): Fact<string> {
  if (written.trim()) return fromMail(written.trim().slice(0, 200), written.slice(0, 200), 'stated');
  return order ? fromOrder(order.customer.name) : unknown;
}

/** A read mail is asked for several times in a row, and read once. */
const lately = new WeakMap<ParsedMail, Read>();

function read(mail: ParsedMail): Read {
  const there = lately.get(mail);
  if (there) return there;
  const words = readWords(mail.text, mail.subject.slice(0, MAX_SUBJECT));
  lately.set(mail, words);
  return words;
}

function fromOrder<T>(value: T): Fact<T> {
  return { source: 'order', value };
}
