import { formatMoney } from '../../domain/money.ts';
import { terms } from '../../wording/terms.ts';
import type { Block } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { basisBlocks } from './basis.ts';
import {
  type Answer,
  kept,
  moneyBefore,
  noteBlocks,
  type Of,
  objecting,
  opening,
  type Told,
} from './told.ts';

export function approved(made: Of<'approved'>, told: Told): Answer {
  const { decision: words } = catalogue[told.language];
  const says = words.approved;
  return {
    subject: says.subject(told.reference),
    preheader: says.preheader(formatMoney(told.more ?? made.amount, told.language), told.day),
    title: says.title,
    blocks: [
      opening(made, told, told.isAsked ? says.saysAsked : says.says),
      ...moneyBlocks(made, told),
      ...noteBlocks(made.note, words.note),
      { type: 'paragraph', text: words.ifNot },
    ],
  };
}

export function partApproved(made: Of<'part-approved'>, told: Told): Answer {
  const { decision: words } = catalogue[told.language];
  const { approved: shared, partApproved: says } = words;
  const amount = formatMoney(made.amount, told.language);
  const part = told.asked
    ? says.saysOf(amount, formatMoney(told.asked, told.language))
    : says.saysPart(amount);
  return {
    subject: says.subject(told.reference),
    preheader: shared.preheader(formatMoney(told.more ?? made.amount, told.language), told.day),
    title: says.title,
    blocks: [
      opening(made, told, told.isPart ? part : says.says(amount)),
      ...moneyBlocks(made, told),
      { type: 'paragraph', text: words.ifNot },
      ...noteBlocks(made.note, told.isPart ? says.why : words.note),
      ...(told.isPart ? [...basisBlocks(told), ...objecting(told)] : []),
    ],
  };
}

/** Once somebody looked again and granted no more than was granted before. */
export function unchanged(note: string | undefined, told: Told): Answer {
  const { decision: words } = catalogue[told.language];
  const { same } = words.again;
  const before = moneyBefore(told.before, told.language);
  return {
    subject: same.subject(told.reference),
    preheader: same.preheader(before),
    title: same.title,
    blocks: [
      { type: 'paragraph', text: same.says },
      ...kept(told),
      ...noteBlocks(note, words.note),
      ...basisBlocks(told),
      ...objecting(told),
    ],
  };
}

/** How much, how and by when: of what was granted before only that it stays, since that has a mail and a day of its own. */
function moneyBlocks({ amount }: Of<'approved' | 'part-approved'>, told: Told): Block[] {
  const { reference, language, method, day, before, more = amount } = told;
  const { decision: words } = catalogue[language];
  const isAdded = more.minor < amount.minor;
  const [whole, added] = [amount, more].map((money) => formatMoney(money, language));
  const inAll = words.again.added(whole ?? '', moneyBefore(before, language), added ?? '');
  return [
    ...(isAdded ? [{ type: 'paragraph', text: inAll } as const] : kept(told)),
    { type: 'figure', label: isAdded ? words.again.figure : words.refund, value: added ?? '' },
    {
      type: 'facts',
      rows: [
        { label: words.how, value: method },
        { label: words.when, value: day },
        { label: terms[language].facts.reference, value: reference },
      ],
    },
  ];
}
