import { isDecided } from '../../domain/case.ts';
import { formatDate } from '../../wording/format.ts';
import { shorten } from '../../wording/plain.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** As much as fits a mail that Gmail does not cut; the case has the rest. */
const MAX_WORDS = 4_000;

/** To whoever has the case, or decided it: what the customer wrote since. */
export function customerReply({ found, policy, text }: ContentOf<'customer-reply'>): MailDocument {
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
    subject: says.subject(found.id),
    preheader: says.preheader(who),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'quote', text: shorten(text, MAX_WORDS), language: found.request.language },
      { type: 'paragraph', text: standing },
      ...(isDecided(found) ? [{ type: 'paragraph', text: says.answer } as const] : []),
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
