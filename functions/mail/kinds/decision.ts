import type { DecidedCase } from '../../domain/case.ts';
import { type Decision, refundOf } from '../../domain/decision.ts';
import type { Language } from '../../domain/language.ts';
import { refundWay } from '../../domain/limits.ts';
import { formatMoney, type Money } from '../../domain/money.ts';
import { objectUntil } from '../../domain/objections.ts';
import type { Policy } from '../../domain/policy.ts';
import { askedAmount, isPartOfPaid, known } from '../../domain/request.ts';
import { choicesOf, offersUntil, partialRefund } from '../../domain/settlement.ts';
import { dayAfter, dayOf } from '../../domain/time.ts';
import { formatDate, formatFullDay } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { customerView } from '../customer-view.ts';
import { lastMoment } from '../last-moment.ts';
import { offerValue } from '../offer.ts';
import { offerButton, offerList } from '../offer-blocks.ts';
import type { ContentOf } from '../write.ts';

interface Told {
  found: DecidedCase;
  /** Where the customer chooses an offer, and where they object; undefined where they cannot. */
  links: { offers: string | undefined; object: string | undefined };
  reference: string;
  language: Language;
  policy: Policy;
  /** The day the money is with the customer. */
  day: string;
  /** How it gets there. */
  method: string;
  /** The amount asked for, where the customer may be told it. */
  asked: Money | undefined;
  /** Whether more was asked for than is given: what a mail guessed wrongly may be less, or in another currency. */
  isPart: boolean;
  /** Whether they asked for a part of what was paid, and get it. */
  isAsked: boolean;
}
type Answer = Pick<MailDocument, 'subject' | 'preheader' | 'title' | 'blocks'>;
type Of<O extends Decision['outcome']> = Extract<Decision, { outcome: O }>;

/** To the customer: what was decided, why, how and by when, and what they can do next. */
export function decision({ found, policy, offers, object }: ContentOf<'decision'>): MailDocument {
  const { language } = found.request;
  const words = catalogue[language];
  const view = customerView(found.request);
  const made = found.decided.decision;
  const asked = known(askedAmount(found.request));
  const way = refundWay(policy, 'way' in made ? made.way : undefined);
  const arrives = dayAfter(dayOf(found.decided.at, policy.shop.timeZone), way.days);
  const answer = answerTo(made, {
    found,
    links: { offers, object },
    reference: found.id,
    language,
    policy,
    day: formatFullDay(arrives, language),
    method: way.method[language],
    asked: view.asked,
    isPart: isLess(refundOf(made), asked),
    isAsked: isPartOfPaid(found.request) && refundOf(made)?.minor === asked?.minor,
  });
  return {
    ...answer,
    language,
    brand: policy.shop.name,
    blocks: [
      { type: 'paragraph', text: words.greeting(view.name) },
      { type: 'paragraph', text: words.decision.patience },
      ...answer.blocks,
    ],
    footer: [words.replyFooter(found.id)],
  };
}

function isLess(given: Money | undefined, asked: Money | undefined): boolean {
  return asked !== undefined && given?.currency === asked.currency && given.minor < asked.minor;
}

function answerTo(made: Decision, told: Told): Answer {
  switch (made.outcome) {
    case 'approved':
      return approved(made, told);
    case 'part-approved':
      return partApproved(made, told);
    case 'alternative':
      return alternative(made, told);
    case 'declined':
      return declined(made, told);
    default:
      return made satisfies never;
  }
}

function approved(made: Of<'approved'>, told: Told): Answer {
  const says = catalogue[told.language].decision.approved;
  return {
    subject: says.subject(told.reference),
    preheader: says.preheader(formatMoney(made.amount, told.language), told.day),
    title: says.title,
    blocks: [opening(made, told, told.isAsked ? says.saysAsked : says.says), ...refundBlocks(made, told)],
  };
}

function partApproved(made: Of<'part-approved'>, told: Told): Answer {
  const { approved: shared, partApproved: says } = catalogue[told.language].decision;
  const amount = formatMoney(made.amount, told.language);
  const part = told.asked
    ? says.saysOf(amount, formatMoney(told.asked, told.language))
    : says.saysPart(amount);
  return {
    subject: says.subject(told.reference),
    preheader: shared.preheader(amount, told.day),
    title: says.title,
    blocks: [
      opening(made, told, told.isPart ? part : says.says(amount)),
      ...refundBlocks(made, told),
      ...(told.isPart ? objecting(told) : []),
    ],
  };
}

