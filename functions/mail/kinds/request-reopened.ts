import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To a customer who took their request back and goes on with it after all: it is open again, and this is when they hear. */
export function requestReopened({ found, policy, answerBy }: ContentOf<'request-reopened'>): MailDocument {
  const { language } = found.request;
  const says = catalogue[language].requestReopened;
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.open },
    { type: 'figure', label: says.figure, value: found.id },
    { type: 'paragraph', text: says.next(formatDate(answerBy, language, policy.shop.timeZone)) },
  ]);
}
