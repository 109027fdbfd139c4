import { MAX_REASON } from '../../domain/decision.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { NamedReason, type Request } from '../../domain/request.ts';
import { customerView } from '../../mail/customer-view.ts';
import { formatDay } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { Correctable } from '../corrections.ts';
import type { ObjectErrors, ObjectForm } from '../object-to.ts';
import { described, Field, Input, TextArea } from './fields.tsx';

/** The facts that the decision rests on and this customer may be told, each with room for what is right. */
export function Corrections(props: {
  form: ObjectForm;
  errors: ObjectErrors;
  request: Request;
  policy: Policy;
}) {
  const { form, errors, request, policy } = props;
  const { language } = request;
  const says = pageCatalogue[language].object;
  const had = toldFacts(request, policy);
  const of = (id: Correctable) => ({
    id,
    value: form[id],
    label: says[id],
    hint: had[id],
    error: errors[id],
  });
  const reason = of('reason');
  return (
    <div class="field">
      <p>
        <strong>{says.facts}</strong> <span class="hint">{says.factsHint}</span>
      </p>
      <Input {...of('orderNumber')} />
      <Input {...of('product')} />
      <Input {...of('amount')} inputmode="decimal" short />
      <Input {...of('purchasedOn')} type="date" short />
      <Input {...of('deliveredOn')} type="date" short />
      <Field {...reason}>
        <select id="reason" name="reason" {...described(reason)}>
          <option value="">{says.sameReason}</option>
          {NamedReason.options.map((one) => (
            <option value={one} selected={form.reason === one}>
              {says.reasons[one]}
            </option>
          ))}
        </select>
      </Field>
      <TextArea id="says" value={form.says} label={says.says} error={errors.says} maxlength={MAX_REASON} />
    </div>
  );
}

/** What we have of each fact, in the customer's words for it; of what they may not be told no more than of what nobody knows. */
function toldFacts(request: Request, { shop }: Policy): Record<Correctable, string> {
  const { language } = request;
  const says = pageCatalogue[language].object;
  const { orderNumber, product, amount, purchasedOn, deliveredOn, reason } = customerView(request);
  const have = (value: string | undefined) => (value === undefined ? says.haveNothing : says.have(value));
  return {
    orderNumber: have(orderNumber),
    product: have(product),
    amount: amount
      ? have(formatMoney(amount, language))
      : `${says.haveNothing} ${says.amountIn(shop.currency)}`,
    purchasedOn: have(purchasedOn && formatDay(purchasedOn, language)),
    deliveredOn: have(deliveredOn && formatDay(deliveredOn, language)),
    reason: have(reason && (reason === 'other' ? terms[language].reasons.other : says.reasons[reason])),
  };
}
