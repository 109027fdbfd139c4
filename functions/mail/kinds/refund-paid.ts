import { refundWay } from '../../domain/limits.ts';
import { formatMoney } from '../../domain/money.ts';
import { dayAfter, dayOf } from '../../domain/time.ts';
import { formatFullDay } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: the money has left, under which reference, and by when they see it. Throws where nobody said that it was paid. */
export function refundPaid({ found, policy, refund }: ContentOf<'refund-paid'>): MailDocument {
  const { language } = found.request;
  const { decision: words, refundPaid: says } = catalogue[language];
  if (!refund.paid) throw new Error(`refund ${refund.number} of case ${found.id} has not been paid`);
  const amount = formatMoney(refund.amount, language);
  const way = refundWay(policy, refund.way);
  const day = formatFullDay(
    dayAfter(dayOf(refund.paid.at, policy.shop.timeZone), way.statementDays),
    language,
  );
  return letter(
    found,
    policy,
    { subject: says.subject(amount, found.id), preheader: says.preheader(day), title: says.title },
    [
      { type: 'paragraph', text: says.says },
      { type: 'figure', label: says.figure, value: amount },
      {
        type: 'facts',
        rows: [
          { label: words.how, value: way.method[language] },
          { label: says.statement, value: day },
          { label: says.payment, value: refund.paid.reference },
          { label: terms[language].facts.reference, value: found.id },
        ],
      },
      { type: 'paragraph', text: says.ifNot },
    ],
  );
}
