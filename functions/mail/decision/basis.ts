import type { Case } from '../../domain/case.ts';
import type { Evaluation } from '../../domain/evaluation.ts';
import { categoryFor } from '../../domain/facts.ts';
import type { Language } from '../../domain/language.ts';
import { formatMoney } from '../../domain/money.ts';
import { categoryOf } from '../../domain/policy.ts';
import { known, Reason, type Request, Wish } from '../../domain/request.ts';
import { dayAfter } from '../../domain/time.ts';
import { factLabel, factText } from '../../wording/evaluation-facts.ts';
import { formatDay, formatDays, formatFullDay } from '../../wording/format.ts';
import type { FactRow } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import { type Block, type ListItem, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { customerView } from '../customer-view.ts';
import type { Told } from './told.ts';

/**
 * What a decision that does not grant everything rests on, as far as the customer may be told: the rules that counted against them,
 * the facts with where they came from, and what would have spoken for a refund.
 */
export function basisBlocks(told: Told): Block[] {
  const says = catalogue[told.language].decision.basis;
  const rules = rulesTold(told);
  const facts = factsTold(told);
  const would = wouldHaveLed(told);
  return [
    ...(rules.length > 0 ? section(says.rules, { type: 'list', items: rules }) : []),
    ...(facts.length > 0 ? section(says.facts, { type: 'facts', rows: facts }) : []),
    ...(would.length > 0 ? section(says.would, { type: 'list', items: would }) : []),
  ];
}

/** The rules of the shop that counted against them, each with the facts it asks about. */
function rulesTold({ found, language, policy }: Told): ListItem[] {
  const isOwn = found.request.ordersOwnAddress === true;
  return found.evaluation.factors.flatMap(({ weight, tells, facts = [] }): ListItem[] => {
    // What only the order's record says is told to its own address alone.
    const mayTell = isOwn || facts.every(({ name }) => name.startsWith('request.'));
    if (weight >= 0 || !tells || !mayTell) return [];
    const source = facts
      .filter(({ value }) => typeof value === 'number')
      .map(
        ({ name, value }) =>
          `${factLabel(name, language)}: ${factText(name, value, language, policy.shop.currency)}`,
      )
      .join(' · ');
    return [{ text: tells[language], ...(source && { source }) }];
  });
}

/** What was known of the purchase, and from where. */
export function factsTold(
  told: Pick<Told, 'language' | 'policy'> & { found: Pick<Case, 'request'> },
): FactRow[] {
  const { found, language } = told;
  const { request } = found;
  const { facts } = terms[language];
  const { basis } = catalogue[language].decision;
  const { orderNumber, product, amount, purchasedOn, deliveredOn, reason } = customerView(request);
  const isOwn = request.ordersOwnAddress === true;
  const row = (label: string, value: string | undefined, source: Request['product']['source']): FactRow[] =>
    value === undefined
      ? []
      : [{ label, value, source: basis.sources[isOwn && source === 'order' ? 'order' : 'mail'] }];
  return [
    ...row(facts.orderNumber, orderNumber, request.orderNumber.source),
    ...row(facts.product, product, request.product.source),
    ...row(facts.amount, amount && formatMoney(amount, language), request.amount.source),
    ...row(facts.purchasedOn, purchasedOn && formatDay(purchasedOn, language), request.purchasedOn.source),
    ...row(facts.deliveredOn, deliveredOn && formatDay(deliveredOn, language), request.deliveredOn.source),
    ...windowTold(told, deliveredOn ?? purchasedOn),
    ...row(basis.reason, reason && basis.reasons[reason], request.reason.source),
  ];
}

/** Until when the product could be returned the ordinary way, where it can be at all. */
function windowTold(
  { found: { request }, language, policy }: Parameters<typeof factsTold>[0],
  arrived: string | undefined,
): FactRow[] {
  const { basis } = catalogue[language].decision;
  const { days, returnable } = categoryOf(policy, categoryFor(request, policy));
  if (!arrived || !returnable || request.finalSale || known(request.category) === undefined) return [];
  const until = formatFullDay(dayAfter(arrived, days), language);
  return [{ label: basis.window, value: until, source: basis.windowOf(formatDays(days, language)) }];
}

/** What would have led to a refund by the rules: nothing about the order to whom it is not known to belong, but that it was not found. */
function wouldHaveLed({ found, language }: Told): ListItem[] {
  const { request, evaluation } = found;
  const { wouldBe } = catalogue[language].decision.basis;
  if (request.ordersOwnAddress !== true) return [{ text: sentence(wouldBe.order, language) }];
  const led = (evaluation.wouldChange ?? []).filter(({ route }) => leadsToMoney.has(route));
  const texts = led.flatMap(({ changes }) => {
    const parts = changes.flatMap((change) => wordsOf(change, language) ?? []);
    return parts.length === changes.length ? [sentence(parts.reduce(wouldBe.both), language)] : [];
  });
  return [...new Set(texts)].map((text) => ({ text }));
}

function sentence(words: string, language: Language): string {
  return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}.`;
}

const leadsToMoney: ReadonlySet<Evaluation['route']> = new Set(['approve-as-goodwill', 'within-policy']);

type Change = NonNullable<Evaluation['wouldChange']>[number]['changes'][number];

/** A fact that would be another one, in words to the customer; undefined where there are none for it. */
function wordsOf({ fact, to }: Change, language: Language): string | undefined {
  const { wouldBe: would, reasons } = catalogue[language].decision.basis;
  if (fact === 'request.evidence') return would.evidence;
  if (fact === 'order.known' || fact === 'customer.ordersOwnAddress') return would.order;
  const reason = Reason.safeParse(to);
  if (fact === 'request.reason' && reason.success) return would.reason(reasons[reason.data]);
  const wish = Wish.safeParse(to);
  if (fact === 'request.wish' && wish.success)
    return would.wish(terms[language].wishes[wish.data].toLocaleLowerCase(language));
  if (fact === 'order.daysPastWindow' && typeof to === 'number')
    return to > 0 ? would.soonAfter(formatDays(to, language)) : would.inWindow;
  return undefined;
}
