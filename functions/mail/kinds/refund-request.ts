import { refundWay } from '../../domain/limits.ts';
import { formatMoney } from '../../domain/money.ts';
import { known } from '../../domain/request.ts';
import { formatDate, formatInstant } from '../../wording/format.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';
import type { ContentOf } from '../write.ts';

type Content = ContentOf<'refund-request' | 'refund-reminder'>;

/** To finance: pay whom, how much, for which order, by when, who decided it, and where to say that it is done. */
export function refundRequest({ kind, found, policy, refund, link }: Content): MailDocument {
  const { staffLanguage: language, timeZone } = policy.shop;
  const { request, decided } = found;
  const words = catalogue[language];
  const says = words.refundRequest;
  const { facts, outcomes, sources, unknown } = terms[language];
  const amount = formatMoney(refund.amount, language);
  const way = refundWay(policy, refund.way);
  const day = formatDate(lastMoment(refund.dueBy), language, timeZone);
  const order = known(request.orderNumber);
  const asker = personLine(request);
  const payee =
    order && request.ordersOwnAddress === false
      ? [
          { label: says.to, value: says.whoeverPaid(order) },
          { label: says.askedBy, value: asker },
        ]
      : [{ label: says.to, value: asker }];
  return {
    language,
    subject: (kind === 'refund-reminder' ? words.refundReminder : says).subject(amount, found.id),
    preheader: says.preheader(amount, day),
    brand: policy.shop.name,
    title: (kind === 'refund-reminder' ? words.refundReminder : says).title,
    blocks: [
      ...(kind === 'refund-reminder' ? [reminder(refund, day, language)] : []),
      { type: 'figure', label: says.pay, value: amount, detail: `${facts.orderNumber}: ${order ?? unknown}` },
      ...warnings(found, language),
      {
        type: 'facts',
        rows: [
          ...payee,
          {
            label: facts.orderNumber,
            value: order ?? unknown,
            source: sources[request.orderNumber.source],
          },
          { label: says.method, value: way.method[language] },
          { label: says.by, value: day },
          { label: facts.reference, value: found.id },
          { label: facts.outcome, value: outcomes[decided.decision.outcome] },
          { label: facts.decidedBy, value: decided.by },
          { label: facts.decidedAt, value: formatInstant(decided.at, language, timeZone) },
        ],
      },
      isTold(found)
        ? { type: 'paragraph', text: says.promised }
        : { type: 'note', tone: 'warn', text: says.notTold },
      { type: 'buttons', look: 'action', buttons: [{ label: words.refundConfirm.button, href: link }] },
      { type: 'small', text: words.refundConfirm.yours },
      { type: 'small', text: says.toOriginal },
    ],
    footer: [words.staffFooter(found.id)],
  };
}

function reminder(refund: Content['refund'], day: string, language: MailDocument['language']): Block {
  const says = catalogue[language].refundReminder;
  const isLate = 'isLate' in refund && refund.isLate;
  return { type: 'note', tone: 'warn', text: isLate ? says.late(day) : says.asked(day) };
}

/** Finance is asked after the customer was told, or could not be. */
function isTold({ history }: Content['found']): boolean {
  return history.some((event) => event.type === 'mail-sent' && event.kind === 'decision');
}

function warnings({ request }: Content['found'], language: MailDocument['language']): Block[] {
  const says = catalogue[language].refundRequest;
  if (request.orderNumber.source !== 'order') return [{ type: 'note', tone: 'warn', text: says.noOrder }];
  if (request.ordersOwnAddress === true) return [];
  return [{ type: 'note', tone: 'warn', text: says.otherAddress }];
}
