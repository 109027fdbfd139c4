import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { acceptedBlocks } from '../offer-blocks.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To the customer: what they chose, and what happens now. Throws where they chose nothing. */
export function offerAccepted({ found, policy }: ContentOf<'offer-accepted'>): MailDocument {
  const { language } = found.request;
  const { offerAccepted: says } = catalogue[language];
  const accepted = found.offers?.accepted;
  const offer = policy.offers.find(({ id }) => id === accepted);
  return letter(
    found,
    policy,
    {
      subject: says.subject(offer?.name[language] ?? accepted ?? '', found.id),
      preheader: says.preheader,
      title: says.title,
    },
    acceptedBlocks(found, policy),
  );
}
