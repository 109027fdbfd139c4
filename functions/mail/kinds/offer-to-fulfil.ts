import { offerWorth, refundsBefore } from '../../domain/granted.ts';
import { formatMoney } from '../../domain/money.ts';
import { askedAmount, known } from '../../domain/request.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** To whoever decided: which offer the customer accepted, to see to it. Throws where they chose nothing. */
export function offerToFulfil({ found, policy }: ContentOf<'offer-to-fulfil'>): MailDocument {
  const { staffLanguage: language } = policy.shop;
  const words = catalogue[language];
  const says = words.offerToFulfil;
  const { facts, unknown } = terms[language];
  const accepted = found.offers?.accepted;
  if (accepted === undefined) throw new Error(`the customer of case ${found.id} has chosen nothing`);
  const offer = policy.offers.find(({ id }) => id === accepted);
  const name = offer?.name[language] ?? accepted;
  const worth = offer && offerWorth(offer, known(askedAmount(found.request)), refundsBefore(found));
  return {
    language,
    subject: says.subject(name, found.id),
    preheader: says.preheader(personLine(found.request)),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: says.says },
      {
        type: 'figure',
        label: says.figure,
        value: worth ? `${name}: ${formatMoney(worth, language)}` : name,
      },
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: personLine(found.request) },
          { label: facts.address, value: found.request.customer.address },
          { label: facts.product, value: known(found.request.product) ?? unknown },
          { label: facts.orderNumber, value: known(found.request.orderNumber) ?? unknown },
          { label: facts.reference, value: found.id },
        ],
      },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
