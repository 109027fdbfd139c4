import { refundOf } from '../../domain/decision.ts';
import { scores, terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { customerView } from '../customer-view.ts';
import type { ContentOf } from '../write.ts';

/** To the customer, some days after the answer: how did it go? Every link only opens a page. */
export function followUp({ found, policy, scoreLinks, commentLink }: ContentOf<'follow-up'>): MailDocument {
  const { language } = found.request;
  const words = catalogue[language];
  const says = words.followUp;
  return {
    language,
    subject: says.subject(found.id),
    preheader: says.preheader,
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: words.greeting(customerView(found.request).name) },
      { type: 'paragraph', text: says.asks(found.id) },
      {
        type: 'buttons',
        look: 'choices',
        buttons: scores
          .toReversed()
          .map((score) => ({ label: terms[language].scores[score], href: scoreLinks[score] })),
      },
      { type: 'buttons', look: 'link', buttons: [{ label: says.comment, href: commentLink }] },
      { type: 'small', text: says.onlyOpens },
      ...(refundOf(found.decided.decision) || found.refunds.length > 0
        ? [{ type: 'note', tone: 'info', text: says.refundMissing } as const]
        : []),
    ],
    footer: [words.replyFooter(found.id)],
  };
}
