import { MAX_REASON } from '../../domain/decision.ts';
import type { Policy } from '../../domain/policy.ts';
import { promise } from '../../domain/round-rules.ts';
import type { Instant } from '../../domain/time.ts';
import { keptText } from '../../mail/decision/told.ts';
import { lastMoment } from '../../mail/last-moment.ts';
import { formatDate } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { type ObjectField, type ObjectView, objectFields } from '../object-to.ts';
import { answerBy } from './answer-by.ts';
import { Corrections } from './corrections.tsx';
import { CustomerFrame } from './customer-frame.tsx';
import { Choice, described, Hint, TextArea } from './fields.tsx';
import { RefusedForm, Seal } from './form-parts.tsx';

type Of<S extends ObjectView['state']> = { view: Extract<ObjectView, { state: S }>; policy: Policy };

/** For the customer: the two ways to say that something is wrong, as far as they are open. Nothing is chosen beforehand. */
export function ObjectPage({ view, policy, mark, now }: Of<'open'> & { mark: string; now: Instant }) {
  const { found, form, refused, until } = view;
  const { language } = found.request;
  const { timeZone } = policy.shop;
  const says = pageCatalogue[language].object;
  const errors = refused && refused !== 'stale' ? refused.errors : {};
  const day = (at: Instant) => formatDate(at, language, timeZone);
  const last = until.fact ?? until.decision;
  const ways = until.fact && until.decision ? 'both' : until.fact ? 'fact' : 'decision';
  const idOf = (field: ObjectField) =>
    field === 'about' ? (until.fact ? 'about-fact' : 'about-decision') : field;
  return (
    <CustomerFrame
      of="object"
      found={found}
      policy={policy}
      heading={says.heading}
      isError={refused !== undefined}
    >
      <p class="lead">
        {says.decided(day(found.decided.at), terms[language].outcomes[found.decided.decision.outcome])}{' '}
        {keptText(found)} {last && says.intro[ways](day(lastMoment(last)))}
      </p>
      <form class="card" method="post" novalidate autocomplete="off">
        <RefusedForm refused={refused} language={language} fields={objectFields} idOf={idOf} />
        <Seal mark={mark} language={language} />
        <fieldset {...described({ id: 'about', error: errors.about })}>
          <legend>{says.legend}</legend>
          <Hint id="about" error={errors.about} />
          {until.fact && (
            <Choice
              id="about-fact"
              name="about"
              value="fact"
              checked={form.about === 'fact'}
              label={says.fact}
              hint={says.factHint}
            >
              <Corrections form={form} errors={errors} request={found.request} policy={policy} />
            </Choice>
          )}
          {until.decision && (
            <Choice
              id="about-decision"
              name="about"
              value="decision"
              checked={form.about === 'decision'}
              label={says.decision}
              hint={says.decisionHint}
            >
              <TextArea
                id="why"
                value={form.why}
                label={says.why}
                hint={says.whyHint}
                error={errors.why}
                maxlength={MAX_REASON}
              />
              <p class="field small muted">{says.once}</p>
            </Choice>
          )}
        </fieldset>
        <p>
          {says.next(day(promise(now, policy).by))} {says.proof}
        </p>
        <button class="button" type="submit">
          {says.submit}
        </button>
      </form>
    </CustomerFrame>
  );
}

/** After an objection: that it is looked at again, until when there is an answer, and how proof can be sent. */
export function LookedAtAgainPage({ view, policy }: Of<'again'>) {
  const { found, objection, recorded } = view;
  const { language } = found.request;
  const says = pageCatalogue[language].object;
  const day = answerBy(found, policy);
  const since = formatDate(objection.at, language, policy.shop.timeZone);
  return (
    <CustomerFrame
      of="object"
      found={found}
      policy={policy}
      heading={recorded ? says.thanksTitle : says.againTitle}
    >
      <p class="lead">
        {recorded ? says.thanks[objection.about] : says.since(since)}{' '}
        {day ? says.answerBy(day) : says.answerLate}
      </p>
      <p>{says.proof}</p>
    </CustomerFrame>
  );
}

/** Where the request stands, for who comes too late, or once more. */
export function SettledPage({ view, policy }: Of<'settled'>) {
  const { found } = view;
  const { language } = found.request;
  const { timeZone } = policy.shop;
  const says = pageCatalogue[language].object;
  const { at, decision } = found.decided;
  const day = formatDate(at, language, timeZone);
  return (
    <CustomerFrame of="object" found={found} policy={policy} heading={says.settledTitle}>
      <p class="lead">
        {says.decided(day, terms[language].outcomes[decision.outcome])} {keptText(found)}
      </p>
      <p>
        {view.why === 'late'
          ? says.settled.late(formatDate(lastMoment(view.until), language, timeZone))
          : says.settled[view.why]}{' '}
        {says.more(found.id)}
      </p>
    </CustomerFrame>
  );
}
