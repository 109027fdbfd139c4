import type { Case, Decided } from '../domain/case.ts';
import { sumsOf } from '../domain/granted.ts';
import { refundWay } from '../domain/limits.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { known } from '../domain/request.ts';
import type { Refund } from '../domain/settlement.ts';
import { formatDate, formatInstant } from '../wording/format.ts';
import { personLine } from '../wording/request-facts.ts';
import { terms } from '../wording/terms.ts';
import type { Block } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { lastMoment } from './last-moment.ts';

/** What whoever pays has to know: how much, for which order, to whom, by when and how, and who decided it. */
export function refundBlocks(
  { id, request, refunds }: Case,
  refund: Pick<Refund, 'number' | 'amount' | 'way' | 'dueBy'>,
  decided: Pick<Decided, 'at' | 'by' | 'decision'>,
  policy: Policy,
): Block[] {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = catalogue[language].refundRequest;
  const { facts, outcomes, sources, unknown } = terms[language];
  const order = known(request.orderNumber);
  const asker = personLine(request);
  const payee =
    order && request.ordersOwnAddress === false
      ? [
          { label: says.to, value: says.whoeverPaid(order) },
          { label: says.askedBy, value: asker },
        ]
      : [{ label: says.to, value: asker }];
  return [
    {
      type: 'figure',
      label: isPaidBySystem({ request }, policy) ? says.bySystem.pay : says.pay,
      value: formatMoney(refund.amount, language),
      detail: `${facts.orderNumber}: ${order ?? unknown}`,
    },
    ...onTop(refund, refunds, language),
    ...warnings(request, language),
    {
      type: 'facts',
      rows: [
        ...payee,
        { label: facts.orderNumber, value: order ?? unknown, source: sources[request.orderNumber.source] },
        { label: says.method, value: refundWay(policy, refund.way).method[language] },
        { label: says.by, value: formatDate(lastMoment(refund.dueBy), language, timeZone) },
        { label: facts.reference, value: id },
        { label: facts.outcome, value: outcomes[decided.decision.outcome] },
        { label: facts.decidedBy, value: decided.by },
        { label: facts.decidedAt, value: formatInstant(decided.at, language, timeZone) },
      ],
    },
  ];
}

/** Whether a payment system pays: one is wired, and the order is known by which it finds the payment. */
export function isPaidBySystem({ request }: Pick<Case, 'request'>, { refund }: Policy): boolean {
  return refund.paidBy === 'payment-system' && request.orderNumber.source === 'order';
}

/**
 * Where the customer had objected, only what was added is paid; what was granted before was asked for by itself. Money in another currency
 * cannot be set off: both are paid in full.
 */
function onTop(
  { number, amount }: Pick<Refund, 'number' | 'amount'>,
  refunds: readonly Refund[],
  language: Policy['shop']['staffLanguage'],
): Block[] {
  const says = catalogue[language].refundRequest;
  return sumsOf(refunds.filter((one) => one.number < number)).map((sum): Block => {
    const before = formatMoney(sum, language);
    if (sum.currency !== amount.currency)
      return { type: 'note', tone: 'warn', text: says.otherCurrency(before) };
    const total = formatMoney({ ...amount, minor: sum.minor + amount.minor }, language);
    return { type: 'note', tone: 'info', text: says.onTop(before, total) };
  });
}

function warnings(request: Case['request'], language: Policy['shop']['staffLanguage']): Block[] {
  const says = catalogue[language].refundRequest;
  if (request.orderNumber.source !== 'order') return [{ type: 'note', tone: 'warn', text: says.noOrder }];
  if (request.ordersOwnAddress === true) return [];
  return [{ type: 'note', tone: 'warn', text: says.otherAddress }];
}
