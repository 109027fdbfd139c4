import { formatMoney } from '../../domain/money.ts';
import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: the day they were told has passed, and nobody has said that the money was paid. Promises no other day. */
export function refundLate({ found, policy, refund }: ContentOf<'refund-late'>): MailDocument {
  const { language } = found.request;
  const { refundLate: says } = catalogue[language];
  const day = formatDate(lastMoment(refund.dueBy), language, policy.shop.timeZone);
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.says(day) },
    { type: 'figure', label: says.owed, value: formatMoney(refund.amount, language) },
    { type: 'paragraph', text: says.now },
    { type: 'paragraph', text: says.next },
  ]);
}
