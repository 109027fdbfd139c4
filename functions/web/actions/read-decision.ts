import { Decision, MAX_REASON } from '../../domain/decision.ts';
import type { Evaluation } from '../../domain/evaluation.ts';
import { offersFor } from '../../domain/limits.ts';
import { formatMoney, type Money } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { askedAmount, known, type Request } from '../../domain/request.ts';
import { withReason } from '../against-precedents.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import {
  approvable,
  confirmsAmount,
  confirmsReference,
  isTyped,
  overLimit,
  readAmount,
} from './approvable.ts';
import type { ActionErrors, ActionField, ActionForm } from './form.ts';
import { hasWords } from './has-words.ts';

/** What is asked, and whom: an approver decides within the limit of their round. */
interface Asked {
  id: string;
  request: Request;
  evaluation: Evaluation;
  round: { limit?: Money | undefined };
}

/** To see what the customer would read takes what is in it; to record it, what shows that a person means it as well. */
export type Purpose = 'preview' | 'record';

type Read<T> = { value: T } | { error: string; field: ActionField };

/** The decision a form states, or what is wrong with it by field, in the staff's language. Silence about a field is an error. */
export function readDecision(
  form: ActionForm,
  found: Asked,
  policy: Policy,
  purpose: Purpose,
): { decision: Decision } | { errors: ActionErrors } {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const made = readChoice(form, found, policy);
  const errors: ActionErrors = 'error' in made ? { [made.field]: made.error } : {};
  const written = form.choice === 'declined' ? 'reason' : 'note';
  for (const field of [written, 'against', 'internal'] as const)
    if (form[field].length > MAX_REASON) errors[field] = tooLong(policy);
  if ('error' in made) return { errors };
  if (purpose === 'record' && isUnexplained(made.value, found)) errors.note = says.note;
  const decision = { ...made.value, ...(form.internal !== '' && { internal: form.internal }) };
  const fits = Object.keys(errors).length === 0;
  if (purpose === 'preview') return fits ? { decision: Decision.parse(decision) } : { errors };
  Object.assign(errors, unconfirmedPart(form, found, policy));
  const reasoned = withReason(decision, form.against, found.evaluation, policy);
  if ('missing' in reasoned) errors.against = says.against(reasoned.missing);
  if ('missing' in reasoned || Object.keys(errors).length > 0) return { errors };
  return { decision: Decision.parse(reasoned.decision) };
}

/** Whether the customer would get less than they asked for and not read why. */
function isUnexplained(made: Decision, { request }: Asked): boolean {
  const asked = known(askedAmount(request));
  if (made.outcome !== 'part-approved' || hasWords(made.note ?? '')) return false;
  return asked?.currency === made.amount.currency && made.amount.minor < asked.minor;
}

/** The error of a text that is longer than anybody reads. */
export function tooLong({ shop: { staffLanguage: language } }: Policy): string {
  const limit = new Intl.NumberFormat(language).format(MAX_REASON);
  return pageCatalogue[language].decide.errors.tooLong(limit);
}

function readChoice(form: ActionForm, found: Asked, policy: Policy): Read<Decision> {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  const note = form.note === '' ? {} : { note: form.note };
  const can = approvable(found, policy);
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
      if ('error' in amount) return { ...amount, field: 'amount' };
      const { value } = amount;
      const isWhole = [can.asked, can.paid].some(
        (all) => value.minor === all?.minor && value.currency === all.currency,
      );
      return { value: { outcome: isWhole ? 'approved' : 'part-approved', amount: value, ...way, ...note } };
    }
    case 'alternative':
      if (!offersFor(policy, can.asked).some(({ id }) => id === form.offer))
        return { error: says.offer, field: 'offer' };
      return { value: { outcome: 'alternative', offer: form.offer, ...note } };
    case 'declined':
      if (!hasWords(form.reason)) return { error: says.reason, field: 'reason' };
      return { value: { outcome: 'declined', reason: form.reason } };
    default:
      return { error: says.choice, field: 'choice' };
  }
}

/** What only a person types is missing: a program that opens links and presses buttons approves nothing and offers nothing. */
function unconfirmedPart(form: ActionForm, found: Asked, policy: Policy): ActionErrors {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.errors;
  const can = approvable(found, policy);
  if (!isTyped(can.asked, policy)) return {};
  if (form.choice === 'approved' && can.asked && !confirmsAmount(form.confirm, can, policy))
    return { confirm: says.confirm(formatMoney(can.asked, language)) };
  if (form.choice === 'alternative' && !confirmsReference(form.code, found.id))
    return { code: says.code(found.id) };
  return {};
}
