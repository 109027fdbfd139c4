import type { Case, DecidedCase } from '../../domain/case.ts';
import type { Decision } from '../../domain/decision.ts';
import { refundsBefore, sumsOf } from '../../domain/granted.ts';
import type { Language } from '../../domain/language.ts';
import { formatMoney, type Money } from '../../domain/money.ts';
import { objectUntil } from '../../domain/objections.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Refund } from '../../domain/settlement.ts';
import { formatDate } from '../../wording/format.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { lastMoment } from '../last-moment.ts';

/** What the mails about a decision are written from. */
export interface Told {
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
  /** The money of earlier decisions, which stays theirs. */
  before: Refund[];
  /** What the decision adds to it; undefined where that is nothing. */
  more: Money | undefined;
}
export type Answer = Pick<MailDocument, 'subject' | 'preheader' | 'title' | 'blocks'>;
export type Of<O extends Decision['outcome']> = Extract<Decision, { outcome: O }>;

/** The shop's own words for a decision, else the product's. Subject, title and figure say what was decided in any case. */
export function opening({ outcome }: Decision, { language, policy }: Told, otherwise: string): Block {
  return { type: 'paragraph', text: policy.decisions[outcome]?.[language] ?? otherwise };
}

/** That what was granted before stays, and where that money is. Nothing where nothing was. */
export function kept({ before, language }: Told): Block[] {
  if (before.length === 0) return [];
  const { again } = catalogue[language].decision;
  const isPaid = before.every(({ state }) => state === 'paid');
  const text = `${again.kept(moneyBefore(before, language))} ${isPaid ? again.paid : again.toBePaid}`;
  return [{ type: 'paragraph', text }];
}

/** A sentence that the money of earlier decisions stays theirs, or undefined where there was none. */
export function keptText(found: Case): string | undefined {
  const { language } = found.request;
  const before = refundsBefore(found);
  return before.length > 0
    ? catalogue[language].decision.again.kept(moneyBefore(before, language))
    : undefined;
}

/** What was granted before, in words: `$40.00`. */
export function moneyBefore(before: readonly Refund[], language: Language): string {
  const sums = sumsOf(before).map((sum) => formatMoney(sum, language));
  return new Intl.ListFormat(language).format(sums);
}

/** How a customer says that something is wrong, and until when; or that this was the second look already. */
export function objecting({ found, links, policy, language }: Told): Block[] {
  const says = catalogue[language].object;
  if (links.object === undefined) {
    return found.objection?.about === 'decision' ? [{ type: 'paragraph', text: says.final }] : [];
  }
  const [decision, fact] = [objectUntil(found, 'decision', policy), objectUntil(found, 'fact', policy)];
  const until = decision ?? fact;
  if (until === undefined) return [];
  const way = decision && fact ? 'both' : fact ? 'fact' : 'decision';
  const day = formatDate(lastMoment(until), language, policy.shop.timeZone);
  return [
    { type: 'paragraph', text: says.says[way](day) },
    { type: 'buttons', look: 'link', buttons: [{ label: says.button[way], href: links.object }] },
  ];
}

export function noteBlocks(note: string | undefined, heading: string): Block[] {
  return note ? section(heading, { type: 'quote', text: note }) : [];
}
