import { attachmentsOf, notKeptOf } from '../../domain/attachments.ts';
import { MAX_REASON } from '../../domain/decision.ts';
import { offersFor } from '../../domain/limits.ts';
import { formatMoney, typedDecimal } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { caseBlocks } from '../../mail/case-blocks.ts';
import { offerValue } from '../../mail/offer.ts';
import { nameOfLanguage } from '../../wording/format.ts';
import { clearLineText } from '../against-precedents.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecisionView } from '../decide-case.ts';
import {
  approvable,
  type DecisionErrors,
  type DecisionField,
  type DecisionForm,
  decisionFields,
} from '../decision-form.ts';
import { Page } from '../layout.tsx';
import { AttachmentList } from './attachments.tsx';
import { Blocks } from './blocks.tsx';
import { Choice, described, ErrorSummary, Field, Hint } from './fields.tsx';

type Open = Extract<DecisionView, { state: 'open' }>;
interface Props {
  view: Open;
  policy: Policy;
  mark: string;
  /** The address of the page. */
  at: string;
}

/** The first choice stands for the whole group when nothing is chosen. */
const idOf = (field: DecisionField) => (field === 'choice' ? 'part-approved' : field);

/** The whole case and the form that decides it. Nothing is chosen beforehand. */
export function DecidePage({ view, policy, mark, at }: Props) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { essentials, details } = caseBlocks(view.found, policy, view);
  const { wholeText } = view.found.request;
  const title = says.title(view.found.id);
  return (
    <Page
      language={language}
      title={view.refused ? `${says.errorTitle}: ${title}` : title}
      brand={policy.shop.name}
    >
      <p class="eyebrow">{view.found.id}</p>
      <h1>{says.heading}</h1>
      <section class="card">
        <Blocks blocks={essentials} />
        <p>
          <a href="#decision">{says.toForm}</a>
        </p>
      </section>
      <section class="card">
        <Blocks blocks={details} />
        {wholeText !== undefined && (
          <details>
            <summary>{says.wholeMail}</summary>
            <Blocks blocks={[{ type: 'quote', text: wholeText, language: view.found.request.language }]} />
          </details>
        )}
      </section>
      <section class="card">
        <h2>{pageCatalogue[language].attachments.heading}</h2>
        <AttachmentList
          attachments={attachmentsOf(view.found, 'customer')}
          notKept={notKeptOf(view.found, 'customer')}
          at={`${at}/attachments/`}
          language={language}
          timeZone={timeZone}
        />
      </section>
      <DecisionFormView view={view} policy={policy} mark={mark} />
    </Page>
  );
}

function DecisionFormView({ view, policy, mark }: Omit<Props, 'at'>) {
  const says = pageCatalogue[policy.shop.staffLanguage].decide;
  const errors = view.refused && view.refused !== 'stale' ? view.refused.errors : {};
  const { form } = view;
  const customers = view.found.request.language;
  return (
    <form class="card" method="post" id="decision" novalidate autocomplete="off">
      <h2>{says.formHeading}</h2>
      <p class="muted small">{says.you(view.person)}</p>
      {view.refused && <Refused refused={view.refused} says={says.errors} />}
      {customers !== policy.shop.staffLanguage && (
        <p class="notice">{says.theirLanguage(nameOfLanguage(customers, policy.shop.staffLanguage))}</p>
      )}
      <input type="hidden" name="mark" value={mark} />
      <fieldset {...described({ id: 'choice', error: errors.choice })}>
        <legend>{says.choose}</legend>
        <Hint id="choice" error={errors.choice} />
        <Choices view={view} policy={policy} errors={errors} />
      </fieldset>
      {policy.refund.others.length > 0 && <Ways policy={policy} form={form} error={errors.way} />}
      <Against view={view} policy={policy} error={errors.against} />
      <Field id="note" label={says.note} hint={says.noteHint} error={errors.note} class="note">
        <textarea
          id="note"
          name="note"
          maxlength={MAX_REASON}
          {...described({ id: 'note', hint: says.noteHint, error: errors.note })}
        >
          {form.note}
        </textarea>
      </Field>
      <button class="button" type="submit">
        {says.submit}
      </button>
      <p class="muted small after">{says.final}</p>
    </form>
  );
}

