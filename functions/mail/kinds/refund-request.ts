import { refundOf } from '../../domain/decision.ts';
import { refundWay } from '../../domain/limits.ts';
import { formatMoney } from '../../domain/money.ts';
import { known } from '../../domain/request.ts';
import { dayAfter, dayOf } from '../../domain/time.ts';
import { formatFullDay, formatInstant } from '../../wording/format.ts';
import { personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** To finance: pay whom, how much, for which order, by when, and who decided it. Throws where the decision gives no money. */
export function refundRequest({ found, policy }: ContentOf<'refund-request'>): MailDocument {
  const { staffLanguage: language, timeZone } = policy.shop;
  const { request, decided } = found;
  const words = catalogue[language];
  const says = words.refundRequest;
  const { facts, outcomes, sources, unknown } = terms[language];
  const money = refundOf(decided.decision);
  if (!money) throw new Error(`case ${found.id} was ${decided.decision.outcome}: there is nothing to pay`);
  const amount = formatMoney(money, language);
  const way = refundWay(policy, 'way' in decided.decision ? decided.decision.way : undefined);
  const day = formatFullDay(dayAfter(dayOf(decided.at, timeZone), way.days), language);
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
    subject: says.subject(amount, found.id),
    preheader: says.preheader(amount, day),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
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
      { type: 'small', text: says.toOriginal },
    ],
    footer: [words.staffFooter(found.id)],
  };
}

/** Finance is asked after the customer was told, or could not be. */
function isTold({ history }: ContentOf<'refund-request'>['found']): boolean {
  return history.some((event) => event.type === 'mail-sent' && event.kind === 'decision');
}

function warnings(
  { request }: ContentOf<'refund-request'>['found'],
  language: MailDocument['language'],
): Block[] {
  const says = catalogue[language].refundRequest;
  if (request.orderNumber.source !== 'order') return [{ type: 'note', tone: 'warn', text: says.noOrder }];
  if (request.ordersOwnAddress === true) return [];
  return [{ type: 'note', tone: 'warn', text: says.otherAddress }];
}
