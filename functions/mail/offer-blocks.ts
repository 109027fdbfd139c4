import type { DecidedCase, ToldCase } from '../domain/case.ts';
import { offerWorth, refundsBefore, sumsOf } from '../domain/granted.ts';
import { formatMoney } from '../domain/money.ts';
import type { Offer, Policy } from '../domain/policy.ts';
import { choicesOf } from '../domain/settlement.ts';
import type { Instant } from '../domain/time.ts';
import { formatDate } from '../wording/format.ts';
import type { Block, ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { customerView } from './customer-view.ts';
import { lastMoment } from './last-moment.ts';

/** What a customer can choose, each with what it is worth to them where that may be told. */
export function offerList(found: DecidedCase, policy: Policy): Block {
  return { type: 'list', items: choicesOf(found, policy).map((offer) => offerItem(offer, found)) };
}

/** An offer as a line: its name with its worth, and what it means. */
export function offerItem(offer: Offer, found: DecidedCase): ListItem {
  const { language } = found.request;
  const before = refundsBefore(found);
  const worth = offerWorth(offer, customerView(found.request).asked, before);
  const name = offer.name[language];
  const text = offer.says[language];
  if (!worth) return { lead: name, text };
  const money = formatMoney(worth, language);
  // Half of the money is no half any more once a part of it was granted.
  const granted = sumsOf(before).find(({ currency }) => currency === worth.currency);
  if (offer.refundPercent === undefined || !granted) return { lead: `${name}, ${money}`, text };
  return { lead: catalogue[language].offers.onTop(name, money, formatMoney(granted, language)), text };
}

/** The way to the page on which an offer is chosen, and until when. */
export function offerButton(found: DecidedCase, policy: Policy, link: string, until: Instant): Block[] {
  const { language } = found.request;
  const says = catalogue[language].offers;
  const label = choicesOf(found, policy).length > 1 ? says.button : says.buttonOne;
  const day = formatDate(lastMoment(until), language, policy.shop.timeZone);
  return [
    { type: 'buttons', look: 'action', buttons: [{ label, href: link }] },
    { type: 'small', text: says.until(day) },
  ];
}

/** What the customer chose, and what happens now. Throws where they chose nothing. */
export function acceptedBlocks(found: ToldCase, policy: Policy): Block[] {
  const { language } = found.request;
  const { offerAccepted: says } = catalogue[language];
  const accepted = found.offers?.accepted;
  if (accepted === undefined) throw new Error(`the customer of case ${found.id} has chosen nothing`);
  const offer = policy.offers.find(({ id }) => id === accepted);
  const { lead, text } = offer ? offerItem(offer, found) : { lead: accepted, text: '' };
  const refund = offer?.refundPercent === undefined ? undefined : found.refunds[refundsBefore(found).length];
  const day = refund && formatDate(lastMoment(refund.dueBy), language, policy.shop.timeZone);
  return [
    { type: 'figure', label: says.figure, value: lead ?? accepted, ...(text && { detail: text }) },
    {
      type: 'paragraph',
      text: refund && day ? says.refund(formatMoney(refund.amount, language), day) : says.staff,
    },
  ];
}
