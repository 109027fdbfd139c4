import { Decision, MAX_REASON } from '../domain/decision.ts';
import { formatMoney, type Money, parseMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { known, type Request } from '../domain/request.ts';
import { pageCatalogue } from './catalogue/index.ts';

/** The fields of the decision form, as they were sent. */
export const decisionFields = ['choice', 'amount', 'offer', 'reason', 'note'] as const;
export type DecisionField = (typeof decisionFields)[number];
export type DecisionForm = Record<DecisionField, string>;
export type DecisionErrors = Partial<Record<DecisionField, string>>;

export const emptyDecisionForm: DecisionForm = { choice: '', amount: '', offer: '', reason: '', note: '' };

type Read<T> = { value: T } | { error: string; field: DecisionField };

/** The decision a form states, or what is wrong with it by field, in the staff's language. Silence about a field is an error. */
export function readDecision(
  form: DecisionForm,
  request: Request,
  policy: Policy,
): { decision: Decision } | { errors: DecisionErrors } {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const made = readChoice(form, request, policy);
  const errors: DecisionErrors = 'error' in made ? { [made.field]: made.error } : {};
  const limit = new Intl.NumberFormat(policy.shop.staffLanguage).format(MAX_REASON);
  const written = form.choice === 'declined' ? 'reason' : 'note';
  if (form[written].length > MAX_REASON) errors[written] = says.tooLong(limit);
  if ('error' in made || Object.keys(errors).length > 0) return { errors };
  return { decision: Decision.parse(made.value) };
}

/** The most that can be approved, where it is known. */
export function mostOf(request: Request): Money | undefined {
  return known(request.amount);
}

function readChoice(form: DecisionForm, request: Request, policy: Policy): Read<Decision> {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const note = form.note === '' ? {} : { note: form.note };
  const most = mostOf(request);
  switch (form.choice) {
    case 'approved':
      if (!most) return { error: says.noFullAmount, field: 'choice' };
      return { value: { outcome: 'approved', amount: most, ...note } };
    case 'part-approved': {
      const amount = readAmount(form.amount, most, policy);
      if ('error' in amount) return amount;
      const whole = amount.value.minor === most?.minor;
      return { value: { outcome: whole ? 'approved' : 'part-approved', amount: amount.value, ...note } };
    }
    case 'alternative':
      if (!policy.offers.some(({ id }) => id === form.offer)) return { error: says.offer, field: 'offer' };
      return { value: { outcome: 'alternative', offer: form.offer, ...note } };
    case 'declined':
      if (form.reason === '') return { error: says.reason, field: 'reason' };
      return { value: { outcome: 'declined', reason: form.reason } };
    default:
      return { error: says.choice, field: 'choice' };
  }
}

function readAmount(text: string, most: Money | undefined, { shop }: Policy): Read<Money> {
  const says = pageCatalogue[shop.staffLanguage].decide.errors;
  const field = 'amount';
  if (text === '') return { error: says.amount, field };
  const value = parseMoney(text, most?.currency ?? shop.currency);
  if (!value) return { error: says.unreadableAmount(text), field };
  if (value.minor === 0) return { error: says.zero, field };
  if (most && value.minor > most.minor) {
    return { error: says.tooMuch(formatMoney(most, shop.staffLanguage)), field };
  }
  return { value };
}
