import { formatDate } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { keptText } from '../decision/told.ts';
import type { ContentOf } from '../write.ts';
import { letter } from './letter.ts';

/** To a customer who replied when their request had been answered: how it stands, and what becomes of their words. */
export function alreadyDecided({ found, policy, tookBack }: ContentOf<'already-decided'>): MailDocument {
  const { language } = found.request;
  const says = catalogue[language].alreadyDecided;
  const { at, decision } = found.decided;
  const kept = keptText(found);
  const day = formatDate(at, language, policy.shop.timeZone);
  return letter(found, policy, { ...says, subject: says.subject(found.id) }, [
    { type: 'paragraph', text: tookBack ? says.tookBack[tookBack] : says.passedOn },
    { type: 'paragraph', text: says.stands(day, terms[language].outcomes[decision.outcome]) },
    ...(kept === undefined ? [] : [{ type: 'paragraph', text: kept } as const]),
    ...(tookBack === 'request' && found.refunds.some(({ state }) => state !== 'paid')
      ? [{ type: 'paragraph', text: says.onItsWay } as const]
      : []),
    { type: 'paragraph', text: says.another(policy.shop.refunds) },
  ]);
}
