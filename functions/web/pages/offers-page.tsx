import type { Policy } from '../../domain/policy.ts';
import { lastMoment } from '../../mail/last-moment.ts';
import { acceptedBlocks, offerItem } from '../../mail/offer-blocks.ts';
import { formatDate } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { NONE, type OfferField, type OffersView, offerFields } from '../choose-offer.ts';
import { answerBy } from './answer-by.ts';
import { Blocks } from './blocks.tsx';
import { CustomerFrame } from './customer-frame.tsx';
import { Choice, described, Hint } from './fields.tsx';
import { RefusedForm, Seal, Tick } from './form-parts.tsx';

type Of<S extends OffersView['state']> = { view: Extract<OffersView, { state: S }>; policy: Policy };

/** For the customer: each offer with what it is worth, and none of them. Nothing is chosen beforehand. */
export function OffersPage({ view, policy, mark }: Of<'open'> & { mark: string }) {
  const { found, form, refused, offers } = view;
  const { language } = found.request;
  const says = pageCatalogue[language].offers;
  const errors = refused && refused !== 'stale' ? refused.errors : {};
  const until = formatDate(lastMoment(offers.expiresAt), language, policy.shop.timeZone);
  const [first] = offers.choices;
  const idOf = (field: OfferField) => (field === 'offer' ? `offer-${first}` : field);
  return (
    <CustomerFrame
      of="offers"
      found={found}
      policy={policy}
      heading={says.heading}
      isError={refused !== undefined}
    >
      <p class="lead">{says.intro(until)}</p>
      <form class="card" method="post" novalidate autocomplete="off">
        <RefusedForm refused={refused} language={language} fields={offerFields} idOf={idOf} />
        <Seal mark={mark} language={language} />
        <fieldset {...described({ id: 'offer', error: errors.offer })}>
          <legend>{says.legend}</legend>
          <Hint id="offer" error={errors.offer} />
          {offers.choices.map((id) => {
            const offer = policy.offers.find((one) => one.id === id);
            const { lead = id, text = '' } = offer ? offerItem(offer, found) : {};
            return (
              <Choice
                id={`offer-${id}`}
                name="offer"
                value={id}
                checked={form.offer === id}
                label={lead}
                hint={text}
              />
            );
          })}
          <Choice
            id="offer-none"
            name="offer"
            value={NONE}
            checked={form.offer === NONE}
            label={says.none}
            hint={says.noneHint}
          />
        </fieldset>
        <Tick
          id="confirm"
          label={says.confirm}
          hint={pageCatalogue[language].feedback.confirmHint}
          error={errors.confirm}
          checked={form.confirm === 'yes'}
        />
        <button class="button" type="submit">
          {says.submit}
        </button>
        <p class="muted small after">{says.once}</p>
      </form>
    </CustomerFrame>
  );
}

/** Thanks and what happens now; at every later visit what was chosen. */
export function OfferAnsweredPage({ view, policy }: Of<'answered'>) {
  const { found, answer, recorded, otherwise } = view;
  const { language } = found.request;
  const says = pageCatalogue[language].offers;
  const day = formatDate(answer.at, language, policy.shop.timeZone);
  const isAccepted = answer.type === 'offer-accepted';
  const first = isAccepted ? says.acceptedTitle : says.declinedTitle;
  const again = isAccepted ? says.acceptedBefore(day) : says.declinedBefore(day);
  return (
    <CustomerFrame of="offers" found={found} policy={policy} heading={recorded ? first : again}>
      {otherwise && (
        <p class="notice warn" role="alert">
          {says.otherwise}
        </p>
      )}
      {isAccepted ? (
        <>
          <section class="card">
            <Blocks blocks={acceptedBlocks(found, policy)} />
          </section>
          <p class="muted">{says.mail}</p>
        </>
      ) : (
        <>
          <p class="lead">{says.declined}</p>
          <p>{says.changed}</p>
        </>
      )}
    </CustomerFrame>
  );
}

export function OffersExpiredPage({ view, policy }: Of<'expired'>) {
  const { found, offers } = view;
  const { language } = found.request;
  const says = pageCatalogue[language].offers;
  const day = formatDate(lastMoment(offers.expiresAt), language, policy.shop.timeZone);
  return (
    <CustomerFrame of="offers" found={found} policy={policy} heading={says.expiredTitle}>
      <p class="lead">{says.expired(day)}</p>
      <p>{says.expiredNext(found.id)}</p>
    </CustomerFrame>
  );
}

/** For the customer who has objected since. */
export function OffersAsidePage({ view: { found, why }, policy }: Of<'aside'>) {
  const { aside, asideTitle } = pageCatalogue[found.request.language].offers;
  return (
    <CustomerFrame of="offers" found={found} policy={policy} heading={asideTitle}>
      <p class="lead">{why === 'looking' ? aside.looking(answerBy(found, policy)) : aside[why]}</p>
    </CustomerFrame>
  );
}
