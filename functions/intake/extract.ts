import type { ParsedMail } from '../domain/mail.ts';
import { type Money, parseMoney } from '../domain/money.ts';
import { type Order, orderTotal } from '../domain/order.ts';
import type { Policy } from '../domain/policy.ts';
import { type Fact, MAX_TEXT, type Request, unknown } from '../domain/request.ts';
import { detectLanguage } from './language.ts';
import { amountPattern, currencyOf, reasonWords, wishWords } from './vocabulary.ts';

/** How much of a mail is searched for facts (characters); people state them at the top. */
const MAX_SEARCHED = MAX_TEXT;

/** The order number a mail names, in the shop's own pattern, as it is written there. */
export function findOrderNumber(mail: ParsedMail, policy: Policy): string | undefined {
  const pattern = new RegExp(policy.shop.orderNumber, 'iu');
  return pattern.exec(searched(mail))?.[0];
}

/** What a mail asks for, as facts. What the order record knows goes before what the mail says. */
export function extractRequest(
  mail: ParsedMail,
  sender: { address: string; name: string },
  order: Order | undefined,
  policy: Policy,
): Request {
  const text = searched(mail);
  const plain = fold(text);
  const number = findOrderNumber(mail, policy);
  const own = order && order.customer.address.toLowerCase() === sender.address.toLowerCase();
  return {
    customer: { address: sender.address, name: nameOf(sender.name, own ? order : undefined) },
    ...(order && { ordersOwnAddress: own === true }),
    orderNumber: order ? fromOrder(order.number) : fromMail(number, number),
    ...orderFacts(order, plain),
    ...(order ? {} : { amount: findAmount(text, policy.shop.currency) }),
    reason: findWord(reasonWords, text, plain),
    wish: findWord(wishWords, text, plain),
    language: detectLanguage(text, policy.shop.language),
    attachments: mail.attachments,
    subject: mail.subject.slice(0, 500),
    text: mail.text.slice(0, MAX_TEXT),
  };
}

function orderFacts(order: Order | undefined, plain: string) {
  if (!order) {
    const nothing = {
      product: unknown,
      category: unknown,
      amount: unknown,
      purchasedOn: unknown,
      deliveredOn: unknown,
    };
    return { ...nothing, finalSale: false };
  }
  const named = order.items.filter(({ product }) => plain.includes(fold(product)));
  const items = named.length > 0 ? named : order.items;
  const categories = new Set(items.map(({ category }) => category));
  const [category] = categories;
  return {
    product: fromOrder(items.map(({ product }) => product).join(', ')),
    category: category !== undefined && categories.size === 1 ? fromOrder(category) : unknown,
    finalSale: items.some(({ finalSale }) => finalSale),
    amount: fromOrder(orderTotal({ ...order, items })),
    purchasedOn: fromOrder(order.purchasedOn),
    deliveredOn: order.deliveredOn === undefined ? unknown : fromOrder(order.deliveredOn),
  };
}

function nameOf(written: string, order: Order | undefined): Fact<string> {
  if (written.trim()) return fromMail(written.trim().slice(0, 200), written);
  return order ? fromOrder(order.customer.name) : unknown;
}

function findWord<T>(words: ReadonlyArray<readonly [T, RegExp]>, text: string, plain: string): Fact<T> {
  for (const [value, pattern] of words) {
    const match = pattern.exec(plain);
    if (match) return fromMail(value, text.slice(match.index, match.index + match[0].length));
  }
  return unknown;
}

function findAmount(text: string, shopCurrency: string): Fact<Money> {
  const match = amountPattern.exec(text);
  if (!match) return unknown;
  // The sentence's own full stop or comma is no part of the amount.
  const written = match[0].replace(/[.,]+$/, '');
  const currency = currencyOf.find(([sign]) => sign.test(written))?.[1] ?? shopCurrency;
  const digits = /\d[\d.,]*/.exec(written)?.[0] ?? '';
  return fromMail(parseMoney(digits, currency), written);
}

function searched(mail: ParsedMail): string {
  return `${mail.subject}\n${mail.text}`.normalize('NFC').slice(0, MAX_SEARCHED);
}

/** Lower case without accents, each character staying where it is, so that a match can be shown in the customer's own words. */
function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    folded += unit < '\u0080' ? unit.toLowerCase() : foldOne(unit);
  }
  return folded;
}

function foldOne(unit: string): string {
  if (/\s/u.test(unit)) return ' ';
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}

function fromOrder<T>(value: T): Fact<T> {
  return { source: 'order', value };
}

function fromMail<T>(value: T | undefined, words: string | undefined): Fact<T> {
  return value === undefined ? unknown : { source: 'mail', value, words };
}
