import type { AwaitingCase } from '../domain/case.ts';
import type { Outcome } from '../domain/decision.ts';
import type { Language } from '../domain/language.ts';
import { offersFor } from '../domain/limits.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { askedAmount, known } from '../domain/request.ts';
import type { Button } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/** What an approver can answer: a decision, or a question to the customer. */
export type Choice = Outcome | 'ask';
/** The links that the text part writes out beside the one to the page: each is a screen of letters. */
const writtenOut: readonly string[] = ['approved', 'declined'];
/** What they can do instead of answering. */
const ways = ['hand-over', 'conflict', 'away'] as const;

/**
 * The answers this round's approvers have, in the order of the page: in full only what they know, alternatives only where the policy has
 * some for the amount. More than they may approve goes on as their recommendation.
 */
export function choicesFor({ request }: AwaitingCase, policy: Policy): Choice[] {
  const asked = known(askedAmount(request));
  return [
    ...(asked ? (['approved'] as const) : []),
    'part-approved',
    ...(offersFor(policy, asked).length > 0 ? (['alternative'] as const) : []),
    'declined',
    'ask',
  ];
}

/** A choice in the words of a button. */
export function choiceLabel(choice: Choice, { request }: AwaitingCase, language: Language): string {
  const { choices } = catalogue[language].approval;
  const asked = known(askedAmount(request));
  if (choice === 'approved') return choices.approved(asked ? formatMoney(asked, language) : '');
  return choices[choice];
}

/** Links that open the page with a choice filled in. They choose and decide nothing by themselves. */
export function shortcuts(
  found: AwaitingCase,
  policy: Policy,
  link: string,
): { answers: Button[]; instead: Button[] } {
  const { staffLanguage: language } = policy.shop;
  const { choices } = catalogue[language].approval;
  const { withChoice } = catalogue[language].approval;
  const to = (choice: string) => {
    const query = `?choice=${choice}`;
    return { href: `${link}${query}`, ...(!writtenOut.includes(choice) && { inText: withChoice(query) }) };
  };
  return {
    answers: choicesFor(found, policy).map((choice) => ({
      label: choiceLabel(choice, found, language),
      ...to(choice),
    })),
    instead: ways.map((way) => ({ label: choices[way], ...to(way) })),
  };
}
