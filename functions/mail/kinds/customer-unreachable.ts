import { known } from '../../domain/request.ts';
import { oneLine } from '../../wording/plain.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** To whoever has a case: its customer does not get our mails, so that somebody has to reach them in another way. */
export function customerUnreachable({
  found,
  policy,
  why,
  undelivered,
}: ContentOf<'customer-unreachable'>): MailDocument {
  const { staffLanguage: language } = policy.shop;
  const words = catalogue[language];
  const says = words.customerUnreachable;
  const { facts, mailKinds } = terms[language];
  const { request } = found;
  const order = known(request.orderNumber);
  return {
    language,
    subject: says.subject(found.id),
    preheader: says.preheader(personLine(request)),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: says.why[why] },
      { type: 'paragraph', text: why === 'rejected' || why === 'refused' ? says.tellOnce : says.tell },
      {
        type: 'facts',
        rows: [
          { label: says.mail, value: mailKinds[undelivered] },
          { label: facts.customer, value: personLine(request) },
          { label: facts.address, value: oneLine(request.customer.address) },
          ...(order === undefined ? [] : [{ label: facts.orderNumber, value: oneLine(order) }]),
          { label: facts.reference, value: found.id },
        ],
      },
      { type: 'small', text: says.goesOn },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
