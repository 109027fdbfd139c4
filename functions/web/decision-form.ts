import { Decision, MAX_REASON } from '../domain/decision.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { offersFor } from '../domain/limits.ts';
import { currencyDigits, formatMoney, type Money, parseMoney, typedDecimal } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { known, type Request } from '../domain/request.ts';
import { withReason } from './against-precedents.ts';
import { pageCatalogue } from './catalogue/index.ts';

/** The fields of the decision form, as they were sent. */
export const decisionFields = ['choice', 'amount', 'way', 'offer', 'reason', 'against', 'note'] as const;
export type DecisionField = (typeof decisionFields)[number];
export type DecisionForm = Record<DecisionField, string>;
export type DecisionErrors = Partial<Record<DecisionField, string>>;

export const emptyDecisionForm: DecisionForm = {
  choice: '',
  amount: '',
  way: '',
  offer: '',
  reason: '',
  against: '',
  note: '',
};

/** What is asked, and whom: an approver decides within the limit of their level. */
interface Asked {
  request: Request;
  evaluation: Evaluation;
  round: { limit?: Money | undefined };
}

type Read<T> = { value: T } | { error: string; field: DecisionField };

/** The decision a form states, or what is wrong with it by field, in the staff's language. Silence about a field is an error. */
export function readDecision(
  form: DecisionForm,
  found: Asked,
  policy: Policy,
): { decision: Decision } | { errors: DecisionErrors } {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const made = readChoice(form, found, policy);
  const errors: DecisionErrors = 'error' in made ? { [made.field]: made.error } : {};
  const limit = new Intl.NumberFormat(policy.shop.staffLanguage).format(MAX_REASON);
  const written = form.choice === 'declined' ? 'reason' : 'note';
  if (form[written].length > MAX_REASON) errors[written] = says.tooLong(limit);
  if (form.against.length > MAX_REASON) errors.against = says.tooLong(limit);
  if ('error' in made) return { errors };
  const reasoned = withReason(made.value, form.against, found.evaluation, policy);
  if ('missing' in reasoned) errors.against = says.against(reasoned.missing);
  if ('missing' in reasoned || Object.keys(errors).length > 0) return { errors };
  return { decision: Decision.parse(reasoned.decision) };
}

/**
 * The most that can be approved where no order record says what was paid, in the currency's smallest unit (100,000.00 in
 * most): far above a goodwill refund, and low enough to stop an amount that lost its decimal mark.
 */
const MOST_WITHOUT_ORDER = 10_000_000;

/** What an approver may approve. */
export interface Approvable {
  /** The amount asked for, where it is known: what "in full" means, and a proposal for an amount. Not a limit by itself. */
  asked: Money | undefined;
  /** What the order record says was paid: nobody gets back more than that. Undefined where no order record says it. */
  paid: Money | undefined;
  /** What an amount may be in, the likeliest first: with an order its own, else the customer's or the shop's. */
  currencies: readonly [string, ...string[]];
}

/** A customer's mail is only what somebody says: it proposes an amount and a currency, and limits neither. */
export function approvable({ amount }: Request, { shop }: Policy): Approvable {
  const asked = known(amount);
  if (!asked) return { asked, paid: undefined, currencies: [shop.currency] };
  if (amount.source === 'order') return { asked, paid: asked, currencies: [asked.currency] };
  const currencies = [...new Set([asked.currency, shop.currency])] as [string, ...string[]];
  return { asked, paid: undefined, currencies };
}

interface Limited extends Approvable {
  /** The limit of the approver's own level. */
  own: Money | undefined;
}

function readChoice(form: DecisionForm, { request, round }: Asked, policy: Policy): Read<Decision> {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const note = form.note === '' ? {} : { note: form.note };
  const can = { ...approvable(request, policy), own: round.limit };
  if (form.way !== '' && !policy.refund.others.some(({ id }) => id === form.way))
    return { error: says.way, field: 'way' };
  const way = form.way === '' ? {} : { way: form.way };
  switch (form.choice) {
    case 'approved': {
      if (!can.asked) return { error: says.noFullAmount, field: 'choice' };
      const error = overLimit(can.asked, can, policy);
      if (error) return { error, field: 'choice' };
      return { value: { outcome: 'approved', amount: can.asked, ...way, ...note } };
    }
    case 'part-approved': {
      const amount = readAmount(form.amount, can, policy);
      if ('error' in amount) return amount;
      const { value } = amount;
      const isWhole = value.minor === can.asked?.minor && value.currency === can.asked.currency;
      return { value: { outcome: isWhole ? 'approved' : 'part-approved', amount: value, ...way, ...note } };
    }
    case 'alternative':
      if (!offersFor(policy, can.asked).some(({ id }) => id === form.offer))
        return { error: says.offer, field: 'offer' };
      return { value: { outcome: 'alternative', offer: form.offer, ...note } };
    case 'declined':
      if (form.reason === '') return { error: says.reason, field: 'reason' };
      return { value: { outcome: 'declined', reason: form.reason } };
    default:
      return { error: says.choice, field: 'choice' };
  }
}

function readAmount(text: string, can: Limited, policy: Policy): Read<Money> {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.errors;
  const field = 'amount';
  const [first] = can.currencies;
  const example = typedDecimal({ minor: 45 * 10 ** currencyDigits(first), currency: first }, language);
  if (text === '') return { error: says.amount(example), field };
  const [value] = can.currencies.flatMap((currency) => parseMoney(text, currency, language) ?? []);
  if (!value) return { error: says.unreadableAmount(text, example), field };
  if (value.minor === 0) return { error: says.zero, field };
  const error = overLimit(value, can, policy);
  return error ? { error, field } : { value };
}

/** What is wrong with an amount that is too much, or undefined. */
function overLimit(amount: Money, { paid, own }: Limited, policy: Policy): string | undefined {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.errors;
  const limit = paid ?? { ...amount, minor: MOST_WITHOUT_ORDER };
  if (amount.minor <= limit.minor) {
    if (!own || (amount.currency === own.currency && amount.minor <= own.minor)) return undefined;
    return says.aboveLevel(formatMoney(own, language));
  }
  const most = formatMoney(limit, language);
  return paid ? says.tooMuch(most) : says.tooMuchWithoutOrder(most);
}
