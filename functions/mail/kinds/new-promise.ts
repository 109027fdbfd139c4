import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer, once their time to answer a question is over: by when they have our answer now. */
export function newPromise({ found, policy, why, answerBy }: ContentOf<'new-promise'>): MailDocument {
  const { language } = found.request;
  const { figure, next, ...reasons } = catalogue[language].newPromise;
  const says = reasons[why];
  const day = formatDate(answerBy, language, policy.shop.timeZone);
  const head = { subject: says.subject(found.id), title: says.title, preheader: next(day) };
  return letter(found, policy, head, [
    { type: 'paragraph', text: says.says },
    { type: 'paragraph', text: next(day) },
    { type: 'figure', label: figure, value: found.id },
    { type: 'paragraph', text: says.more },
  ]);
}
