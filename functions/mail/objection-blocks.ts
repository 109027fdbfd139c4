import { isSameAddress } from '../domain/address.ts';
import type { Case, CaseEvent, Decided } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { replay } from '../domain/evolve.ts';
import { sumsOf } from '../domain/granted.ts';
import { currenciesFor } from '../domain/limits.ts';
import { formatMoney } from '../domain/money.ts';
import { whoHadAnOpinion } from '../domain/objections.ts';
import type { Policy } from '../domain/policy.ts';
import type { Request } from '../domain/request.ts';
import { formatInstant } from '../wording/format.ts';
import { shorten } from '../wording/plain.ts';
import { type FactRow, learnedFacts, requestFacts } from '../wording/request-facts.ts';
import { terms } from '../wording/terms.ts';
import { type Block, section } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/**
 * Why a request is looked at again, where it is. After a correction: what is right now beside what was known, and what was decided with
 * that. On an appeal: the customer's words, and nothing of the first opinion. `characters`: the most that is shown of their words.
 */
export function objectionBlocks(found: Case, policy: Policy, characters = Number.POSITIVE_INFINITY): Block[] {
  const { objection } = found;
  if (!objection || found.status !== 'awaiting-decision') return [];
  const { staffLanguage: language } = policy.shop;
  const says = catalogue[language].objection;
  const words: Block[] =
    objection.says === ''
      ? []
      : [{ type: 'quote', text: shorten(objection.says, characters), language: found.request.language }];
  const why: Block = { type: 'note', tone: 'info', text: says[objection.about] };
  const currency = notSetOff(found, policy);
  if (objection.about === 'decision') return section(says.heading, why, ...currency, ...words);
  return section(
    says.heading,
    why,
    ...currency,
    corrected(found, policy),
    ...words,
    ...decidedBefore(found, policy),
  );
}

/**
 * That money was granted before against which what is granted now may not be set off. On an appeal, too, and nothing but its currency: whoever
 * decides would pay twice and not know it.
 */
function notSetOff({ refunds, request }: Case, policy: Policy): Block[] {
  const { staffLanguage: language } = policy.shop;
  const possible = currenciesFor(request, policy);
  const granted = sumsOf(refunds).map(({ currency }) => currency);
  const others = granted.filter((one) => possible.some((currency) => currency !== one));
  if (others.length === 0) return [];
  const text = catalogue[language].objection.otherCurrency(new Intl.ListFormat(language).format(others));
  return [{ type: 'note', tone: 'warn', text }];
}

/** Each fact the customer corrected, with what was known before. */
function corrected(found: Case, { shop }: Policy): Block {
  const { staffLanguage: language } = shop;
  const says = catalogue[language].objection;
  const { learned = {} } = found.objection ?? {};
  const before = requestFacts(beforeObjection(found).request, language);
  const rows = learnedFacts(found.request, learned, language).map((row): FactRow => {
    const { value, source = '' } = before.find(({ label }) => label === row.label) ?? { value: '' };
    return { label: row.label, value: row.value, source: says.before(value, source) };
  });
  return { type: 'facts', rows };
}

/** The decision that was made with what was known then: a correction may change it, or not. */
function decidedBefore({ earlier }: Case, policy: Policy): Block[] {
  const last = earlier.at(-1);
  if (!last) return [];
  const { staffLanguage: language, timeZone } = policy.shop;
  const at = formatInstant(last.at, language, timeZone);
  return [
    { type: 'small', text: catalogue[language].objection.decidedBefore(told(last, policy), last.by, at) },
  ];
}

function told({ decision }: Decided, { shop }: Policy): string {
  const money = refundOf(decision);
  const outcome = terms[shop.staffLanguage].outcomes[decision.outcome];
  return money ? `${outcome}, ${formatMoney(money, shop.staffLanguage)}` : outcome;
}

function beforeObjection({ id, history }: Case): Case {
  return replay(id, history.slice(0, objectedAt(history)));
}

/** Whether whoever decides may read what a colleague wrote: on an appeal nothing from before it, nor of who had an opinion then. */
export function mayBeRead(found: Case, event: CaseEvent): boolean {
  const { objection, history } = found;
  if (objection?.about !== 'decision') return true;
  const isOfThem = 'from' in event && whoHadAnOpinion(found).some((one) => isSameAddress(one, event.from));
  return !isOfThem && history.indexOf(event) > objectedAt(history);
}

/** The request as whoever decides reads it: on an appeal without what a colleague wrote when they passed it on. */
export function readableRequest({ objection, request }: Case): Request {
  if (objection?.about !== 'decision' || !request.contact) return request;
  const { wholeText: _, ...rest } = request;
  return { ...rest, contact: { ...request.contact, note: '' } };
}

function objectedAt(history: readonly CaseEvent[]): number {
  return history.findLastIndex(({ type }) => type === 'objected');
}
