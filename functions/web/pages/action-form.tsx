import { MAX_REASON } from '../../domain/decision.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { formatDays, nameOfLanguage } from '../../wording/format.ts';
import { type ActionErrors, type ActionField, actionFields } from '../actions/form.ts';
import { clearLineText } from '../against-precedents.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView, Refused } from '../decision-view.ts';
import { DecisionChoices } from './decision-choices.tsx';
import { described, ErrorSummary, Field, Hint, TextArea } from './fields.tsx';
import { Seal } from './form-parts.tsx';
import { OtherChoices } from './other-choices.tsx';

export interface FormProps {
  view: OpenView;
  policy: Policy;
  errors: ActionErrors;
}

/** The first choice that is always there stands for the whole group when nothing is chosen. */
const idOf = (field: ActionField) => (field === 'choice' ? 'part-approved' : field);

/** Everything an approver can do, in one form: one group of choices, and what belongs to the one that is made. */
export function ActionFormView({ view, policy, mark }: { view: OpenView; policy: Policy; mark: string }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const errors = view.refused && view.refused !== 'stale' ? view.refused.errors : {};
  const parts = { view, policy, errors };
  const { form, found } = view;
  const customers = found.request.language;
  return (
    <form class="card" method="post" id="decision" novalidate autocomplete="off">
      <h2>{says.formHeading}</h2>
      <p class="muted small">{says.you(view.person)}</p>
      {view.refused && <RefusedSummary refused={view.refused} says={says.errors} />}
      {customers !== language && (
        <p class="notice">{says.theirLanguage(nameOfLanguage(customers, language))}</p>
      )}
      <Seal mark={mark} language={language} />
      <fieldset {...described({ id: 'choice', error: errors.choice })}>
        <legend>{says.choose}</legend>
        <Hint id="choice" error={errors.choice} />
        <fieldset>
          <legend>{says.groups.decide}</legend>
          <DecisionChoices {...parts} />
        </fieldset>
        <fieldset>
          <legend>{says.groups.other}</legend>
          <OtherChoices {...parts} />
        </fieldset>
      </fieldset>
      {policy.refund.others.length > 0 && <Ways {...parts} />}
      <Against {...parts} />
      <TextArea
        id="note"
        label={says.note}
        hint={says.noteHint}
        error={errors.note}
        class="note"
        value={form.note}
        maxlength={MAX_REASON}
      />
      <TextArea
        id="internal"
        label={says.internal}
        hint={says.internalHint}
        error={errors.internal}
        class="internal"
        value={form.internal}
        maxlength={MAX_REASON}
      />
      {/* The first button is the one that Enter presses: it records nothing. */}
      <div class="buttons">
        <button class="button quiet" type="submit" name="do" value="preview">
          {says.preview.button}
        </button>
        <button class="button" type="submit" name="do" value="record">
          {says.submit}
        </button>
      </div>
      <p class="muted small after">
        {found.round.limit ? says.finalWithin(formatMoney(found.round.limit, language)) : says.final}
      </p>
    </form>
  );
}

/** How the money goes back, where the policy has more than one way: the usual one unless another is chosen. */
function Ways({ view: { form }, policy, errors: { way: error } }: FormProps) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  return (
    <Field id="way" label={says.way} hint={says.wayHint} error={error} class="way">
      <select id="way" name="way" {...described({ id: 'way', hint: says.wayHint, error })}>
        {[{ id: '', ...policy.refund }, ...policy.refund.others].map(({ id, method, days }) => (
          <option value={id} selected={id !== '' && form.way === id}>
            {says.wayTakes(method[language], formatDays(days, language))}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Where cases like this one were decided one way: why this one is decided another. Hidden while it is not, where the browser can. */
function Against({ view, policy, errors }: FormProps) {
  const line = clearLineText(view.found.evaluation, policy);
  if (!line) return null;
  const says = pageCatalogue[policy.shop.staffLanguage].decide;
  const declining = line.direction === 'declined' ? [] : [says.againstDeclining];
  return (
    <TextArea
      id="against"
      label={says.against}
      hint={[says.againstHint(line.text), ...declining].join(' ')}
      error={errors.against}
      class={`against unless-${line.direction}`}
      value={view.form.against}
      maxlength={MAX_REASON}
    />
  );
}

function RefusedSummary({ refused, says }: { refused: Refused; says: { summary: string; stale: string } }) {
  if (refused === 'stale') return <ErrorSummary text={says.stale} errors={[]} />;
  const errors = actionFields.flatMap((field) => {
    const error = refused.errors[field];
    return error ? [{ href: `#${idOf(field)}`, error }] : [];
  });
  return <ErrorSummary text={says.summary} errors={errors} />;
}
