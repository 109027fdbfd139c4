import { missingFrom } from '../../domain/missing.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Request } from '../../domain/request.ts';
import { formatDate } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { type CustomerView, customerView } from '../customer-view.ts';
import type { ContentOf } from '../write.ts';

/** To the customer, within seconds: your request was heard, this is its reference, this happens next and by when. */
export function acknowledgement({ found, policy, answerBy }: ContentOf<'acknowledgement'>): MailDocument {
  const { language } = found.request;
  const words = catalogue[language];
  const says = words.acknowledgement;
  const view = customerView(found.request);
  const day = formatDate(answerBy, language, policy.shop.timeZone);
  const rows = understood(view, language);
  return {
    language,
    subject: says.subject(found.id),
    preheader: says.preheader(day),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'paragraph', text: words.greeting(view.name) },
      { type: 'paragraph', text: says.heard },
      { type: 'figure', label: says.figure, value: found.id, detail: says.figureDetail },
      ...section(says.next, {
        type: 'list',
        ordered: true,
        items: says.steps(day).map((text) => ({ text })),
      }),
      ...(rows.length > 0 ? section(says.understood, { type: 'facts', rows }) : []),
      ...asked(found.request),
    ],
    footer: [words.replyFooter(found.id)],
  };
}

function understood(
  { orderNumber, product, amount, asked: wanted }: CustomerView,
  language: MailDocument['language'],
) {
  const { facts } = terms[language];
  const part = amount && wanted?.minor !== amount.minor ? wanted : undefined;
  return [
    { label: facts.orderNumber, value: orderNumber },
    { label: facts.product, value: product },
    { label: facts.amount, value: amount && formatMoney(amount, language) },
    { label: facts.asked, value: part && formatMoney(part, language) },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
}

/** The one time a customer is asked for what is missing. */
function asked(request: Request): Block[] {
  const missing = missingFrom(request);
  if (missing.length === 0) return [];
  const says = catalogue[request.language].acknowledgement;
  const items = missing.map((one) => ({ text: says.missing[one] }));
  return section(says.helps, { type: 'list', items }, { type: 'paragraph', text: says.justReply });
}
