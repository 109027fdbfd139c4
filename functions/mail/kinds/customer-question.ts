import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: what the person who decides wants to know, in that person's words, and what happens with the answer or without. */
export function customerQuestion({ found, policy, question }: ContentOf<'customer-question'>): MailDocument {
  const { language } = found.request;
  const { customerQuestion: says } = catalogue[language];
  const until = formatDate(question.until, language, policy.shop.timeZone);
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.asks },
    { type: 'quote', text: question.text },
    { type: 'paragraph', text: says.how },
    { type: 'paragraph', text: says.without(until) },
  ]);
}
