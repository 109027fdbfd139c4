import type { Child } from 'hono/jsx';
import { MAX_REASON } from '../../domain/decision.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Block, section } from '../../mail/blocks.ts';
import { refundBlocks } from '../../mail/refund-blocks.ts';
import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { type RefundField, type RefundView, refundFields } from '../confirm-refund.ts';
import { Page } from '../layout.tsx';
import { Blocks } from './blocks.tsx';
import { Choice, described, Hint, Input, TextArea } from './fields.tsx';
import { RefusedForm, Seal } from './form-parts.tsx';

type Of<S extends RefundView['state']> = { view: Extract<RefundView, { state: S }>; policy: Policy };

/** For whoever pays: what is to be paid, and the form. Nothing is chosen beforehand. */
export function RefundPage({ view, policy, mark }: Of<'open'> & { mark: string }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].refund;
  const { form, refused } = view;
  const errors = refused && refused !== 'stale' ? refused.errors : {};
  return (
    <Frame view={view} policy={policy} heading={says.heading} isError={refused !== undefined}>
      <section class="card">
        <Blocks blocks={refundBlocks(view.found, view.refund, view.decided, policy)} />
        <Blocks blocks={failedBefore({ view, policy })} />
      </section>
      <form class="card" method="post" novalidate autocomplete="off">
        <RefusedForm refused={refused} language={language} fields={refundFields} idOf={idOf} />
        <Seal mark={mark} language={language} />
        <fieldset {...described({ id: 'outcome', error: errors.outcome })}>
          <legend>{says.form}</legend>
          <Hint id="outcome" error={errors.outcome} />
          <Choice
            id="paid"
            name="outcome"
            value="paid"
            checked={form.outcome === 'paid'}
            label={says.paid}
            hint={says.paidHint}
          >
            <Input
              id="reference"
              value={form.reference}
              label={says.reference}
              hint={says.referenceHint}
              error={errors.reference}
            />
          </Choice>
          <Choice
            id="failed"
            name="outcome"
            value="failed"
            checked={form.outcome === 'failed'}
            label={says.failed}
            hint={says.failedHint}
          >
            <TextArea
              id="why"
              value={form.why}
              label={says.why}
              hint={says.whyHint}
              error={errors.why}
              maxlength={MAX_REASON}
            />
          </Choice>
        </fieldset>
        <button class="button" type="submit">
          {says.submit}
        </button>
        <p class="muted small after">{says.after}</p>
      </form>
    </Frame>
  );
}

/** The first choice stands for the whole group when nothing is chosen. */
const idOf = (field: RefundField) => (field === 'outcome' ? 'paid' : field);

function failedBefore({ view: { refund }, policy }: Of<'open'>): Block[] {
  const { staffLanguage: language, timeZone } = policy.shop;
  const { failure } = refund;
  if (!failure) return [];
  const text = pageCatalogue[language].refund.failedBefore(formatInstant(failure.at, language, timeZone));
  return [
    { type: 'note', tone: 'warn', text },
    { type: 'quote', text: failure.why },
  ];
}

/** What is recorded, to whoever says that it is paid, and to every click that comes after it. */
export function RefundPaidPage({ view, policy }: Of<'paid'>) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].refund;
  const { refund, otherwise, recorded } = view;
  const rows = refund.paid
    ? [
        { label: says.payment, value: refund.paid.reference },
        { label: says.by, value: refund.paid.by },
        { label: says.at, value: formatInstant(refund.paid.at, language, timeZone) },
        { label: terms[language].facts.reference, value: view.found.id },
      ]
    : [];
  return (
    <Frame view={view} policy={policy} heading={recorded ? says.thanks : says.already}>
      {otherwise && (
        <section class="notice bad" role="alert" tabindex={-1} autofocus>
          <h2>{says.otherwise.heading}</h2>
          <p>
            {otherwise.outcome === 'paid' ? says.otherwise.paid(otherwise.reference) : says.otherwise.failed}{' '}
            {says.otherwise.next}
          </p>
        </section>
      )}
      {!otherwise && <p class="lead">{recorded ? says.told : says.nothingToDo}</p>}
      <section class="card">
        <Blocks
          blocks={section(
            says.recorded,
            {
              type: 'figure',
              label: terms[language].facts.amount,
              value: formatMoney(refund.amount, language),
            },
            { type: 'facts', rows },
          )}
        />
      </section>
    </Frame>
  );
}

/** To whoever says that it could not be paid: what becomes of that. `at`: the page of the link. */
export function RefundFailedPage({ view, policy, at }: Of<'failed'> & { at: string }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].refund;
  const { refund, recorded, decided } = view;
  return (
    <Frame view={view} policy={policy} heading={recorded ? says.failedThanks : says.failedAlready}>
      <p class="lead">{says.failedNext(decided.by)}</p>
      <section class="card">
        <Blocks blocks={section(says.failedReason, { type: 'quote', text: refund.failure?.why ?? '' })} />
      </section>
      <p>
        <a href={at}>{says.payNow}</a>
      </p>
    </Frame>
  );
}

function Frame(props: {
  view: RefundView;
  policy: Policy;
  heading: string;
  isError?: boolean;
  children?: Child;
}) {
  const { view, policy, heading, isError, children } = props;
  const { staffLanguage: language, name } = policy.shop;
  const { refund: says, feedback } = pageCatalogue[language];
  const title = says.title(formatMoney(view.refund.amount, language), view.found.id);
  return (
    <Page language={language} title={isError ? `${feedback.errorTitle}: ${title}` : title} brand={name}>
      <p class="eyebrow">{view.found.id}</p>
      <h1>{heading}</h1>
      {children}
    </Page>
  );
}
