import { isDecided } from '../../domain/case.ts';
import { formatDate } from '../../wording/format.ts';
import { oneLine, shorten } from '../../wording/plain.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** As much as fits a mail that Gmail does not cut; the case has the rest. */
const MAX_WORDS = 4_000;

/** To whoever has the case, or decided it: what the customer wrote since. */
export function customerReply({
  found,
  policy,
  text,
  from,
  stranger,
}: ContentOf<'customer-reply'>): MailDocument {
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.customerReply;
  const { facts, outcomes } = terms[language];
  const standing = isDecided(found)
    ? says.decided(outcomes[found.decided.decision.outcome], formatDate(found.decided.at, language, timeZone))
    : says.open;
  const who = personLine(found.request);
  return {
    language,
    subject: stranger ? says.strangerSubject(found.id) : says.subject(found.id),
    preheader: says.preheader(stranger ? from : who),
    brand: policy.shop.name,
    title: stranger ? says.strangerTitle : says.title,
    blocks: [
      ...(stranger ? [{ type: 'note', tone: 'warn', text: says.stranger(oneLine(from)) } as const] : []),
      { type: 'quote', text: shorten(text, MAX_WORDS), language: found.request.language },
      ...(stranger ? [] : [{ type: 'paragraph', text: standing } as const]),
      ...(isDecided(found) && !stranger ? [{ type: 'paragraph', text: says.answer } as const] : []),
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: who },
          { label: facts.reference, value: found.id },
        ],
      },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
