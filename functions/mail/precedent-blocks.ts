import type { Evaluation } from '../domain/evaluation.ts';
import type { Language } from '../domain/language.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { type FoundPrecedents, lineOf, type Precedent } from '../domain/precedents.ts';
import { formatShare, formatShortDate } from '../wording/format.ts';
import { terms } from '../wording/terms.ts';
import type { Block, ListItem } from './blocks.ts';

type Close = FoundPrecedents['closest'][number];

/** `4 of 5 like this were approved`, or that there is none like this; undefined where none were looked for. */
export function precedentLine({ precedents }: Evaluation, language: Language): string | undefined {
  if (!precedents) return undefined;
  const says = terms[language].precedents;
  const line = lineOf(precedents);
  return line ? says.line[line.direction](line.count, line.of) : says.none;
}

/**
 * The decided cases most like this one: how each was decided, when, by how much it is like, and the reason given. `told`: what they
 * left behind; of a case that was erased since, only what was written onto this one is left.
 */
export function precedentBlocks(
  evaluation: Evaluation,
  told: readonly Precedent[],
  policy: Policy,
  language: Language = policy.shop.staffLanguage,
): Block[] {
  const line = precedentLine(evaluation, language);
  if (line === undefined) return [];
  const closest = evaluation.precedents?.closest ?? [];
  const says = terms[language].precedents;
  const items = closest.map((one) => {
    const whole = told.find(({ caseId }) => caseId === one.caseId);
    return itemOf(one, whole, policy, language);
  });
  return [
    { type: 'paragraph', text: `${line}.` },
    ...(items.length > 0
      ? [{ type: 'list', items } as const, { type: 'small', text: says.measure } as const]
      : []),
  ];
}

function itemOf(one: Close, told: Precedent | undefined, policy: Policy, language: Language): ListItem {
  const { outcomes, precedents: says, words } = terms[language];
  const offer = policy.offers.find(({ id }) => id === one.offer)?.name[language] ?? one.offer;
  const given = one.amount ? formatMoney(one.amount, language) : offer;
  const { amount, daysPastWindow } = told?.like ?? {};
  const parts = [
    formatShortDate(one.decidedAt, language, policy.shop.timeZone),
    one.caseId,
    amount && says.askedFor(formatMoney(amount, language)),
    daysPastWindow !== undefined && says.past(daysPastWindow),
    told?.reason && words(told.reason),
  ];
  return {
    lead: [outcomes[one.outcome], given].filter(Boolean).join(', '),
    text: parts.filter(Boolean).join(' · '),
    mark: formatShare(one.similarity, language),
  };
}
