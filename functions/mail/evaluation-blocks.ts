import { isBetter } from '../domain/counterfactuals.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { factLabel, factText } from '../wording/evaluation-facts.ts';
import { formatWeight } from '../wording/format.ts';
import type { FactRow } from '../wording/request-facts.ts';
import { terms } from '../wording/terms.ts';
import type { Block, ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/**
 * What the guidelines say of a case: the recommendation and how sure it is, every consideration with its weight and the facts it
 * rests on, their sum, and what would have led further. Evaluations of before these were found out show what they have.
 */
export function evaluationBlocks(
  evaluation: Evaluation,
  { shop }: Policy,
  language: Language = shop.staffLanguage,
): Block[] {
  const words = catalogue[language].approval;
  const { route, factors, policyVersion } = evaluation;
  const rows = [
    { label: terms[language].facts.recommended, value: terms[language].routes[route] },
    ...confidenceRows(evaluation, language),
  ];
  const items = factorItems(evaluation, language, shop.currency);
  return [
    { type: 'facts', rows },
    factors.length > 0 ? { type: 'list', items } : { type: 'paragraph', text: words.noFactors },
    { type: 'small', text: `${words.weightNote} ${words.policyVersion(policyVersion)}` },
    ...wouldChangeBlocks(evaluation, language, shop.currency),
  ];
}

function confidenceRows({ confidence, route, unknown = [] }: Evaluation, language: Language): FactRow[] {
  if (!confidence) return [];
  const says = terms[language].evaluation;
  const { because } = says;
  const open = unknown.map((name) => factLabel(name, language)).join(', ');
  const why = confidence === 'low' ? because.low(open) : because[confidence];
  const source = confidence === 'high' && route === 'ask-customer' ? because.ask : why;
  return [{ label: says.confidence, value: says.confidences[confidence], source }];
}

function factorItems({ factors, score }: Evaluation, language: Language, currency: string): ListItem[] {
  const items = factors.map(({ says, weight, facts = [] }) => ({
    text: says[language],
    source: facts
      .map(({ name, value }) => `${factLabel(name, language)}: ${factText(name, value, language, currency)}`)
      .join(' · '),
    mark: formatWeight(weight, language),
  }));
  return [...items, { text: terms[language].evaluation.sum, mark: formatWeight(score, language) }];
}

function wouldChangeBlocks(
  { route, wouldChange }: Evaluation,
  language: Language,
  currency: string,
): Block[] {
  if (!wouldChange || (wouldChange.length === 0 && !isBetter('approve-as-goodwill', route))) return [];
  const says = terms[language].evaluation;
  const items = wouldChange.map(({ changes, route: better }) => ({
    lead: terms[language].routes[better],
    text: changes
      .map(({ fact, from, to }) => {
        const [would, is] = [to, from].map((value) => factText(fact, value, language, currency));
        return says.change(factLabel(fact, language), would ?? '', is ?? '');
      })
      .join(' + '),
  }));
  return [
    { type: 'heading', text: says.wouldChange },
    items.length > 0 ? { type: 'list', items } : { type: 'paragraph', text: says.nothingWouldChange },
  ];
}
