import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer who objected: who looks at it now, and until when there is an answer. */
export function objectionReceived({
  found,
  policy,
  answerBy,
}: ContentOf<'objection-received'>): MailDocument {
  const { language } = found.request;
  const { objectionReceived: says } = catalogue[language];
  const day = formatDate(answerBy, language, policy.shop.timeZone);
  const about = found.objection?.about ?? 'decision';
  return letter(
    found,
    policy,
    { subject: says.subject(found.id), preheader: says.preheader(day), title: says.title },
    [
      { type: 'paragraph', text: says[about] },
      { type: 'paragraph', text: says.next(day) },
      { type: 'paragraph', text: says.proof },
      { type: 'paragraph', text: says.stop },
    ],
  );
}
