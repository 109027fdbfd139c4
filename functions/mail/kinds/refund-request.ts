import type { CaseEvent } from '../../domain/case.ts';
import { formatMoney } from '../../domain/money.ts';
import { decisionBehind } from '../../domain/settlement.ts';
import { formatDate } from '../../wording/format.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import { isPaidBySystem, refundBlocks } from '../refund-blocks.ts';
import type { ContentOf } from '../write.ts';

type Content = ContentOf<'refund-request' | 'refund-reminder'>;

/**
 * To finance, or to whoever sees to it where finance takes no mail: pay whom, how much, for which order, by when, who decided it, and where
 * to say that it is done. Throws where no decision grants it.
 */
export function refundRequest(content: Content): MailDocument {
  const { kind, found, policy, refund, link, isForFinance } = content;
  const { staffLanguage: language, timeZone } = policy.shop;
  const decided = decisionBehind(found, refund.number);
  if (!decided) throw new Error(`no decision of case ${found.id} granted refund ${refund.number}`);
  const words = catalogue[language];
  const says = words.refundRequest;
  const bySystem = isPaidBySystem(found, policy);
  const asks = kind === 'refund-reminder' ? words.refundReminder : bySystem ? says.bySystem : says;
  const amount = formatMoney(refund.amount, language);
  const day = formatDate(lastMoment(refund.dueBy), language, timeZone);
  return {
    language,
    subject: (isForFinance ? says.instead : asks).subject(amount, found.id),
    preheader: says.preheader(amount, day),
    brand: policy.shop.name,
    title: isForFinance ? says.instead.title : asks.title,
    blocks: [
      ...(isForFinance ? [{ type: 'note', tone: 'warn', text: says.instead.note } as const] : []),
      ...(kind === 'refund-reminder' ? [reminder(refund, day, language)] : []),
      ...(bySystem ? [viaSystem(kind, language)] : []),
      ...refundBlocks(found, refund, decided, policy),
      isTold(found, decided)
        ? { type: 'paragraph', text: says.promised }
        : { type: 'note', tone: 'warn', text: says.notTold },
      { type: 'buttons', look: 'action', buttons: [{ label: words.refundConfirm.button, href: link }] },
      { type: 'small', text: words.refundConfirm.yours },
      { type: 'small', text: says.toOriginal },
    ],
    footer: [words.staffFooter(found.id)],
  };
}

/** Finance must not pay what the payment system pays: at first they only know of it, and look there before they pay by hand. */
function viaSystem(kind: Content['kind'], language: MailDocument['language']): Block {
  const says = catalogue[language].refundRequest.bySystem;
  return kind === 'refund-reminder'
    ? { type: 'note', tone: 'warn', text: says.look }
    : { type: 'note', tone: 'info', text: says.note };
}

function reminder(refund: Content['refund'], day: string, language: MailDocument['language']): Block {
  const says = catalogue[language].refundReminder;
  const isLate = 'isLate' in refund && refund.isLate;
  return { type: 'note', tone: 'warn', text: isLate ? says.late(day) : says.asked(day) };
}

/** Finance is asked after the customer was told of the decision that grants the money, or could not be. */
function isTold({ history }: Content['found'], decided: CaseEvent): boolean {
  const since = history.slice(history.indexOf(decided) + 1);
  const next = since.findIndex(({ type }) => type === 'decided');
  return since
    .slice(0, next < 0 ? since.length : next)
    .some((event) => event.type === 'mail-sent' && event.kind === 'decision');
}