/** How the money goes back, where the policy has more than one way: the usual one unless another is chosen. */
function Ways({ policy, form, error }: { policy: Policy; form: DecisionForm; error: string | undefined }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  return (
    <Field id="way" label={says.way} hint={says.wayHint} error={error} class="way">
      <select id="way" name="way" {...described({ id: 'way', hint: says.wayHint, error })}>
        {[{ id: '', ...policy.refund }, ...policy.refund.others].map(({ id, method, days }) => (
          <option value={id} selected={id !== '' && form.way === id}>
            {says.wayTakes(method[language], days)}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Where cases like this one were decided one way: why this one is decided another. Hidden while it is not, where the browser can. */
function Against({ view, policy, error }: Omit<Props, 'at' | 'mark'> & { error: string | undefined }) {
  const line = clearLineText(view.found.evaluation, policy);
  if (!line) return null;
  const says = pageCatalogue[policy.shop.staffLanguage].decide;
  const declining = line.direction === 'declined' ? [] : [says.againstDeclining];
  const hint = [says.againstHint(line.text), ...declining].join(' ');
  return (
    <Field id="against" label={says.against} hint={hint} error={error} class={`unless-${line.direction}`}>
      <textarea
        id="against"
        name="against"
        maxlength={MAX_REASON}
        {...described({ id: 'against', hint, error })}
      >
        {view.form.against}
      </textarea>
    </Field>
  );
}

function Refused({
  refused,
  says,
}: {
  refused: NonNullable<Open['refused']>;
  says: { summary: string; stale: string };
}) {
  if (refused === 'stale') return <ErrorSummary text={says.stale} errors={[]} />;
  const errors = decisionFields.flatMap((field) => {
    const error = refused.errors[field];
    return error ? [{ href: `#${idOf(field)}`, error }] : [];
  });
  return <ErrorSummary text={says.summary} errors={errors} />;
}

function Choices({
  view: { found, form, refused },
  policy,
  errors,
}: Omit<Props, 'mark' | 'at'> & { errors: DecisionErrors }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { asked, paid, currencies } = approvable(found.request, policy);
  const money = asked && formatMoney(asked, language);
  const offers = offersFor(policy, asked);
  const choice = (value: string) => ({ id: value, name: 'choice', value, checked: form.choice === value });
  const [currency, other] = currencies;
  const unlimitedHint = other ? says.amountOtherHint(currency, other) : says.amountHint(currency);
  const amountHint = paid ? says.amountLimitHint(currency, formatMoney(paid, language)) : unlimitedHint;
  // What only the customer says is a proposal, to be looked at and corrected before it is sent.
  const proposed = asked && !paid && !refused ? typedDecimal(asked, language) : form.amount;
  return (
    <>
      {money && (
        <Choice
          {...choice('approved')}
          label={says.approveInFull(money)}
          hint={paid ? says.amountFromOrder : says.amountFromMail}
        />
      )}
      <Choice {...choice('part-approved')} label={says.approveAmount} hint={says.approveAmountHint}>
        <Field id="amount" label={says.amount} hint={amountHint} error={errors.amount}>
          <input
            class="short"
            id="amount"
            name="amount"
            inputmode={other ? 'text' : 'decimal'}
            maxlength={20}
            value={proposed}
            {...described({ id: 'amount', hint: amountHint, error: errors.amount })}
          />
        </Field>
      </Choice>
      {offers.length > 0 && (
        <Choice {...choice('alternative')} label={says.offerInstead} hint={says.offerInsteadHint}>
          <Field id="offer" label={says.offer} error={errors.offer}>
            <select id="offer" name="offer" {...described({ id: 'offer', error: errors.offer })}>
              <option value="">{says.chooseOffer}</option>
              {offers.map((offer) => {
                const worth = offerValue(offer, asked);
                const name = offer.name[language];
                return (
                  <option value={offer.id} selected={form.offer === offer.id}>
                    {worth ? says.worth(name, formatMoney(worth, language)) : name}
                  </option>
                );
              })}
            </select>
          </Field>
        </Choice>
      )}
      <Choice {...choice('declined')} label={says.decline} hint={says.declineHint}>
        <Field id="reason" label={says.reason} hint={says.reasonHint} error={errors.reason}>
          <textarea
            id="reason"
            name="reason"
            maxlength={MAX_REASON}
            {...described({ id: 'reason', hint: says.reasonHint, error: errors.reason })}
          >
            {form.reason}
          </textarea>
        </Field>
      </Choice>
    </>
  );
}
