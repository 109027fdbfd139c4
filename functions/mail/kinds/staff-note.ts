import { oneLine } from '../../wording/plain.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** To somebody of the shop who answered a mail about a case: what that does, and what it does not. */
export function staffNote({ found, policy }: ContentOf<'staff-note'>): MailDocument {
  const language = policy.shop.staffLanguage;
  const words = catalogue[language];
  const says = words.staffNote;
  const { facts } = terms[language];
  return {
    language,
    subject: says.subject(found.id),
    preheader: says.preheader,
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: says.noted },
      ...(found.status === 'awaiting-decision'
        ? [{ type: 'note', tone: 'warn', text: says.toDecide } as const]
        : []),
      { type: 'paragraph', text: says.toCustomer(oneLine(found.request.customer.address)) },
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: personLine(found.request) },
          { label: facts.reference, value: found.id },
        ],
      },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
