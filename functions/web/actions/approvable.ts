import { currenciesFor, isWithin } from '../../domain/limits.ts';
import { currencyDigits, formatMoney, type Money, parseMoney, typedDecimal } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { askedAmount, known, type Request } from '../../domain/request.ts';
import type { Round } from '../../domain/round.ts';
import { pageCatalogue } from '../catalogue/index.ts';

/**
 * The most that can be approved where no order record says what was paid, in the currency's smallest unit (100,000.00 in
 * most): far above a goodwill refund, and low enough to stop an amount that lost its decimal mark.
 */
const MOST_WITHOUT_ORDER = 10_000_000;

/** What an approver may approve. */
export interface Approvable {
  /** The amount asked for, all or a part of what was paid, where it is known: what "in full" means. Not a limit by itself. */
  asked: Money | undefined;
  /** What the order record says was paid: nobody gets back more than that. Undefined where no order record says it. */
  paid: Money | undefined;
  /** The limit of the approver's own round. */
  own: Money | undefined;
  /** What an amount may be in, the likeliest first. */
  currencies: readonly [string, ...string[]];
}

export function approvable(
  { request, round }: { request: Request; round: Pick<Round, 'limit'> },
  policy: Policy,
): Approvable {
  const asked = known(askedAmount(request));
  const { amount } = request;
  const paid = asked && amount.source === 'order' ? amount.value : undefined;
  return { asked, own: round.limit, paid, currencies: currenciesFor(request, policy) };
}

/** The amount a person typed, in one of the currencies it may be in, or what is wrong with it. */
export function readAmount(
  text: string,
  can: Approvable,
  policy: Policy,
): { value: Money } | { error: string } {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.errors;
  const [first] = can.currencies;
  const example = typedDecimal({ minor: 45 * 10 ** currencyDigits(first), currency: first }, language);
  if (text === '') return { error: says.amount(example) };
  const value = typedMoney(text, can, policy);
  if (!value) return { error: says.unreadableAmount(text, example) };
  if (value.minor === 0) return { error: says.zero };
  const error = overLimit(value, can, policy);
  return error ? { error } : { value };
}

function typedMoney(text: string, { currencies }: Approvable, { shop }: Policy): Money | undefined {
  return currencies.flatMap((currency) => parseMoney(text, currency, shop.staffLanguage) ?? [])[0];
}

/** What is wrong with an amount that nobody may approve, or undefined. More than the approver's own limit is passed on. */
export function overLimit(amount: Money, { paid }: Approvable, policy: Policy): string | undefined {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.errors;
  const limit = paid ?? { ...amount, minor: MOST_WITHOUT_ORDER };
  if (amount.minor <= limit.minor) return undefined;
  const most = formatMoney(limit, language);
  return paid ? says.tooMuch(most) : says.tooMuchWithoutOrder(most);
}

/** Whether what is chosen has to be confirmed by typing: above an amount of the policy, and where nobody knows the amount. */
export function isTyped(asked: Money | undefined, policy: Policy): boolean {
  return asked === undefined || !isWithin(asked, policy.approval.typeAbove, policy);
}

/** Whether somebody typed the amount that is approved in full. */
export function confirmsAmount(text: string, can: Approvable, policy: Policy): boolean {
  const typed = typedMoney(text, can, policy);
  return typed !== undefined && typed.minor === can.asked?.minor && typed.currency === can.asked.currency;
}

/** Whether somebody typed the last part of the reference, alone or with what stands before it. */
export function confirmsReference(text: string, reference: string): boolean {
  const typed = text.trim().toUpperCase();
  return typed === reference || typed === reference.split('-').at(-1);
}
