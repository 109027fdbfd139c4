import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To a customer who took their request back: it is closed, and a reply takes it up again. */
export function withdrawal({ found, policy }: ContentOf<'withdrawal'>): MailDocument {
  const says = catalogue[found.request.language].withdrawal;
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: says.closed(found.id) },
    { type: 'note', tone: 'info', text: says.goOn },
  ]);
}
