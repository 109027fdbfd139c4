import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer, once: the promised day will not be kept. Promises no other. */
export function delayNotice({ found, policy, promised }: ContentOf<'delay-notice'>): MailDocument {
  const { language } = found.request;
  const { delayNotice: says } = catalogue[language];
  const day = formatDate(promised, language, policy.shop.timeZone);
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.late(day) },
    { type: 'paragraph', text: says.now },
    { type: 'figure', label: says.figure, value: found.id },
    { type: 'paragraph', text: says.next },
  ]);
}
