import { formatDate } from '../../wording/format.ts';
import { oneLine, shorten } from '../../wording/plain.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** As much of a question as a mailbox shows beside the subject (characters). */
const MAX_PREHEADER = 90;

/**
 * To the customer: what somebody who decides wants to know, in that person's words, and what happens with the answer or without.
 * It holds whoever has the case when the answer comes.
 */
export function customerQuestion({ found, policy, question }: ContentOf<'customer-question'>): MailDocument {
  const { language } = found.request;
  const { customerQuestion: says } = catalogue[language];
  const until = formatDate(question.until, language, policy.shop.timeZone);
  const preheader = says.preheader(shorten(oneLine(question.text), MAX_PREHEADER));
  return letter(found, policy, { preheader, title: says.title, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.asks },
    { type: 'quote', text: question.text },
    { type: 'note', tone: 'info', text: says.how },
    { type: 'paragraph', text: says.without(until) },
    { type: 'figure', label: says.figure, value: found.id },
  ]);
}
