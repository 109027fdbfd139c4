import { formatMoney } from '../../domain/money.ts';
import { formatDate } from '../../wording/format.ts';
import { oneLine } from '../../wording/plain.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import type { ContentOf } from '../write.ts';

/** To whoever decided: why the money could not be paid, in the words of whoever pays. Throws where nobody said that it failed. */
export function refundFailed({ found, policy, refund }: ContentOf<'refund-failed'>): MailDocument {
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.refundFailed;
  const { facts } = terms[language];
  if (!refund.failure) throw new Error(`refund ${refund.number} of case ${found.id} has not failed`);
  const amount = formatMoney(refund.amount, language);
  const day = formatDate(lastMoment(refund.dueBy), language, timeZone);
  return {
    language,
    subject: says.subject(amount, found.id),
    preheader: says.preheader,
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: says.says },
      { type: 'quote', text: refund.failure.why },
      { type: 'paragraph', text: says.next(day) },
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: personLine(found.request) },
          { label: facts.amount, value: amount },
          { label: facts.reference, value: found.id },
        ],
      },
      { type: 'small', text: says.address(oneLine(found.request.customer.address)) },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
