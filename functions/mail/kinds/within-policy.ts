import { windowEnd } from '../../domain/facts.ts';
import { formatFullDay } from '../../wording/format.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { factsTold } from '../decision/basis.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To a customer who asks for an exception and needs none: until when they can return the ordinary way, and how. */
export function withinPolicy({ found, policy }: ContentOf<'within-policy'>): MailDocument {
  const { request } = found;
  const { language } = request;
  const says = catalogue[language].withinPolicy;
  const lastDay = windowEnd(request, policy);
  const until = lastDay && formatFullDay(lastDay, language);
  const how = policy.window.howToReturn?.[language];
  const { basis } = catalogue[language].decision;
  const facts = factsTold({ found, language, policy });
  const blocks: Block[] = [
    { type: 'paragraph', text: says.open },
    ...(until ? [{ type: 'figure', label: says.until, value: until } as const] : []),
    ...(how ? [{ type: 'note', tone: 'info', text: how } as const] : []),
    { type: 'paragraph', text: says.next },
    ...(facts.length > 0 ? section(basis.facts, { type: 'facts', rows: facts }) : []),
  ];
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, blocks);
}
