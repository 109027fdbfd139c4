import type { AwaitingCase } from '../domain/case.ts';
import { offersFor } from '../domain/limits.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { askedAmount, isPartOfPaid, known } from '../domain/request.ts';
import { nameOfLanguage } from '../wording/format.ts';
import { terms } from '../wording/terms.ts';
import type { Block, ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { type Choice, choiceLabel, choicesFor } from './choices.ts';
import { customerView } from './customer-view.ts';

/** What the customer would read, a line for each answer an approver has: the words their mail begins with, in the staff's language. */
export function decisionLines(found: AwaitingCase, policy: Policy): Block[] {
  const { staffLanguage } = policy.shop;
  const { approval: says } = catalogue[staffLanguage];
  const { language } = found.request;
  const items = choicesFor(found, policy).map((choice): ListItem => {
    const words = terms[staffLanguage].words(wordsOf(choice, found, policy));
    return {
      lead: choiceLabel(choice, found, staffLanguage),
      text: [words, ...behind(choice, found, policy)].join(' '),
    };
  });
  const theirs = says.theirLanguage(nameOfLanguage(language, staffLanguage));
  return [
    { type: 'list', items },
    ...(language === staffLanguage ? [] : [{ type: 'small', text: theirs } as const]),
  ];
}

/** The shop's own words, else the product's. */
function wordsOf(choice: Choice, { request }: AwaitingCase, policy: Policy): string {
  const { staffLanguage: language } = policy.shop;
  const { approval, customerQuestion, decision } = catalogue[language];
  if (choice === 'ask') return customerQuestion.asks;
  const own = policy.decisions[choice]?.[language];
  if (own !== undefined) return own;
  if (choice === 'approved')
    return isPartOfPaid(request) ? decision.approved.saysAsked : decision.approved.says;
  if (choice !== 'part-approved') return decision[choice].says;
  const { says, saysOf, saysPart } = decision.partApproved;
  if (known(askedAmount(request)) === undefined) return says(approval.someAmount);
  // Who may not be told what the order cost is not told of how much it is a part.
  const { asked } = customerView(request);
  return asked ? saysOf(approval.someAmount, formatMoney(asked, language)) : saysPart(approval.someAmount);
}

/** What stands behind those words. */
function behind(choice: Choice, { request }: AwaitingCase, policy: Policy): string[] {
  const { staffLanguage: language } = policy.shop;
  const { follows } = catalogue[language].approval;
  if (choice === 'ask') return [follows.question];
  if (choice === 'declined') return [follows.reason];
  if (choice !== 'alternative') return [];
  const names = offersFor(policy, known(askedAmount(request))).map(({ name }) => name[language]);
  return [names.join(' · ')];
}
