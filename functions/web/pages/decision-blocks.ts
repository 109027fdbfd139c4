import { type Decision, refundOf } from '../../domain/decision.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Block, section } from '../../mail/blocks.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';

/** A decision in a few words: `Approved in part, $40.00`. */
export function decisionLine(decision: Decision, policy: Policy): string {
  const { staffLanguage: language } = policy.shop;
  const money = refundOf(decision);
  const what = decision.outcome === 'alternative' ? offerName(decision.offer, policy) : undefined;
  const more = money ? formatMoney(money, language) : what;
  const outcome = terms[language].outcomes[decision.outcome];
  return more ? `${outcome}, ${more}` : outcome;
}

/** A decision as colleagues read it: what, what the customer reads of it, and what only they do. */
export function decisionBlocks(decision: Decision, policy: Policy): Block[] {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decided;
  const { facts, outcomes } = terms[language];
  const money = refundOf(decision);
  const rows = [{ label: facts.outcome, value: outcomes[decision.outcome] }];
  if (money) rows.push({ label: says.amount, value: formatMoney(money, language) });
  if (decision.outcome === 'alternative')
    rows.push({ label: says.offer, value: offerName(decision.offer, policy) });
  return [{ type: 'facts', rows }, ...writtenBlocks(decision, policy)];
}

/** What somebody wrote with a decision. */
export function writtenBlocks(decision: Decision, policy: Policy): Block[] {
  const says = pageCatalogue[policy.shop.staffLanguage].decided;
  const [label, text] =
    decision.outcome === 'declined' ? [says.reason, decision.reason] : [says.note, decision.note];
  const written = [
    [label, text],
    [says.against, decision.againstPrecedents],
    [says.internal, decision.internal],
  ] as const;
  return written.flatMap(([heading, words]) =>
    words ? section(heading, { type: 'quote', text: words }) : [],
  );
}

function offerName(id: string, { offers, shop }: Policy): string {
  return offers.find((offer) => offer.id === id)?.name[shop.staffLanguage] ?? id;
}