/** The shop's own words for a decision, else the product's. Subject, title and figure say what was decided in any case. */
function opening({ outcome }: Decision, { language, policy }: Told, otherwise: string): Block {
  return { type: 'paragraph', text: policy.decisions[outcome]?.[language] ?? otherwise };
}

function refundBlocks(
  made: Of<'approved' | 'part-approved'>,
  { reference, language, method, day }: Told,
): Block[] {
  const words = catalogue[language].decision;
  return [
    { type: 'figure', label: words.refund, value: formatMoney(made.amount, language) },
    {
      type: 'facts',
      rows: [
        { label: words.how, value: method },
        { label: words.when, value: day },
        { label: terms[language].facts.reference, value: reference },
      ],
    },
    ...noteBlocks(made.note, language),
    { type: 'paragraph', text: words.ifNot },
  ];
}

function alternative(made: Of<'alternative'>, told: Told): Answer {
  const { reference, language, policy, asked } = told;
  const says = catalogue[language].decision.alternative;
  const offer = policy.offers.find(({ id }) => id === made.offer);
  const name = offer?.name[language] ?? made.offer;
  const worth = offer && (partialRefund(offer, asked) ?? offerValue(offer, asked));
  const value = worth ? `${name}: ${formatMoney(worth, language)}` : name;
  const isBonus = offer?.refundPercent === undefined && worth !== undefined;
  return {
    subject: says.subject(reference),
    preheader: says.preheader(value),
    title: says.title,
    blocks: [
      opening(made, told, says.says),
      {
        type: 'figure',
        label: says.offer,
        value,
        ...(offer && isBonus && { detail: bonus(offer.bonusPercent, language) }),
      },
      ...(offer ? [{ type: 'paragraph', text: offer.says[language] } as const] : []),
      ...noteBlocks(made.note, language),
      ...choosing(told, says.how),
      ...objecting(told),
    ],
  };
}

function declined(made: Of<'declined'>, told: Told): Answer {
  const { found, reference, language, policy } = told;
  const says = catalogue[language].decision.declined;
  const instead = choicesOf(found, policy);
  return {
    subject: says.subject(reference),
    preheader: says.preheader,
    title: says.title,
    blocks: [
      opening(made, told, says.says),
      ...section(says.why, { type: 'quote', text: made.reason }),
      ...(instead.length > 0
        ? section(says.instead, offerList(found, policy), ...choosing(told, says.choose))
        : []),
      ...section(
        says.next,
        ...(told.links.object ? [] : [{ type: 'paragraph', text: says.wrong } as const]),
        ...objecting(told),
      ),
    ],
  };
}

/** The way to the page of the offers; without one, how a reply accepts them. */
function choosing({ found, links, policy }: Told, otherwise: string): Block[] {
  if (links.offers === undefined) return [{ type: 'paragraph', text: otherwise }];
  return offerButton(found, policy, links.offers, offersUntil(found, policy));
}

/** How a customer says that something is wrong, and until when; or that this was the second look already. */
function objecting({ found, links, policy, language }: Told): Block[] {
  const says = catalogue[language].object;
  if (links.object === undefined) {
    return found.objection?.about === 'decision' ? [{ type: 'paragraph', text: says.final }] : [];
  }
  const until = objectUntil(found, 'decision', policy) ?? objectUntil(found, 'fact', policy);
  if (until === undefined) return [];
  return [
    { type: 'paragraph', text: says.says(formatDate(lastMoment(until), language, policy.shop.timeZone)) },
    { type: 'buttons', look: 'link', buttons: [{ label: says.button, href: links.object }] },
  ];
}

function noteBlocks(note: string | undefined, language: Language): Block[] {
  return note ? section(catalogue[language].decision.note, { type: 'quote', text: note }) : [];
}

function bonus(percent: number, language: Language): string {
  const style = { style: 'percent', maximumFractionDigits: 2 } as const;
  return catalogue[language].percentMore(new Intl.NumberFormat(language, style).format(percent / 100));
}
