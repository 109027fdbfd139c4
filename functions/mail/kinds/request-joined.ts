import { formatDate } from '../../wording/format.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To a customer who wrote anew about an order they have an open request for: the two are one. */
export function requestJoined({ found, policy, answerBy }: ContentOf<'request-joined'>): MailDocument {
  const { language } = found.request;
  const says = catalogue[language].requestJoined;
  const next: Block[] = answerBy
    ? [{ type: 'paragraph', text: says.next(formatDate(answerBy, language, policy.shop.timeZone)) }]
    : [{ type: 'paragraph', text: says.late }];
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.joined },
    { type: 'figure', label: says.figure, value: found.id },
    ...next,
  ]);
}
