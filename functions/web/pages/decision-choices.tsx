import { MAX_REASON } from '../../domain/decision.ts';
import { offerWorth } from '../../domain/granted.ts';
import { offersFor } from '../../domain/limits.ts';
import { formatMoney } from '../../domain/money.ts';
import { isPartOfPaid } from '../../domain/request.ts';
import { isWithinLimit } from '../../domain/round.ts';
import { type Approvable, approvable, isTyped } from '../actions/approvable.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { FormProps } from './action-form.tsx';
import { Choice, described, Field, Input, TextArea } from './fields.tsx';

/** The answers that decide. No amount is filled in, so that it is a person who gives it. */
export function DecisionChoices(props: FormProps) {
  const { view, policy, errors } = props;
  const { form, found } = view;
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const can = approvable(found, policy);
  const { asked, own } = can;
  const isPart = isPartOfPaid(found.request);
  return (
    <>
      {own && (!asked || !isWithinLimit(found.round, { outcome: 'approved', amount: asked })) && (
        <p class="notice">{says.limit(formatMoney(own, language))}</p>
      )}
      {asked && (
        <Choice
          {...chosen(props, 'approved')}
          label={says[isPart ? 'approveAsked' : 'approveInFull'](formatMoney(asked, language))}
          hint={fullHint(can, isPart, language)}
        >
          {isTyped(asked, policy) && (
            <Input
              id="confirm"
              label={says.confirm}
              hint={says.confirmHint}
              error={errors.confirm}
              value={form.confirm}
              {...typingOf(can)}
              short
            />
          )}
        </Choice>
      )}
      <Choice {...chosen(props, 'part-approved')} label={says.approveAmount} hint={says.approveAmountHint}>
        <Input
          id="amount"
          label={says.amount}
          hint={amountHint(can, language)}
          error={errors.amount}
          value={form.amount}
          {...typingOf(can)}
          short
        />
      </Choice>
      <Alternative {...props} can={can} />
      <Choice {...chosen(props, 'declined')} label={says.decline} hint={says.declineHint}>
        <TextArea
          id="reason"
          label={says.reason}
          hint={says.reasonHint}
          error={errors.reason}
          value={form.reason}
          maxlength={MAX_REASON}
        />
      </Choice>
    </>
  );
}

/** A choice of the group, by its value. */
export function chosen({ view }: Pick<FormProps, 'view'>, value: string) {
  const { form, aimed } = view;
  return { id: value, name: 'choice', value, checked: form.choice === value, autofocus: aimed === value };
}

function Alternative({ view, policy, errors, can: { asked } }: FormProps & { can: Approvable }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { form, found } = view;
  const offers = offersFor(policy, asked);
  // On an appeal nobody is shown what was granted first.
  const before = found.objection?.about === 'decision' ? [] : found.refunds;
  if (offers.length === 0) return null;
  return (
    <Choice {...chosen({ view }, 'alternative')} label={says.offerInstead} hint={says.offerInsteadHint}>
      <Field id="offer" label={says.offer} error={errors.offer}>
        <select id="offer" name="offer" {...described({ id: 'offer', error: errors.offer })}>
          <option value="">{says.chooseOffer}</option>
          {offers.map((offer) => {
            const worth = offerWorth(offer, asked, before);
            const name = offer.name[language];
            return (
              <option value={offer.id} selected={form.offer === offer.id}>
                {worth ? says.worth(name, formatMoney(worth, language)) : name}
              </option>
            );
          })}
        </select>
      </Field>
      {isTyped(asked, policy) && (
        <Input
          id="code"
          label={says.code}
          hint={says.codeHint(found.id)}
          error={errors.code}
          value={form.code}
          short
        />
      )}
    </Choice>
  );
}

/** Where an amount may be in two currencies, their codes are letters. */
function typingOf({ currencies }: Approvable): { inputmode: 'text' | 'decimal' } {
  return { inputmode: currencies.length > 1 ? 'text' : 'decimal' };
}

function fullHint({ paid }: Approvable, isPart: boolean, language: keyof typeof pageCatalogue): string {
  const says = pageCatalogue[language].decide;
  if (!paid) return says.amountFromMail;
  return isPart ? says.amountIsPart(formatMoney(paid, language)) : says.amountFromOrder;
}

function amountHint({ paid: most, currencies }: Approvable, language: keyof typeof pageCatalogue): string {
  const says = pageCatalogue[language].decide;
  const [currency, other] = currencies;
  if (most && !other) return says.amountLimitHint(currency, formatMoney(most, language));
  return other ? says.amountOtherHint(currency, other) : says.amountHint(currency);
}
