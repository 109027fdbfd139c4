import { formatMoney } from '../../domain/money.ts';
import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import { offerItem } from '../offer-blocks.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: what they chose, and what happens now. Throws where they chose nothing. */
export function offerAccepted({ found, policy }: ContentOf<'offer-accepted'>): MailDocument {
  const { language } = found.request;
  const { offerAccepted: says } = catalogue[language];
  const offer = policy.offers.find(({ id }) => id === found.offers?.accepted);
  const accepted = found.offers?.accepted;
  if (accepted === undefined) throw new Error(`the customer of case ${found.id} has chosen nothing`);
  const { lead, text } = offer ? offerItem(offer, found) : { lead: accepted, text: '' };
  const refund = offer?.refundPercent === undefined ? undefined : found.refunds.at(-1);
  const day = refund && formatDate(lastMoment(refund.dueBy), language, policy.shop.timeZone);
  return letter(
    found,
    policy,
    {
      subject: says.subject(offer?.name[language] ?? accepted, found.id),
      preheader: says.preheader,
      title: says.title,
    },
    [
      { type: 'figure', label: says.figure, value: lead ?? accepted, ...(text && { detail: text }) },
      {
        type: 'paragraph',
        text: refund && day ? says.refund(formatMoney(refund.amount, language), day) : says.staff,
      },
    ],
  );
}
