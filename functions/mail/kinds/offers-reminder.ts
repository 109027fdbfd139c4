import { formatDate } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import { offerButton, offerList } from '../offer-blocks.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: what they can still choose, and until when. */
export function offersReminder({ found, policy, link }: ContentOf<'offers-reminder'>): MailDocument {
  const { language } = found.request;
  const { offersReminder: says } = catalogue[language];
  if (!found.offers) throw new Error(`case ${found.id} offers nothing`);
  const day = formatDate(lastMoment(found.offers.expiresAt), language, policy.shop.timeZone);
  return letter(
    found,
    policy,
    { subject: says.subject(found.id), preheader: says.preheader(day), title: says.title },
    [
      { type: 'paragraph', text: says.says(day) },
      offerList(found, policy),
      ...offerButton(found, policy, link, found.offers.expiresAt),
      { type: 'paragraph', text: says.fine },
    ],
  );
}
