import type { Case, CaseEvent, ToldCase } from '../domain/case.ts';
import { LinkEarly, LinkInvalid, OffersClosed } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Offers } from '../domain/settlement.ts';
import { acceptedLetters } from '../follow-through/letters-due.ts';
import type { Sending } from '../notify/send-once.ts';
import { sendOrPassOn } from '../notify/send-or-pass-on.ts';
import { changeCase } from '../runtime/change-case.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import { pageCatalogue } from './catalogue/index.ts';
import { isOfPage, type Sent } from './sent-form.ts';

export type OfferServices = Sending & Needs<'links' | 'tokens' | 'flow'>;

/** What the form says for none of the offers; no offer's id has a blank. */
export const NONE = 'none of these';

export const offerFields = ['offer', 'confirm'] as const;
export type OfferField = (typeof offerFields)[number];
export type OfferForm = Record<OfferField, string>;
export type OfferErrors = Partial<Record<OfferField, string>>;
type Answer = Extract<CaseEvent, { type: 'offer-accepted' | 'offers-declined' }>;

/** What a customer's link to offers leads to at this moment. */
export type OffersView =
  | {
      state: 'open';
      found: ToldCase;
      offers: Offers;
      form: OfferForm;
      refused?: { errors: OfferErrors } | 'stale';
    }
  /** `recorded`: by this very request; `otherwise`: it asked for something else than what was chosen before. */
  | { state: 'answered'; found: ToldCase; answer: Answer; recorded: boolean; otherwise: boolean }
  | { state: 'expired'; found: ToldCase; offers: Offers }
  /** The customer has objected since. */
  | { state: 'aside'; found: Case; why: 'looking' | 'decided' };

/** What the link shows. Reads only. Throws LinkInvalid, LinkExpired, LinkEarly, CaseNotFound. */
export async function viewOffers(services: OfferServices, token: string): Promise<OffersView> {
  const { caseId } = await services.links.read(token, 'offers');
  const found = await services.cases.load(caseId);
  // The mail with the link leaves a moment before the case says what was offered.
  if (found.status === 'decided') throw new LinkEarly(`the offers of case ${caseId} are about to be made`);
  if (found.status !== 'told' && found.status !== 'closed') {
    if (!found.objection) throw new LinkInvalid(`case ${caseId} is ${found.status}: nothing was offered`);
    return { state: 'aside', found, why: 'looking' };
  }
  const { offers } = found;
  if (!offers) {
    if (found.earlier.length === 0) throw new LinkInvalid(`nothing was offered in case ${caseId}`);
    return { state: 'aside', found, why: 'decided' };
  }
  const answer = found.history.findLast(isAnswer);
  if (answer && (offers.state === 'accepted' || offers.state === 'declined'))
    return { state: 'answered', found, answer, recorded: false, otherwise: false };
  // The flow writes down a moment later that the day has passed.
  const isOver = Date.parse(services.clock.now()) >= Date.parse(offers.expiresAt);
  if (isOver || offers.state !== 'open') return { state: 'expired', found, offers };
  return { state: 'open', found, offers, form: { offer: '', confirm: '' } };
}

/**
 * Records once which offer the customer chooses, or that it is none, from a form of our own page that a person has confirmed; tells
 * them and whoever sees to it. What repeats it changes nothing. Throws as viewOffers does.
 */
export async function chooseOffer(
  services: OfferServices,
  token: string,
  sent: Sent<OfferForm>,
): Promise<OffersView> {
  const view = await viewOffers(services, token);
  const isOurs = await isOfPage(services.links, token, sent);
  const errors = view.state === 'open' ? mistakesIn(sent.form, view) : {};
  if (!isOurs)
    return view.state === 'open' ? { ...view, form: { offer: '', confirm: '' }, refused: 'stale' } : view;
  if (view.state === 'open' && Object.keys(errors).length > 0)
    return { ...view, form: sent.form, refused: { errors } };
  if (view.state !== 'open' && view.state !== 'answered') return view;
  const offer = sent.form.offer === NONE ? undefined : sent.form.offer;
  const at = services.clock.now();
  const isRecorded = await record(services, view.found.id, at, offer);
  const now = await viewOffers(services, token);
  if (now.state !== 'answered') return now;
  if (isRecorded) await settle(services, now.found);
  const isSame = now.answer.type === 'offer-accepted' ? now.answer.offer === offer : offer === undefined;
  return { ...now, recorded: isRecorded && now.answer.at === at, otherwise: !isSame };
}

/** Whether it is on the case, now or since an earlier click. */
async function record(
  { cases, policy: { policy } }: OfferServices,
  caseId: string,
  at: string,
  offer: string | undefined,
): Promise<boolean> {
  try {
    await changeCase(cases, caseId, { type: 'choose-offer', at, offer, policy });
    return true;
  } catch (error) {
    if (error instanceof OffersClosed) return false;
    throw error;
  }
}

/** It is on the case before this, and stays there: a mail that fails is shown on the case, and not to the customer. */
async function settle(services: OfferServices, found: ToldCase): Promise<void> {
  const { policy } = services.policy;
  const letters = found.offers?.state === 'accepted' ? acceptedLetters(found, policy) : [];
  for (const letter of letters) {
    await sendOrPassOn(services, found, letter).catch((error: unknown) => {
      services.log.error('nobody could be told of a chosen offer', {
        caseId: found.id,
        mail: letter.mail.id,
        error,
      });
    });
  }
  await wakeFlow(services, found, 'leave it');
}

function isAnswer(event: CaseEvent): event is Answer {
  return event.type === 'offer-accepted' || event.type === 'offers-declined';
}

function mistakesIn(form: OfferForm, { found, offers }: Extract<OffersView, { state: 'open' }>): OfferErrors {
  const says = pageCatalogue[found.request.language].offers.errors;
  return {
    ...(form.offer !== NONE && !offers.choices.includes(form.offer) && { offer: says.offer }),
    ...(form.confirm !== 'yes' && { confirm: says.confirm }),
  };
}
