import type { Case } from '../../domain/case.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { customerView } from '../customer-view.ts';

/** A mail to the customer in their language: a greeting, what there is to say, and how a reply finds the case. */
export function letter(
  found: Case,
  policy: Policy,
  says: { subject: string; preheader: string; title: string },
  blocks: readonly Block[],
): MailDocument {
  const { language } = found.request;
  const words = catalogue[language];
  return {
    language,
    subject: says.subject,
    preheader: says.preheader,
    brand: policy.shop.name,
    title: says.title,
    blocks: [{ type: 'paragraph', text: words.greeting(customerView(found.request).name) }, ...blocks],
    footer: [words.replyFooter(found.id)],
  };
}
